// A file in a conversation: a picture in its box, something to play, or a line with its name; and how far it is on its
// way.

import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Icon, type IconName } from "../../../kit/Icon.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Absence } from "../../../matrix/files.ts";
import type { Timeline } from "../../../matrix/timeline.ts";
import type { Attachment as File, Message } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { boxOf, lasting } from "../model.ts";
import { download, useFile, usePlace } from "../place.tsx";
import styles from "./Attachment.module.css";

const ICONS: Record<File["kind"], IconName> = {
  picture: "picture",
  video: "video",
  sound: "sound",
  voice: "microphone",
  file: "file",
};

const ABSENT: Record<Absence, string> = {
  unreached: "media-unreached",
  gone: "media-gone",
  damaged: "media-damaged",
  unshowable: "media-unshowable",
};

export interface AttachmentProps {
  message: Message;
  attachment: File;
  timeline: Timeline;
}

export default function Attachment({ message, attachment, timeline }: AttachmentProps) {
  const { kind } = attachment;
  return (
    <div className={styles.attachment}>
      {kind === "picture" ? (
        <Picture message={message} attachment={attachment} timeline={timeline} />
      ) : kind === "file" ? (
        <Line attachment={attachment} />
      ) : (
        <Playable attachment={attachment} />
      )}
      {message.progress !== undefined && (
        <Progress
          name={attachment.name}
          part={message.progress}
          onCancel={() => timeline.speaker.discard(message.id)}
        />
      )}
    </div>
  );
}

function Picture({ message, attachment, timeline }: AttachmentProps) {
  const text = useText();
  const { view } = usePlace();
  const opened = useFile(attachment, "small");
  const [broken, setBroken] = useState<string>();
  if (opened.is === "absent") return <Line attachment={attachment} absence={opened.why} />;
  if (opened.is === "open" && broken === opened.address) {
    return <Line attachment={attachment} absence="unshowable" />;
  }
  return (
    <button
      type="button"
      className={styles.picture}
      style={sized(attachment)}
      aria-label={text.say("media-open-picture", { name: attachment.name })}
      onClick={() => view({ key: message.key, timeline })}
    >
      {opened.is === "open" ? (
        <img src={opened.address} alt="" draggable={false} onError={() => setBroken(opened.address)} />
      ) : (
        <Icon name="picture" size={24} />
      )}
    </button>
  );
}

/** Fetched when somebody wants to see or hear it. */
function Playable({ attachment }: { attachment: File }) {
  const text = useText();
  const [isWanted, setIsWanted] = useState(false);
  const [isBroken, setIsBroken] = useState(false);
  const opened = useFile(attachment, isWanted ? "file" : undefined);
  const player = useRef<HTMLMediaElement>(null);
  const { kind, name } = attachment;
  // What is out of sight is not heard, and begins only when somebody asks again.
  useLayoutEffect(
    () => () => {
      player.current?.pause();
      setIsWanted(false);
      setIsBroken(false);
    },
    [],
  );
  if (opened.is === "absent") return <Line attachment={attachment} absence={opened.why} />;
  if (isBroken) return <Line attachment={attachment} absence="unshowable" />;
  if (opened.is === "open") {
    const shown = {
      src: opened.address,
      controls: true,
      autoPlay: true,
      "aria-label": name,
      onError: () => setIsBroken(true),
    };
    if (kind === "video")
      return <video ref={player as RefObject<HTMLVideoElement | null>} className={styles.video} {...shown} />;
    return <audio ref={player as RefObject<HTMLAudioElement | null>} className={styles.sound} {...shown} />;
  }
  const play = () => setIsWanted(true);
  const label = kind === "voice" ? text.say("media-play-voice") : text.say("media-play", { name });
  if (kind === "video" && attachment.thumbnail) {
    return <Poster attachment={attachment} isBusy={isWanted} onPlay={play} />;
  }
  return (
    <Line attachment={attachment}>
      <Button look="icon" isBusy={isWanted} aria-label={label} onPress={play}>
        {!isWanted && <Icon name="play" size={18} />}
      </Button>
    </Line>
  );
}

/** A film before it is played. */
function Poster({ attachment, isBusy, onPlay }: { attachment: File; isBusy: boolean; onPlay: () => void }) {
  const text = useText();
  const opened = useFile(attachment, "small");
  return (
    <button
      type="button"
      className={styles.poster}
      style={sized(attachment)}
      aria-label={text.say("media-play", { name: attachment.name })}
      onClick={onPlay}
    >
      {opened.is === "open" && <img src={opened.address} alt="" />}
      <span className={styles.play}>{isBusy ? <Spinner /> : <Icon name="play" size={24} />}</span>
    </button>
  );
}

function sized(attachment: File): CSSProperties {
  const { width, height } = boxOf(attachment);
  return { inlineSize: `${width / 16}rem`, aspectRatio: `${width} / ${height}` };
}

interface LineProps {
  attachment: File;
  /** Why it cannot be shown. */
  absence?: Absence;
  children?: ReactNode;
}

function Line({ attachment, absence, children }: LineProps) {
  const text = useText();
  const { files } = usePlace();
  const [isBusy, setIsBusy] = useState(false);
  const [why, setWhy] = useState(absence);
  const { kind, name, bytes, durationMs } = attachment;
  const keep = async () => {
    setIsBusy(true);
    const opened = await download(files, attachment);
    setWhy(opened.is === "absent" ? opened.why : undefined);
    setIsBusy(false);
  };
  const facts = [
    durationMs === undefined ? undefined : lasting(durationMs, (value) => text.number(value)),
    bytes === undefined ? undefined : text.size(bytes),
  ].filter((fact) => fact !== undefined);
  return (
    <div className={styles.line} role="group" aria-label={name}>
      <Entry
        avatar={
          children ?? (
            <span className={styles.kind}>
              <Icon name={ICONS[kind]} size={20} />
            </span>
          )
        }
        name={kind === "voice" ? text.say("media-voice") : name}
        end={
          <Button
            look="icon"
            isBusy={isBusy}
            aria-label={text.say("media-download", { name })}
            onPress={() => void keep()}
          >
            {!isBusy && <Icon name="download" size={18} />}
          </Button>
        }
      >
        <bdi className="quiet">{why ? text.say(ABSENT[why]) : facts.join(" · ")}</bdi>
      </Entry>
    </div>
  );
}

function Progress({ name, part, onCancel }: { name: string; part: number; onCancel: () => void }) {
  const text = useText();
  return (
    <div className={styles.progress}>
      <progress value={part} max={1} aria-label={text.say("media-sending", { name })} />
      <span aria-hidden="true">{text.part(part)}</span>
      <Button look="quiet" onPress={onCancel}>
        {text.say("common-cancel")}
      </Button>
    </div>
  );
}
