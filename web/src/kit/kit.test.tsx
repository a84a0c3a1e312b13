import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { decodeQR } from "qr/decode.js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { colourOf, initial } from "./Avatar.tsx";
import { Button } from "./Button.tsx";
import { Card } from "./Card.tsx";
import { Choice } from "./Choice.tsx";
import { Dialog } from "./Dialog.tsx";
import { Field } from "./Field.tsx";
import { Menu } from "./Menu.tsx";
import { Options } from "./Options.tsx";
import { Panel } from "./Panel.tsx";
import QrCode from "./QrCode.tsx";
import { Search } from "./Search.tsx";
import { Switch } from "./Switch.tsx";
import { DialogStory, STORIES, WORDS } from "./stories.tsx";
import { Toggle } from "./Toggle.tsx";

afterEach(cleanup);

/** Colours are seen by the stories in a browser; here is no layout. */
const RULES = { "color-contrast": { enabled: false }, region: { enabled: false } };

async function faults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: RULES });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe.each(Object.entries(WORDS))("in %s", (language, words) => {
  test("every story shows and axe finds nothing", async () => {
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
    const { container } = render(
      <main>
        {Object.entries(STORIES).map(([name, story]) => (
          <section key={name} aria-label={name}>
            {story(words)}
          </section>
        ))}
      </main>,
    );
    expect(container.querySelectorAll("section > *").length).toBeGreaterThan(Object.keys(STORIES).length);
    expect(await faults(container)).toEqual([]);
  });
});

test("a dialog is named by its title and closed by its cross", async () => {
  const close = vi.fn();
  render(
    <Dialog title="Settings" closeLabel="Close" onClose={close}>
      <p>words</p>
    </Dialog>,
  );
  const dialog = screen.getByRole("dialog", { name: "Settings" });
  expect(await faults(dialog)).toEqual([]);
  fireEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  expect(close).toHaveBeenCalledOnce();
  cleanup();
  render(<DialogStory {...WORDS.de} />);
  expect(screen.getByRole("dialog", { name: WORDS.de.label })).toBeTruthy();
});

test("a press beside a dialog closes it, unless it is firm; one that must be answered is not closed at all", () => {
  const close = vi.fn();
  const beside = () => {
    fireEvent.mouseDown(document.body, { button: 0 });
    fireEvent.mouseUp(document.body, { button: 0 });
    fireEvent.pointerDown(document.body, { button: 0 });
    fireEvent.click(document.body, { button: 0 });
  };
  const pressEscape = () => fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  const { rerender } = render(
    <Dialog title="Key" closeLabel="Close" onClose={close}>
      <p>words</p>
    </Dialog>,
  );
  beside();
  expect(close).toHaveBeenCalledTimes(1);
  rerender(
    <Dialog title="Key" closeLabel="Close" isFirm onClose={close}>
      <p>words</p>
    </Dialog>,
  );
  beside();
  expect(close).toHaveBeenCalledTimes(1);
  pressEscape();
  expect(close).toHaveBeenCalledTimes(2);
  rerender(
    <Dialog title="Key" closeLabel="Close">
      <p>words</p>
    </Dialog>,
  );
  beside();
  pressEscape();
  expect(close).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
});

test("a button that is busy does nothing, and says so by what turns in it", () => {
  const press = vi.fn();
  const { rerender, container } = render(<Button onPress={press}>Save</Button>);
  fireEvent.click(screen.getByRole("button"));
  rerender(
    <Button onPress={press} isBusy>
      Save
    </Button>,
  );
  fireEvent.click(screen.getByRole("button"));
  expect(press).toHaveBeenCalledOnce();
  expect(container.querySelector("[aria-hidden]")).toBeTruthy();
});

test("what is wrong with a field is told with it, in place of the hint", () => {
  const { rerender } = render(<Field label="Name" hint="hint" />);
  expect(described(screen.getByLabelText("Name"))).toBe("hint");
  rerender(<Field label="Name" hint="hint" fault="Use letters." />);
  expect(described(screen.getByLabelText("Name"))).toBe("Use letters.");
  expect(screen.getByLabelText("Name").getAttribute("aria-invalid")).toBe("true");
});

function described(field: HTMLElement): string {
  const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join("");
}

