// The app of a member who is signed in: one window of it at a time, since two would share the same keys.

import { useCallback, useEffect, useState } from "react";
import { call } from "../api/call.ts";
import { type Session, stored } from "../api/session.ts";
import { PictureSource } from "../kit/Avatar.tsx";
import { Button } from "../kit/Button.tsx";
import { Locale } from "../kit/Locale.tsx";
import { patiently } from "../matrix/client.ts";
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
import { Corner } from "./Corner.tsx";
import { Message } from "./Message.tsx";
import { Starting } from "./Starting.tsx";

listen();

export interface InsideProps {
  session: Session;
  /** The same member has proven who they are again. */
  onSession: (session: Session) => void;
  /** They are signed out, or their account has ended. */
  onSignedOut: (hasEnded: boolean) => void;
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
          onSignOut={() => void endSession(session).finally(() => onSignedOut(false))}
        />
      )}
      {place.is === "here" && (
        <Boundary
          broken={
            <Broken
              onAgain={() => location.reload()}
              onSignOut={() => void place.member.signOut().finally(() => onSignedOut(false))}
            />
          }
        >
          <Here member={place.member} session={session} onSession={onSession} onSignedOut={onSignedOut} />
        </Boundary>
      )}
    </Locale>
  );
}

/** On the server, where there is no client that could. */
async function endSession(session: Session): Promise<void> {
  const { accessToken } = stored() ?? session;
  await patiently(call("/_matrix/client/v3/logout", { method: "POST", token: accessToken }));
}

function Broken({ onAgain, onSignOut }: { onAgain: () => void; onSignOut: () => void }) {
  const text = useText();
  return (
    <Message title={text.say("web-broken-title")} words={text.say("web-broken")}>
      <Button look="main" onPress={onAgain}>
        {text.say("web-broken-button")}
      </Button>
      <Button onPress={onSignOut}>{text.say("accounts-out")}</Button>
    </Message>
  );
}

function Here({ member, session, onSession, onSignedOut }: InsideProps & { member: Member }) {
  const ended = useSignal(member.ended);
  const connection = useSignal(member.connection);
  const rooms = useSignal(member.rooms);
  useRegion(member);
  useAlerts(member);
  const signOut = useCallback(
    () => void member.signOut().finally(() => onSignedOut(member.hasEnded)),
    [member, onSignedOut],
  );
  useEffect(() => {
    if (ended === "wholly") signOut();
  }, [ended, signOut]);
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
