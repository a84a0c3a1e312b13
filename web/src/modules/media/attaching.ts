// Files that were chosen for the next message: by button, pasted or dropped.

import { type ClipboardEvent, type DragEvent, useState } from "react";
import type { Parcel } from "../../matrix/attachment.ts";
import type { Member } from "../../matrix/member.ts";
import { useSignal } from "../../matrix/react.ts";
import { byName, Signal } from "../../matrix/signal.ts";
import type { Said } from "../../matrix/speaker.ts";
import type { Room } from "../../matrix/types.ts";
import { useText } from "../../text/text.tsx";
import { type Chosen, choose, type Fault, isText } from "./model.ts";

/** What was chosen in a room or a thread. */
interface Choice {
  chosen: readonly Chosen[];
  fault: Fault | undefined;
  /** They are being made ready. */
  isBusy: boolean;
  isSmaller: boolean;
}

/** It stays while one is elsewhere, for as long as the page is open. */
const choiceIn = byName(
  () => new Signal<Choice>({ chosen: [], fault: undefined, isBusy: false, isSmaller: false }),
);

type Relation = Record<string, unknown>;

export interface Attaching extends Choice {
  onSmaller: (isSmaller: boolean) => void;
  add: (files: Iterable<File>) => void;
  remove: (id: number) => void;
  /** Sends them, with words beside the only one, and says whether all are on their way; each is asked what it refers to. */
  send: (caption: Said | undefined, relation: () => Relation | undefined) => Promise<boolean>;
  /** Sends what is not a chosen file, such as a voice. */
  sendParcel: (parcel: Parcel, relation?: Relation) => void;
  onPaste: (event: ClipboardEvent) => void;
}

export function useAttaching(member: Member, room: Room, place: string): Attaching {
  const text = useText();
  const choice = choiceIn(place);
  const change = (news: Partial<Choice>) => choice.set({ ...choice.get(), ...news });
  const add = async (files: Iterable<File>) => {
    const more = [...files];
    if (more.length === 0) return;
    const bounds = { largest: await member.uploads.largest(), room: member.uploads.room };
    change(choose(choice.get().chosen, more, bounds, (bytes) => text.size(bytes)));
  };
  const keepWithout = (id: number) => choice.get().chosen.filter((one) => one.id !== id);
  const send: Attaching["send"] = async (caption, relation) => {
    change({ isBusy: true, fault: undefined });
    let fault: Fault = { key: "common-error-unreached", values: {} };
    try {
      const { prepare } = await import("./preparing.ts");
      const { chosen, isSmaller } = choice.get();
      const wanted = { isSmaller, isEncrypted: room.isEncrypted };
      // One after the other, since a large picture takes much memory while it is looked at.
      for (const { id, file } of chosen) {
        fault = { key: "media-unreadable", values: { name: file.name } };
        const parcel = await prepare(file, wanted);
        member.uploads.add(room.id, parcel, caption, relation());
        change({ chosen: keepWithout(id) });
      }
      return true;
    } catch {
      change({ fault });
      return false;
    } finally {
      change({ isBusy: false });
    }
  };
  return {
    ...useSignal(choice),
    onSmaller: (isSmaller) => change({ isSmaller }),
    add: (files) => void add(files),
    remove: (id) => change({ fault: undefined, chosen: keepWithout(id) }),
    send,
    sendParcel: (parcel, relation) => member.uploads.add(room.id, parcel, undefined, relation),
    onPaste: (event) => {
      const { files, types } = event.clipboardData;
      if (files.length === 0 || isText(types)) return;
      event.preventDefault();
      void add(files);
    },
  };
}

export interface Dropping {
  /** Files are held over the place. */
  isOver: boolean;
  handlers: {
    onDragOver?: (event: DragEvent) => void;
    onDragLeave?: (event: DragEvent) => void;
    onDrop?: (event: DragEvent) => void;
  };
}

/** A place that takes files which are dropped on it, where there is anything to do with them. */
export function useDropping(onFiles: ((files: Iterable<File>) => void) | undefined): Dropping {
  const [isOver, setIsOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  if (!onFiles) return { isOver: false, handlers: {} };
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: (event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setIsOver(false);
      },
      onDrop: (event) => {
        setIsOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        onFiles(event.dataTransfer.files);
      },
    },
  };
}
