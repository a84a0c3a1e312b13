// The way in: one form for signing in and for signing up, in at most three fields.

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Session } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Flame } from "../../../kit/Flame.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useText } from "../../../text/text.tsx";
import { useTitle } from "../../../text/title.ts";
import { codeIn, invitedTo } from "../../invites/model.ts";
import { Landing } from "../../invites/views/Landing.tsx";
import { deviceName } from "../device.ts";
import {
  type Community,
  community,
  type Fault,
  faultFrom,
  faultOf,
  PASSWORD_CHARACTERS_MIN,
  type Registration,
  registration,
  signIn,
  signUp,
} from "../model.ts";
import { ByCode } from "./ByCode.tsx";
import styles from "./Entrance.module.css";
import { Languages } from "./Languages.tsx";

export interface EntranceProps {
  mode: "sign-in" | "sign-up";
  /** A link to the other mode. */
  onMode: (mode: "sign-in" | "sign-up") => void;
  /** With the room that they are led into, where they came for one. */
  onSession: (session: Session, room: string | undefined) => void;
}

/** Of who did not go by themselves. */
function partingIn(search: string): string | undefined {
  const asked = new URLSearchParams(search);
  if (asked.has("ended")) return "accounts-ended";
  return asked.has("elsewhere") ? "accounts-elsewhere" : undefined;
}

export function Entrance({ mode, onMode, onSession }: EntranceProps) {
  const text = useText();
  const community = useCommunity(text.culture.tag);
  const { server, minimumAge } = community;
  const invited = invitedTo(location.search);
  const room = invited ?? (mode === "sign-up" ? community.room : undefined);
  const isTold = mode === "sign-up" && (invited ?? community.name) !== undefined;
  const offer = useRegistration(mode, text.culture.tag);
  const closed = !isSecureContext
    ? "accounts-insecure"
    : mode === "sign-up" && offer?.isOpen === false
      ? "accounts-error-closed"
      : undefined;
  const parting = partingIn(location.search);
  const enter = (session: Session) => onSession(session, room);
  const byCode = mode === "sign-in" && !closed && <ByCode onSession={enter} />;
  const title = text.say(mode === "sign-in" ? "accounts-in-title" : "accounts-up-title");
  useTitle([title, community.name ?? server]);
  const isCodeFirst = text.culture.favouredSignIn === "qr-code";
  return (
    <main className={styles.entrance}>
      <div>
        <div className={styles.card}>
          {isTold ? <Landing community={community} room={room} /> : <Flame />}
          <div className={styles.head}>
            <h1>{title}</h1>
            {server && !isTold && (
              <p>{text.say(mode === "sign-in" ? "accounts-in-intro" : "accounts-up-intro", { server })}</p>
            )}
          </div>
          {mode === "sign-in" && parting && <Notice>{text.say(parting)}</Notice>}
          {isCodeFirst && byCode}
          {closed ? (
            <Notice>{text.say(closed)}</Notice>
          ) : (
            <Form
              key={mode}
              mode={mode}
              server={server}
              minimumAge={minimumAge}
              offer={offer}
              onSession={enter}
            />
          )}
          {!isCodeFirst && byCode}
          <p className={styles.other}>
            {text.say(mode === "sign-in" ? "accounts-in-other" : "accounts-up-other")}{" "}
            <Link to={mode === "sign-in" ? "sign-up" : "sign-in"} onMode={onMode}>
              {text.say(mode === "sign-in" ? "accounts-in-other-link" : "accounts-up-other-link")}
            </Link>
          </p>
        </div>
        <footer className={styles.foot}>
          <Languages />
        </footer>
      </div>
    </main>
  );
}

interface FormProps {
  mode: "sign-in" | "sign-up";
  server: string | undefined;
  minimumAge: number | undefined;
  offer: Registration | undefined;
  onSession: (session: Session) => void;
}