test("choices are handed on", () => {
  const chosen = vi.fn();
  const options = [
    { value: "a", icon: "lock" as const, label: "A", hint: "a" },
    { value: "b", icon: "people" as const, label: "B", hint: "b" },
  ];
  render(<Options label="Who?" value="a" options={options} onChange={chosen} />);
  fireEvent.click(screen.getByRole("radio", { name: /B/ }));
  render(
    <Choice
      label="Language"
      value="en"
      options={[
        { value: "en", label: "en" },
        { value: "zh", label: "zh" },
      ]}
      onChange={chosen}
    />,
  );
  fireEvent.change(screen.getByLabelText("Language"), { target: { value: "zh" } });
  render(<Switch label="Counted" isOn={false} onChange={chosen} />);
  fireEvent.click(screen.getByRole("switch", { name: "Counted" }));
  render(
    <Toggle isOn onChange={chosen}>
      Unread
    </Toggle>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Unread" }));
  expect(chosen.mock.calls.map(([value]) => value)).toEqual(["b", "zh", true, false]);
});

test("a menu opens, and what is chosen is done", () => {
  const done = vi.fn();
  render(
    <Menu
      label="More"
      choices={[{ id: "out", icon: "sign-out", label: "Leave", isDangerous: true, onChoose: done }]}
    >
      …
    </Menu>,
  );
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  fireEvent.click(screen.getByRole("menuitem", { name: "Leave" }));
  expect(done).toHaveBeenCalledOnce();
});

test("a search is emptied by Escape, a card put away by its cross", () => {
  const changed = vi.fn();
  render(<Search label="Find" value="x" onChange={changed} />);
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Escape" });
  expect(changed).toHaveBeenCalledWith("");
  const away = vi.fn();
  render(
    <Card title="Offer" words="words" closeLabel="Put away" onClose={away}>
      {null}
    </Card>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Put away" }));
  expect(away).toHaveBeenCalledOnce();
});

test("a camera reads from a code what was put into it", () => {
  const bytes = Uint8Array.from({ length: 120 }, (_, at) => (at * 37) % 256);
  const { container } = render(<QrCode content={bytes} label="code" />);
  const read: number[] = [];
  decodeQR(imageOf(container), { textDecoder: (part) => String(read.push(...part)) });
  expect(read).toEqual([...bytes]);
});

/** What a camera sees of the code: each of its squares four points wide. */
function imageOf(container: Element) {
  const side = Number(container.querySelector("svg")?.getAttribute("viewBox")?.split(" ")[2]) * 4;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of container
    .querySelector("path")
    ?.getAttribute("d")
    ?.matchAll(/M(\d+) (\d+)/g) ?? []) {
    for (let at = 0; at < 16; at += 1) {
      const point = (Number(y) * 4 + (at >> 2)) * side + Number(x) * 4 + (at & 3);
      data.fill(0, point * 4, point * 4 + 3);
    }
  }
  return { data, width: side, height: side };
}

test("a face is the first letter as it is seen, and keeps its colour", () => {
  expect(["ada", " @bob", "#room", "👩‍👩‍👧 x", "花园", "é", ""].map(initial)).toEqual([
    "A",
    "B",
    "R",
    "👩‍👩‍👧",
    "花",
    "É",
    "?",
  ]);
  expect(colourOf("@ada:x")).toBe(colourOf("@ada:x"));
  expect(new Set(Array.from({ length: 100 }, (_, at) => colourOf(`@${at}:x`))).size).toBe(8);
});

test("a panel leaves the focus to its field, gives it back, and no key of a word that is being put together closes it", async () => {
  const close = vi.fn();
  const page = (isOpen: boolean) => (
    <>
      <button type="button">Open</button>
      {isOpen && (
        <Panel title="Search" closeLabel="Close" onClose={close}>
          <Search label="Words" value="" onChange={() => undefined} isFirst />
        </Panel>
      )}
    </>
  );
  const { rerender } = render(page(false));
  screen.getByRole("button", { name: "Open" }).focus();
  rerender(page(true));
  const field = screen.getByRole("searchbox");
  await vi.waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.keyDown(screen.getByRole("complementary"), { key: "Escape", keyCode: 229 });
  expect(close).not.toHaveBeenCalled();
  fireEvent.keyDown(screen.getByRole("complementary"), { key: "Escape" });
  expect(close).toHaveBeenCalledOnce();
  rerender(page(false));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Open" }));
});
