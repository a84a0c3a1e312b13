// Where one writes: Enter sends, Shift and Enter begin a line, as Enter alone does on a phone; @ names somebody, Up edits
// what one said last.

import {
  type ChangeEvent,
  type KeyboardEvent,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { isComposing } from "../../../kit/keys.ts";
import { later } from "../../../kit/later.ts";
import { Popover } from "../../../kit/Popover.tsx";
import type { Parcel } from "../../../matrix/attachment.ts";
import type { Message, Person } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import type { Attaching } from "../../media/attaching.ts";
import { type Draft, withoutSubject, withSign } from "../composing.ts";
import { said } from "../model.ts";
import { Completion, useCompletion } from "./Completion.tsx";
import styles from "./Composer.module.css";

const Emoji = later(() => import("../../emoji/views/Picker.tsx"));
const Recorder = later(() => import("../../media/views/Recorder.tsx"));
const Tray = later(() => import("../../media/views/Tray.tsx"));

/** Others are told again that one is writing after this time. */
const TYPING_MS = 10_000;

export interface ComposerProps {
  /** What stands in the empty field. */
  label: string;
  draft: Draft;
  /** It is more than one message has room for. */
  isTooLong: boolean;
  /** How often something was taken back into the field, which is gone on with at once. */
  recalls: number;
  /** What is answered or edited. */
  about: Message | undefined;
  typing: readonly Person[];
  people: () => Person[];
  attaching: Attaching;
  onVoice: (parcel: Parcel) => void;
  onWrite: (draft: Draft) => void;
  onTyping: (isTyping: boolean) => void;
  onSend: () => void;
  onEditLast: () => void;
}

export function Composer(props: ComposerProps) {
  const { label, draft, isTooLong, recalls, about, typing, people, attaching, onWrite, onSend, onEditLast } =
    props;
  const text = useText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(draft.text.length);
  const [isRecording, setIsRecording] = useState(false);
  const isEmpty = draft.text.trim() === "" && attaching.chosen.length === 0;
  const tell = useTelling(props.onTyping);
  // A recording ends when its conversation goes out of sight.
  useEffect(() => () => setIsRecording(false), []);

  const put = (done: { draft: Draft; caret: number }) => {
    // At once: whoever goes on typing does not wait for a frame.
    flushSync(() => {
      onWrite(done.draft);
      setCaret(done.caret);
    });
    area.current?.focus();
    area.current?.setSelectionRange(done.caret, done.caret);
  };
  const completion = useCompletion({ draft, caret, people, onComplete: put });
  const subject = draft.edits ?? draft.replyTo;

  useLayoutEffect(() => {
    const field = area.current;
    if (!field) return;
    field.style.blockSize = "auto";
    field.style.blockSize = draft.text === "" ? "" : `${field.scrollHeight}px`;
  }, [draft.text]);

  // The keys of a phone have no Enter with Shift, and the button that sends stands right above them.
  const isTouch = matchMedia("(pointer: coarse)").matches;

  // Who answers or edits goes on writing at once. On a phone the keyboard waits to be asked for.
  const resume = (isAsked = false) => {
    if (isAsked || matchMedia("(pointer: fine)").matches) area.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and for each message that is answered or edited
  useEffect(() => resume(subject !== undefined), [subject]);
  useEffect(() => {
    if (recalls > 0) area.current?.focus();
  }, [recalls]);

  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart } = event.currentTarget;
    setCaret(selectionStart);
    completion.restart();
    tell(value !== "");
    onWrite({ ...draft, text: value });
  };
  const send = () => {
    tell(false);
    onSend();
    area.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return;
    if (completion.takes(event.key)) {
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey && !isTouch) {
      event.preventDefault();
      send();
    } else if (event.key === "ArrowUp" && draft.text === "") {
      event.preventDefault();
      onEditLast();
    } else if (event.key === "Escape" && subject !== undefined) {
      event.preventDefault();
      onWrite(withoutSubject(draft));
    }
  };
  return (
    <footer className={styles.composer}>
      <p className={styles.typing} aria-live="polite">
        {typing.length > 0 &&
          text.say("rooms-typing", {
            count: typing.length,
            names: text.list(typing.slice(0, 3).map(({ name }) => name)),
          })}
      </p>
      <Completion id={`${id}list`} completion={completion} />
      <div className={styles.box}>
        {subject !== undefined && (
          <div className={styles.about}>
            <Icon name={draft.edits ? "edit" : "reply"} size={15} />
            <span dir="auto">
              {draft.edits
                ? text.say("rooms-editing")
                : text.say("rooms-replying", {
                    name: about?.sender.name ?? "",
                    body: about?.unreadable ? text.say("rooms-last-unreadable") : about ? said(about) : "",
                  })}
            </span>
            <Button
              look="icon"
              aria-label={text.say("common-cancel")}
              onPress={() => onWrite(withoutSubject(draft))}
            >
              <Icon name="close" size={15} />
            </Button>
          </div>
        )}
        {isTooLong && (
          <p className={styles.long} role="alert">
            <Icon name="warning" size={15} /> {text.say("rooms-too-long")}
          </p>
        )}
        {(attaching.chosen.length > 0 || attaching.fault) && (
          <Suspense>
            <Tray attaching={attaching} />
          </Suspense>
        )}
        {isRecording ? (
          <div className={styles.line}>
            <Suspense>
              <Recorder
                onSend={props.onVoice}
                onLeave={(file) => attaching.add([file])}
                onClose={() => {
                  flushSync(() => setIsRecording(false));
                  resume();
                }}
              />
            </Suspense>
          </div>
        ) : (
          <div className={styles.line}>
            <Button look="icon" aria-label={text.say("media-attach")} onPress={() => picker.current?.click()}>
              <Icon name="attach" size={19} />
            </Button>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              aria-label={text.say("media-attach")}
              onChange={(event) => {
                attaching.add(event.currentTarget.files ?? []);
                event.currentTarget.value = "";
                area.current?.focus();
              }}
            />
            <textarea
              ref={area}
              className={styles.area}
              rows={1}
              dir={draft.text === "" ? undefined : "auto"}
              value={draft.text}
              enterKeyHint={isTouch ? "enter" : "send"}
              placeholder={attaching.chosen.length === 1 ? text.say("media-caption") : label}
              aria-label={label}
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-controls={completion.offers.length > 0 ? `${id}list` : undefined}
              aria-activedescendant={
                completion.offers.length > 0 ? `${id}list${completion.chosen}` : undefined
              }
              onChange={change}
              onKeyDown={press}
              onPaste={attaching.onPaste}
              onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
              onBlur={() => tell(false)}
            />
            <Popover label={text.say("emoji-choose")} trigger={<Icon name="smile" size={19} />}>
              {(close) => (
                <Suspense>
                  <Emoji
                    onChoose={(sign) => {
                      close();
                      put(withSign(draft, caret, caret, sign));
                    }}
                  />
                </Suspense>
              )}
            </Popover>
            {isEmpty && !attaching.isBusy ? (
              <Button look="icon" aria-label={text.say("media-record")} onPress={() => setIsRecording(true)}>
                <Icon name="microphone" size={19} />
              </Button>
            ) : (
              <Button
                look="icon"
                className={styles.send ?? ""}
                aria-label={text.say("rooms-send")}
                isBusy={attaching.isBusy}
                onPress={send}
              >
                {!attaching.isBusy && <Icon name={draft.edits ? "check" : "send"} size={19} />}
              </Button>
            )}
          </div>
        )}
      </div>
    </footer>
  );
}

/** Tells others now and then, and once when it ends. */
function useTelling(onTyping: (isTyping: boolean) => void): (isTyping: boolean) => void {
  const told = useRef(0);
  const tell = (isTyping: boolean) => {
    const now = Date.now();
    if (isTyping ? now - told.current < TYPING_MS : told.current === 0) return;
    told.current = isTyping ? now : 0;
    onTyping(isTyping);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it ends when nobody writes here any more
  useEffect(() => () => tell(false), []);
  return tell;
}
