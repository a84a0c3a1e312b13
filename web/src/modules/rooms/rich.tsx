// What others wrote, made safe by construction: their HTML is read as data, and elements of our own are made for what
// is on a list. Nothing that they wrote ever becomes markup of the page.

import { Fragment, type MouseEvent, type ReactNode } from "react";
import { Link } from "wouter";
import { isPerson, openPanel } from "./panel.ts";
import { pathOf, read } from "./places.ts";
import styles from "./views/Message.module.css";

/** Deeper or longer ones are cut: they are made to stop a browser. */
const DEPTH = 24;
const NODES = 2_000;

const PLAIN = new Set(
  "b strong i em u s del code pre blockquote p ul ol li h1 h2 h3 h4 h5 h6 sub sup table thead tbody tr th td".split(
    " ",
  ),
);

/** Nothing inside these is shown. */
const DROPPED = new Set("script style template iframe object embed svg math head title mx-reply".split(" "));

/** Addresses in these are no links. */
const LITERAL = "a, code, pre";

const HEADINGS = /^h[1-6]$/;

interface Cut {
  left: number;
}

/** Somebody's HTML as elements. */
export function rich(html: string): ReactNode {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return children(parsed.body, 0, { left: NODES });
}

function children(parent: Node, depth: number, cut: Cut): ReactNode[] {
  if (depth > DEPTH) return [];
  return [...parent.childNodes].map((node, at) => {
    cut.left -= 1;
    // biome-ignore lint/suspicious/noArrayIndexKey: what was parsed never changes its order
    return cut.left < 0 ? null : <Fragment key={at}>{element(node, depth, cut)}</Fragment>;
  });
}

function element(node: Node, depth: number, cut: Cut): ReactNode {
  if (node instanceof globalThis.Text)
    return node.parentElement?.closest(LITERAL) ? node.data : linked(node.data);
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (DROPPED.has(name)) return null;
  if (name === "br") return <br />;
  if (name === "hr") return <hr />;
  if (name === "img") return node.getAttribute("alt");
  const inside = children(node, depth + 1, cut);
  if (name === "a") return <Anchor href={node.getAttribute("href") ?? ""}>{inside}</Anchor>;
  if (node.hasAttribute("data-mx-spoiler")) return <Spoiler>{inside}</Spoiler>;
  // A message has no place in the outline of the page.
  if (HEADINGS.test(name)) return <strong className={styles.heading}>{inside}</strong>;
  if (!PLAIN.has(name)) return inside;
  const Plain = name as "p";
  return <Plain>{inside}</Plain>;
}

function Spoiler({ children }: { children: ReactNode }) {
  return (
    <details className={styles.spoiler}>
      <summary>•••</summary>
      {children}
    </details>
  );
}

function Anchor({ href, children }: { href: string; children: ReactNode }) {
  const path = pathOf(href);
  if (path) return <Inside path={path}>{children}</Inside>;
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return children;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

/** Somebody who is named is shown beside the conversation. */
function Inside({ path, children }: { path: string; children: ReactNode }) {
  const person = read(/^\/people\/([^/?]+)/.exec(path)?.[1] ?? "");
  if (!isPerson(person)) return <Link href={path}>{children}</Link>;
  const show = (event: MouseEvent) => {
    event.preventDefault();
    openPanel(person);
  };
  return (
    <Link href={path} className={styles.mention} onClick={show}>
      <bdi>{children}</bdi>
    </Link>
  );
}

const ADDRESS = /(https?:\/\/[^\s<>"，。！？；：、（）「」]+[^\s<>".,;:!?)\]'’，。！？；：、（）「」])/gi;

/** Plain words, with the addresses in them as links. */
export function linked(text: string): ReactNode {
  return text.split(ADDRESS).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
      <Anchor key={at} href={part}>
        {part}
      </Anchor>
    ) : (
      part
    ),
  );
}
