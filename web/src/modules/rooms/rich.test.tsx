import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { linked, rich } from "./rich.tsx";

const shown = (html: string) => render(<div>{rich(html)}</div>).container.firstElementChild?.innerHTML ?? "";

test("what is on the list is shown", () => {
  expect(shown("<b>a</b> <em>b</em><br><ul><li>c</li></ul>")).toBe(
    "<b>a</b> <em>b</em><br><ul><li>c</li></ul>",
  );
});

test.each([
  ["<script>alert(1)</script>x", "x"],
  ["<img src=x onerror=alert(1) alt=pic>", "pic"],
  ["<svg><a href='javascript:1'>y</a></svg>x", "x"],
  ["<a href='javascript:alert(1)'>x</a>", "x"],
  ["<a href=' data:text/html,x'>x</a>", "x"],
  ["<b onclick=alert(1) style='position:fixed'>x</b>", "<b>x</b>"],
  ["<form><input name=password>x</form>", "x"],
  ["<style>*{display:none}</style><iframe srcdoc=x></iframe>x", "x"],
  ["<mx-reply>old</mx-reply>new", "new"],
  ["<!-- c --><math><mi>x</mi></math>y", "y"],
])("nothing else is: %s", (html, safe) => expect(shown(html)).toBe(safe));

test("links lead away and tell nothing", () => {
  expect(shown("<a href='https://x.org/'>x</a>")).toBe(
    '<a href="https://x.org/" target="_blank" rel="noreferrer noopener">x</a>',
  );
});

test("addresses in words with marks become links, once, and stay as they are in code", () => {
  const link = '<a href="https://x.org/" target="_blank" rel="noreferrer noopener">https://x.org/</a>';
  expect(shown("see https://x.org/, <b>and https://x.org/</b>")).toBe(`see ${link}, <b>and ${link}</b>`);
  expect(shown("<a href='https://x.org/'>https://x.org/</a>")).toBe(link);
  for (const code of ["<code>https://x.org/</code>", "<pre><b>https://x.org/</b></pre>"])
    expect(shown(code)).toBe(code);
});

test("links to what is here stay here", () => {
  expect(shown("<a href='https://matrix.to/#/@ada:x'>@Ada</a>")).toMatch(
    /^<a href="\/people\/%40ada:x" class=".*"><bdi>@Ada<\/bdi><\/a>$/,
  );
  expect(shown(`<a href='${location.origin}/rooms/!a:x/$e'>x</a>`)).toBe('<a href="/rooms/!a:x/$e">x</a>');
});

test("floods are cut", () => {
  expect(shown("<b>".repeat(5_000)).length).toBeLessThan(1_000);
  expect(shown("<i></i>".repeat(50_000)).length).toBeLessThan(20_000);
});

test("addresses in plain words become links, without what ends the sentence", () => {
  const { container } = render(<p>{linked("see https://x.org/a?b=1. or http://y.org，ok")}</p>);
  expect([...container.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual([
    "https://x.org/a?b=1",
    "http://y.org",
  ]);
  expect(container.textContent).toBe("see https://x.org/a?b=1. or http://y.org，ok");
});
