// People in a browser, each with a profile of their own.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Session } from "../src/api/session.ts";
import { violations } from "./axe.ts";

const PICTURES = join(import.meta.dirname, "../screenshots");

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** How long anything may take on a busy machine. */
const PATIENCE_MS = 60_000;

/** Every page that is open, as a picture. */
export async function pictureAll(browser: Browser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) await take(page, `${name.replace(/\W+/g, "-")}-${at}`);
}

async function take(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  // As it is once it has come to rest.
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: "disabled" });
}

export interface Look {
  size?: { width: number; height: number };
  /** A culture's tag, which the browser asks for. */
  language?: string;
  scheme?: "light" | "dark";
  contrast?: "more" | "no-preference";
  /** Whether the reader asks for as little motion as can be; the system's colours are in force then, too. */
  isStill?: boolean;
  /** Whether the app stays on the device: its worker stores the whole build each time. */
  isKept?: boolean;
}

/** Calls the server as somebody who is signed in. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<Record<string, string>>;

export const pathOf = (path: string) => (path.startsWith("/_") ? path : `/_matrix/client/v3${path}`);

/** Somebody with a browser, who notices everything that goes wrong on a page. */
export class Visitor {
  readonly faults: string[] = [];
  /** What was asked of this person so far. */
  efforts = { clicks: 0, fields: 0 };

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    readonly userId = "",
  ) {}

  static async open(
    browser: Browser,
    url: string,
    {
      size = DESKTOP,
      language = "en",
      scheme = "light",
      contrast = "no-preference",
      isStill,
      isKept,
    }: Look = {},
    session?: Session,
  ) {
    const context = await browser.newContext({
      baseURL: url,
      viewport: size,
      locale: "en",
      colorScheme: scheme,
      contrast,
      reducedMotion: isStill ? "reduce" : "no-preference",
      forcedColors: isStill ? "active" : "none",
      isMobile: size === PHONE,
      hasTouch: size === PHONE,
      serviceWorkers: isKept ? "allow" : "block",
    });
    context.setDefaultTimeout(PATIENCE_MS);
    // A culture that no browser asks for by itself is chosen as a member would.
    await context.addInitScript(
      ([tag, session]) => {
        if (localStorage.getItem("hearth.culture")) return;
        localStorage.setItem("hearth.culture", tag);
        if (session) localStorage.setItem("hearth.session", session);
      },
      [language, session ? JSON.stringify(session) : ""] as const,
    );
    const visitor = new Visitor(await context.newPage(), context, session?.userId);
    visitor.watch(url);
    return visitor;
  }

  /** What the page's policy refused, what was thrown, and whom it called but its server. */
  private watch(url: string): void {
    this.page.on("pageerror", (error) => this.faults.push(`thrown: ${error.message}`));
    this.page.on("console", (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) this.faults.push(message.text());
    });
    this.page.on("request", (request) => {
      const to = request.url();
      if (!to.startsWith(url) && !/^(blob|data):/.test(to)) this.faults.push(`a request to ${to}`);
    });
  }

  field(label: string) {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string | RegExp) {
    return this.page.getByRole("button", { name, exact: true });
  }

  async click(what: Locator): Promise<void> {
    await what.click();
    this.efforts.clicks += 1;
  }

  async fill(label: string, words: string): Promise<void> {
    await this.field(label).fill(words);
    this.efforts.fields += 1;
  }

  async makeRoom(name: string, reach: string): Promise<void> {
    await this.choose("New", "Create a room");
    await this.field("Name of the room").fill(name);
    await this.page.getByText(reach).click();
    await this.button("Create room").click();
    await this.page.getByRole("heading", { name }).waitFor();
  }

  /** A picture of the screen, which fits and has nothing that axe finds. */
  async look(name: string): Promise<void> {
    await this.picture(name);
    await this.expectAccessible();
    await this.expectFitting();
  }

  /** Sets how large letters are. */
  async letters(size: string): Promise<void> {
    await this.page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, size);
  }

  /** Words on the screen that came from nowhere in `cultures/`, where the language is `en-XA`. */
  untranslated(): Promise<string[]> {
    return this.page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const words = node.textContent?.trim() ?? "";
        // Names, times, and what people wrote are nobody's to translate.
        const isContent = node.parentElement?.closest(
          "bdi, time, select, script, [data-content], [aria-hidden=true]",
        );
        if (/\p{L}/u.test(words) && !/[⟦⟧]/.test(words) && !isContent) found.push(words);
      }
      return found;
    });
  }

  /** Calls the server as the member whose page it is; a path begins where the client API does, or with `/_`. */
  readonly ask: Ask = (method, path, body) =>
    this.page.evaluate(
      async ([method, path, body]) => {
        const { accessToken } = JSON.parse(localStorage.getItem("hearth.session") ?? "{}");
        const init = { method, headers: { authorization: `Bearer ${accessToken}` } };
        const answer = await fetch(path, body === undefined ? init : { ...init, body });
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
      },
      [method, pathOf(path), body === undefined ? undefined : JSON.stringify(body)] as const,
    );

  /** Goes to another place of the app, without loading it anew. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((to) => history.pushState(null, "", to), path);
  }

  /** Opens a conversation from the list. */
  async openRoom(name: string | RegExp): Promise<void> {
    await this.go("/");
    await this.page.getByRole("navigation").getByRole("link", { name }).click();
    await this.page.locator("footer textarea:visible").waitFor();
  }

  /** Writes in the open room. */
  async say(words: string): Promise<void> {
    const field = this.page.locator("footer textarea:visible");
    await field.fill(words);
    await this.send();
  }

  /** Sends what stands in the field: on a phone by the button, as Enter begins a line there. */
  async send(): Promise<void> {
    if (this.page.viewportSize()?.width === PHONE.width) {
      const sign = this.page.locator(".lucide-send-horizontal, .lucide-check");
      await this.page.locator("footer button:visible", { has: sign }).click();
    } else await this.page.locator("footer textarea:visible").press("Enter");
  }

  /** The server refuses what goes to such paths. */
  async refuse(paths: RegExp): Promise<void> {
    const body = JSON.stringify({ errcode: "M_FORBIDDEN", error: "No." });
    await this.page.route(paths, (route) =>
      route.fulfill({ status: 403, contentType: "application/json", body }),
    );
  }

  /** Writes in the open room, and waits until the server has it. */
  async saySent(words: string): Promise<void> {
    await this.say(words);
    await this.message(words).getByRole("img", { name: "Sending" }).waitFor({ state: "detached" });
  }

  /** The last message with these words. */
  message(words: string) {
    return this.page
      .getByRole("article")
      .filter({ has: this.page.locator("[data-content]", { hasText: words }) })
      .last();
  }

  /** Chooses from a menu. */
  async choose(menu: string | RegExp, item: string): Promise<void> {
    await this.button(menu).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** Chooses from a message's menu. */
  async act(message: Locator, item: string): Promise<void> {
    await message.hover();
    await message.getByRole("button", { name: "More about this message" }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** Deletes a message for everyone, who is asked whether it is meant. */
  async remove(message: Locator): Promise<void> {
    await this.act(message, "Delete for everyone");
    await this.confirmRemoval();
  }

  async confirmRemoval(): Promise<void> {
    await this.page.getByRole("dialog").getByRole("button", { name: "Delete for everyone" }).click();
  }

  /** Ends the session, also where something is lost with it. */
  async signOut(): Promise<void> {
    await this.choose(/Your account/, "Sign out");
    const sure = this.page.getByRole("dialog").getByRole("button", { name: "Sign out" });
    const entrance = this.page.locator("[name=username]");
    await sure.or(entrance).first().waitFor();
    if (await sure.isVisible()) await sure.click();
    await entrance.waitFor();
  }

  async expectSaid(words: string | RegExp): Promise<void> {
    await this.page.getByRole("group", { name: "Messages" }).getByText(words).first().waitFor();
  }

  /** The screen as a picture, for a person to look at. */
  async picture(name: string): Promise<void> {
    await take(this.page, name);
  }

  /** Nothing that WCAG 2.2 AA forbids, as far as a program can tell. */
  async expectAccessible(): Promise<void> {
    expect(await violations(this.page)).toEqual([]);
  }

  /** Nothing reaches beyond the sides of the screen. */
  async expectFitting(): Promise<void> {
    const beyond = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  }

  async close(): Promise<void> {
    await this.context.close();
    expect(this.faults).toEqual([]);
  }
}

/** Creates an account on the entrance and waits until its owner is in. */
export async function signUp(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  await page.goto("/sign-up");
  await page.locator("[name=username]").fill(name);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.locator("button[type=submit]").click();
  await page.locator("[data-screen=inside]").waitFor();
}

/** Comes back on a device that has nothing of it yet. */
export async function signIn(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  await page.goto("/sign-in");
  await page.locator("[name=username]").fill(name);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.locator("button[type=submit]").click();
  await page.locator("[data-screen=inside]").waitFor();
}

export const PASSWORD = "correct horse battery staple";
