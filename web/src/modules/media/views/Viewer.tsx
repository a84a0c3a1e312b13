// One picture before everything else: whole or as large as it is, with those before and after it in the conversation.

import { useEffect, useRef, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import { useSignal } from "../../../matrix/react.ts";
import type { Attachment, Message } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { download, useFile, usePlace, type Viewed } from "../place.tsx";
import styles from "./Viewer.module.css";

export interface ViewerProps {
  viewed: Viewed;
  onView: (viewed: Viewed) => void;
  onClose: () => void;
}

type Shown = Message & { attachment: Attachment };

export default function Viewer({ viewed, onView, onClose }: ViewerProps) {
  const text = useText();
  const { items } = useSignal(viewed.timeline.conversation);
  const pictures = items.filter(
    (item): item is Shown => item.kind === "message" && item.attachment?.kind === "picture",
  );
  const at = pictures.findIndex(({ key }) => key === viewed.key);
  const shown = pictures[at];
  const [before, after] = [pictures[at - 1], pictures[at + 1]];
  const go = (to: Shown | undefined) => to && onView({ ...viewed, key: to.key });
  useArrows(text.culture.direction, (step) => go(pictures[at + step]));
  return (
    <Dialog
      title={shown?.attachment.name ?? text.say("media-gone")}
      closeLabel={text.say("common-close")}
      isFull
      onClose={onClose}
    >
      <div className={styles.viewer}>
        {shown && (
          <>
            <Picture key={shown.attachment.source.url} attachment={shown.attachment} />
            <p className={styles.facts}>
              {text.say("media-from", { name: shown.sender.name, time: text.moment(shown.at) })}
            </p>
            <div className={styles.tools}>
              <Button
                look="icon"
                aria-label={text.say("media-previous")}
                isDisabled={!before}
                onPress={() => go(before)}
              >
                <Icon name="previous" size={22} />
              </Button>
              <Keep attachment={shown.attachment} />
              <Button
                look="icon"
                aria-label={text.say("media-next")}
                isDisabled={!after}
                onPress={() => go(after)}
              >
                <Icon name="next" size={22} />
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** The arrow along the text goes on, the other one back. */
function useArrows(direction: "ltr" | "rtl", go: (step: number) => void): void {
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    const onward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const press = (event: KeyboardEvent) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      latest.current(event.key === onward ? 1 : -1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [direction]);
}

function Picture({ attachment }: { attachment: Attachment }) {
  const text = useText();
  const [isActual, setIsActual] = useState(false);
  const [isBroken, setIsBroken] = useState(false);
  const opened = useFile(attachment, "picture");
  if (isBroken || opened.is === "absent") {
    return <p className={styles.absent}>{text.say("media-unshowable")}</p>;
  }
  if (opened.is === "opening") {
    return (
      <p className={styles.absent} role="status" aria-label={text.say("media-opening")}>
        <Spinner />
      </p>
    );
  }
  return (
    <button
      type="button"
      className={`${styles.picture} ${isActual ? styles.actual : ""}`}
      aria-pressed={isActual}
      aria-label={text.say("media-actual")}
      onClick={() => setIsActual(!isActual)}
    >
      <img src={opened.address} alt={attachment.name} onError={() => setIsBroken(true)} />
    </button>
  );
}

function Keep({ attachment }: { attachment: Attachment }) {
  const text = useText();
  const { files } = usePlace();
  const [isBusy, setIsBusy] = useState(false);
  const keep = async () => {
    setIsBusy(true);
    await download(files, attachment);
    setIsBusy(false);
  };
  return (
    <Button isBusy={isBusy} onPress={() => void keep()}>
      {!isBusy && <Icon name="download" size={18} />}
      {text.say("media-keep")}
    </Button>
  );
}
