// Files that were chosen for the next message: by button, pasted or dropped.

import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import type { Parcel } from "../../matrix/attachment.ts";
import type { Member } from "../../matrix/member.ts";
import type { Said } from "../../matrix/speaker.ts";
import type { Room } from "../../matrix/types.ts";
import { useText } from "../../text/text.tsx";
import { type Chosen, choose, type Fault } from "./model.ts";

export interface Attaching {
  chosen: readonly Chosen[];
  fault: Fault | undefined;
  /** They are being made ready. */
  isBusy: boolean;
  isSmaller: boolean;
  onSmaller: (isSmaller: boolean) => void;
  add: (files: Iterable<File>) => void;
  remove: (id: number) => void;
  /** Sends them, with words beside the only one, and says whether they are on their way. */
  send: (caption?: Said, relation?: Record<string, unknown>) => Promise<boolean>;
  /** Sends what is not a chosen file, such as a voice. */
  sendParcel: (parcel: Parcel, relation?: Record<string, unknown>) => void;
  onPaste: (event: ClipboardEvent) => void;
}

export function useAttaching(member: Member, room: Room): Attaching {
  const text = useText();
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const latest = useRef(chosen);
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setIsBusy] = useState(false);
  const [isSmaller, setIsSmaller] = useState(false);

  const keep = (chosen: readonly Chosen[]) => {
    latest.current = chosen;
    setChosen(chosen);
  };
  const add = async (files: Iterable<File>) => {
    const more = [...files];
    if (more.length === 0) return;
    const bounds = { largest: await member.uploads.largest(), room: member.uploads.room };
    const next = choose(latest.current, more, bounds, (bytes) => text.size(bytes));
    setFault(next.fault);
    keep(next.chosen);
  };
  const send = async (caption?: Said, relation?: Record<string, unknown>) => {
    setIsBusy(true);
    setFault(undefined);
    try {
      const { prepare } = await import("./preparing.ts");
      const wanted = { isSmaller, isEncrypted: room.isEncrypted };
      // One after the other, since a large picture takes much memory while it is looked at.
      for (const one of chosen) {
        member.uploads.add(room.id, await prepare(one.file, wanted), caption, relation);
        keep(latest.current.filter((other) => other !== one));
      }
      return true;
    } catch {
      setFault({ key: "common-error-unreached", values: {} });
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return {
    chosen,
    fault,
    isBusy,
    isSmaller,
    onSmaller: setIsSmaller,
    add: (files) => void add(files),
    remove: (id) => {
      setFault(undefined);
      keep(latest.current.filter((one) => one.id !== id));
    },
    send,
    sendParcel: (parcel, relation) => member.uploads.add(room.id, parcel, undefined, relation),
    onPaste: (event) => {
      const { files, types } = event.clipboardData;
      // A text with a picture of itself, as office programs copy it, is text.
      if (files.length === 0 || types.includes("text/plain")) return;
      event.preventDefault();
      void add(files);
    },
  };
}

export interface Dropping {
  /** Files are held over the place. */
  isOver: boolean;
  handlers: {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
}

/** A place that takes files which are dropped on it. */
export function useDropping(onFiles: (files: Iterable<File>) => void): Dropping {
  const [isOver, setIsOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
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