function Form({ mode, server, minimumAge, offer, onSession }: FormProps) {
  const text = useText();
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setIsBusy] = useState(false);
  const [name, setName] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const needsToken = mode === "sign-up" && offer?.needsToken === true;
  const invited = codeIn(location);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const filled = new FormData(event.currentTarget);
    const field = (name: string) => String(filled.get(name) ?? "");
    const wanted = { name: field("username"), password: field("password"), token: field("token") };
    const known = mode === "sign-up" ? faultOf(wanted, needsToken) : undefined;
    setFault(known);
    if (known) return;
    setIsBusy(true);
    try {
      const device = deviceName(text, navigator.userAgent);
      onSession(
        await (mode === "sign-in" ? signIn(wanted.name, wanted.password, device) : signUp(wanted, device)),
      );
    } catch (error) {
      setFault(faultFrom(error, mode));
      setIsBusy(false);
    }
  };

  // Who cannot see the words is led to what has to be changed.
  useEffect(() => {
    const names = { name: "username", password: "password", token: "token" };
    const wrong = fault?.field && form.current?.elements.namedItem(names[fault.field]);
    if (wrong instanceof HTMLInputElement) wrong.focus();
  }, [fault]);

  const said = (field: Fault["field"]) =>
    fault && fault.field === field ? text.say(fault.key, fault.values) : undefined;
  const isNew = mode === "sign-up";
  const example = `@${name.trim() || "ada"}:${server}`;
  const age = minimumAge ?? text.culture.minimumAge ?? 0;
  const whole = said(undefined);
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={submit}>
      {whole && <Notice isWrong>{whole}</Notice>}
      <Field
        label={text.say("accounts-name-label")}
        hint={isNew && server ? text.say("accounts-name-hint", { example }) : undefined}
        fault={said("name")}
        name="username"
        onChange={setName}
        autoComplete="username"
        isVerbatim
        autoFocus
        isRequired
      />
      <Field
        label={text.say("accounts-password-label")}
        hint={isNew ? text.say("accounts-password-hint", { count: PASSWORD_CHARACTERS_MIN }) : undefined}
        fault={said("password")}
        name="password"
        type="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        isRequired
      />
      {needsToken && (
        <Field
          label={text.say("accounts-token-label")}
          hint={text.say("accounts-token-hint")}
          fault={said("token")}
          name="token"
          autoComplete="off"
          isVerbatim
          defaultValue={invited}
          isRequired
        />
      )}
      {isNew && age > 0 && <p className={styles.terms}>{text.say("cultures-minimum-age", { age })}</p>}
      {isNew && offer !== undefined && offer.terms.length > 0 && (
        <p className={styles.terms}>
          {text.say("accounts-up-terms")}{" "}
          {offer.terms.map(({ name, url }) => (
            <a key={url} href={url} target="_blank" rel="noreferrer">
              <bdi>{name}</bdi>
            </a>
          ))}
        </p>
      )}
      <Button type="submit" look="main" isWide isBusy={isBusy}>
        {text.say(isNew ? "accounts-up-button" : "accounts-in-button")}
      </Button>
    </form>
  );
}

function Link({
  to,
  onMode,
  children,
}: {
  to: "sign-in" | "sign-up";
  onMode: EntranceProps["onMode"];
  children: ReactNode;
}) {
  return (
    <a
      href={`/${to}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onMode(to);
      }}
    >
      {children}
    </a>
  );
}

function useCommunity(language: string): Partial<Community> {
  const [found, setFound] = useState<Partial<Community>>({});
  useEffect(() => {
    community(language).then(setFound, () => setFound({ server: location.hostname }));
  }, [language]);
  return found;
}

/** Asked only by who wants to sign up. */
function useRegistration(mode: "sign-in" | "sign-up", language: string): Registration | undefined {
  const [offer, setOffer] = useState<Registration>();
  useEffect(() => {
    if (mode !== "sign-up") return;
    let isWanted = true;
    const unknown = { isOpen: true, needsToken: false, terms: [] };
    registration(language)
      .catch(() => unknown)
      .then((found) => isWanted && setOffer(found));
    return () => {
      isWanted = false;
    };
  }, [mode, language]);
  return offer;
}
