import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Parcel } from "../../matrix/attachment.ts";
import type { Member } from "../../matrix/member.ts";
import type { Room } from "../../matrix/types.ts";
import { useAttaching } from "./attaching.ts";

vi.mock("../../text/text.tsx", () => ({ useText: () => ({ size: String }) }));
vi.mock("./preparing.ts", () => ({
  prepare: async (file: File) => {
    if (file.name === "moved") throw new DOMException("It is not there any more.", "NotFoundError");
    return { name: file.name };
  },
}));

const file = (name: string) => new File(["x"], name);

test("of several files the first answers, and one that cannot be read is named and stays", async () => {
  const sent: unknown[] = [];
  const add = (_: string, { name }: Parcel, __: undefined, relation: unknown) => sent.push([name, relation]);
  const member = { uploads: { add, largest: async () => 100, room: 50 } } as unknown as Member;
  const { result } = renderHook(() => useAttaching(member, { id: "!r" } as Room, "!r"));
  await act(async () => result.current.add(["one", "two", "moved"].map(file)));
  const relations = [{ answers: "$1" }];
  const send = () => result.current.send(undefined, () => relations.shift());
  expect(await act(send)).toBe(false);
  expect(sent).toEqual([
    ["one", { answers: "$1" }],
    ["two", undefined],
  ]);
  expect(result.current.fault).toEqual({ key: "media-unreadable", values: { name: "moved" } });
  expect(result.current.chosen.map(({ file }) => file.name)).toEqual(["moved"]);
  await act(async () => result.current.remove(result.current.chosen[0]?.id ?? 0));
  expect(result.current.fault).toBeUndefined();
});
