import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SIGNALS } from "./words.ts";

test("the app tells what the server's lexicon has", () => {
  const page = readFileSync("../docs/signals.md", "utf8").split("\n");
  const cells = (line: string) => line.split("|").map((cell) => cell.trim());
  const told = page.filter((line) => line.includes("| `signals.app_"));
  const found = told.map(cells).map(([, name = "", , , , , variants = ""]) => {
    const said = page
      .map(cells)
      .find((line) => line[1] === name && /^(retention|product),/.test(line[4] ?? ""));
    const words = [...variants.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
    return [name.replaceAll("`", ""), { purpose: said?.[4]?.split(",", 1)[0], variants: words }];
  });
  expect(Object.fromEntries(found)).toEqual(SIGNALS);
});
