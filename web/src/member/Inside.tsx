// The app of a member who is signed in: one window of it at a time, since two would share the same keys.

import { useCallback, useEffect, useRef, useState } from "react";
import { type Session, stored } from "../api/session.ts";
import { PictureSource } from "../kit/Avatar.tsx";
import { Button } from "../kit/Button.tsx";
import { Locale } from "../kit/Locale.tsx";
import { Member } from "../matrix/member.ts";
import { MemberContext, useSignal } from "../matrix/react.ts";
import { Again } from "../modules/accounts/views/Again.tsx";
import { useRegion } from "../modules/cultures/member.tsx";
import { MediaPlace } from "../modules/media/place.tsx";
import { useAlerts } from "../modules/push/member.tsx";
import { Rooms } from "../modules/rooms/member.tsx";
import { useText } from "../text/text.tsx";
import { listen } from "../worker/kept.ts";
import { Boundary } from "./Boundary.tsx";
import { Broken } from "./Broken.tsx";
import { Corner } from "./Corner.tsx";
import { endSession, type Parting } from "./leaving.ts";
import { Message } from "./Message.tsx";
import { Starting } from "./Starting.tsx";

listen();

export interface InsideProps {
  session: Session;
  /** The same member has proven who they are again. */
  onSession: (session: Session) => void;
  onSignedOut: (parting?: Parting) => void;
}

type Place = { is: "starting" } | { is: "elsewhere" } | { is: "broken" } | { is: "here"; member: Member };

export default function Inside({ session, onSession, onSignedOut }: InsideProps) {
  const text = useText();
  const [attempt, setAttempt] = useState({ takes: false });
  const place = usePlace(session, attempt);
  return (
    <Locale culture={text.culture}>
      {place.is === "starting" && <Starting />}
      {place.is === "elsewhere" && (
        <Message title={text.say("web-elsewhere-title")} words={text.say("web-elsewhere")}>
          <Button look="main" onPress={() => setAttempt({ takes: true })}>
            {text.say("web-elsewhere-button")}
          </Button>
        </Message>
      )}
      {place.is === "broken" && (
        <Broken
          onAgain={() => setAttempt({ takes: true })}
          onSignOut={() => void endSession(session).finally(() => onSignedOut())}
        />
      )}
      {place.is === "here" && (
        <Boundary
          broken={
            <Broken
              onAgain={() => location.reload()}
              onSignOut={() => void place.member.signOut().finally(() => onSignedOut())}
            />
          }
        >
          <Here member={place.member} session={session} onSession={onSession} onSignedOut={onSignedOut} />
        </Boundary>
      )}
    </Locale>
  );
}

function Here({ member, session, onSession, onSignedOut }: InsideProps & { member: Member }) {
  const ended = useSignal(member.ended);
  const connection = useSignal(member.connection);
  const rooms = useSignal(member.rooms);
  useRegion(member);
  useAlerts(member);
  const isLeaving = useRef(false);
  const leave = useCallback(
    (parting?: Parting) => {
      // Whoever signs out may hear that the session has ended.
      if (isLeaving.current) return;
      isLeaving.current = true;
      void member.signOut().finally(() => onSignedOut(member.hasEnded ? "ended" : parting));
    },
    [member, onSignedOut],
  );
  const signOut = useCallback(() => leave(), [leave]);
  useEffect(() => {
    if (ended === "wholly") leave("elsewhere");
  }, [ended, leave]);
  if (ended === "softly") return <Again session={session} onSession={onSession} onSignOut={signOut} />;
  // What is kept from the last time is shown before the server has answered.
  if (connection === "starting" && rooms.length === 0) return <Starting />;
  return (
    <MemberContext value={member}>
      <PictureSource value={member.pictures.of}>
        <MediaPlace files={member.files}>
          <Rooms member={member} onSignOut={signOut} />
          <Corner member={member} />
        </MediaPlace>
      </PictureSource>
    </MemberContext>
  );
}

/** Starts the client once this window alone has the session, and stops it when another takes it. */
function usePlace(session: Session, attempt: { takes: boolean }): Place {
  const [place, setPlace] = useState<Place>({ is: "starting" });
  useEffect(() => {
    const left = new AbortController();
    const hold = async (lock: Lock | null) => {
      if (left.signal.aborted) return;
      if (!lock) {
        setPlace({ is: "elsewhere" });
        return;
      }
      // Another window has renewed the tokens since this page was loaded, or has signed out.
      const now = stored();
      if (now?.userId !== session.userId) {
        location.reload();
        return;
      }
      const member = await Member.start(now);
      if (!left.signal.aborted) setPlace({ is: "here", member });
      await aborted(left.signal);
      member.stop();
    };
    setPlace({ is: "starting" });
    // A page that is loaded anew waits a moment for the one before it to let go.
    const options: LockOptions = attempt.takes ? { steal: true } : { signal: timeLimit(left.signal) };
    navigator.locks.request(`hearth:${session.userId}`, options, hold).catch((error: unknown) => {
      if (left.signal.aborted) return;
      const isTaken =
        error instanceof DOMException && (error.name === "AbortError" || error.name === "TimeoutError");
      left.abort();
      setPlace({ is: isTaken ? "elsewhere" : "broken" });
    });
    return () => left.abort();
  }, [session, attempt]);
  return place;
}

/** How long a window waits for another to close. */
const WAIT_MS = 1500;

function timeLimit(left: AbortSignal): AbortSignal {
  return AbortSignal.any([left, AbortSignal.timeout(WAIT_MS)]);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
