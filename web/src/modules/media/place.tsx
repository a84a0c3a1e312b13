// What every view of a file needs: the files themselves, and the viewer that stands before everything else.

import {
  createContext,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
} from "react";
import { later } from "../../kit/later.ts";
import type { Files, Held, Opened, Wish } from "../../matrix/files.ts";
import type { Timeline } from "../../matrix/timeline.ts";
import type { Attachment } from "../../matrix/types.ts";

const Viewer = later(() => import("./views/Viewer.tsx"));

/** A picture that is looked at, and the conversation that it stands in. */
export interface Viewed {
  key: string;
  timeline: Timeline;
}

interface Place {
  files: Files;
  view: (viewed: Viewed) => void;
}

const Context = createContext<Place | undefined>(undefined);

export function MediaPlace({ files, children }: { files: Files; children: ReactNode }) {
  const [viewed, setViewed] = useState<Viewed>();
  const [place] = useState(() => ({ files, view: setViewed }));
  return (
    <Context value={place}>
      {children}
      {viewed && (
        <Suspense>
          <Viewer viewed={viewed} onView={setViewed} onClose={() => setViewed(undefined)} />
        </Suspense>
      )}
    </Context>
  );
}

export function usePlace(): Place {
  const place = useContext(Context);
  if (!place) throw new Error("A file is shown outside of MediaPlace.");
  return place;
}

const OPENING: Opened = { is: "opening" };

/** A file, opened as long as it is wanted and shown. */
export function useFile(attachment: Attachment, wish: Wish | undefined): Opened {
  const { files } = usePlace();
  const [opened, setOpened] = useState(OPENING);
  const [attempt, setAttempt] = useState(0);
  const { url } = attachment.source;
  const isUnreached = opened.is === "absent" && opened.why === "unreached";
  useEffect(() => {
    if (!isUnreached) return;
    const again = () => setAttempt((attempt) => attempt + 1);
    globalThis.addEventListener("online", again);
    return () => globalThis.removeEventListener("online", again);
  }, [isUnreached]);
  // Before the paint, so that what is here already is seen at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address means one file for ever
  useLayoutEffect(() => {
    if (wish === undefined) return;
    const held = files.hold(attachment, wish);
    const update = () => setOpened(held.opened.get());
    update();
    const stop = held.opened.subscribe(update);
    return () => {
      stop();
      held.release();
    };
  }, [files, url, wish, attempt]);
  return opened;
}

/** Gives a file to the browser to keep. */
export async function download(files: Files, attachment: Attachment): Promise<Opened> {
  const held = files.hold(attachment, "file");
  const opened = await settled(held);
  if (opened.is === "open") {
    const link = document.createElement("a");
    link.href = opened.address;
    link.download = attachment.name;
    link.click();
  }
  held.release();
  return opened;
}

function settled({ opened }: Held): Promise<Opened> {
  return new Promise((resolve) => {
    const look = () => {
      if (opened.get().is === "opening") return;
      stop();
      resolve(opened.get());
    };
    const stop = opened.subscribe(look);
    queueMicrotask(look);
  });
}
