// Where the app begins: the reader's words are fetched, then the first screen is shown.

import "../kit/tokens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { stored } from "../api/session.ts";
import { wear } from "../kit/look.ts";
import { fetchCrypto } from "../matrix/crypto.ts";
import { byPreference, overrides, Text } from "../text/culture.ts";
import { TextProvider } from "../text/text.tsx";
import { App, load } from "./App.tsx";
import { Boundary } from "./Boundary.tsx";
import { Broken } from "./Broken.tsx";
import { endSession, leave } from "./leaving.ts";

const place = document.getElementById("app");
if (!place) throw new Error("The page has no place for the app.");

wear();
// Whoever is signed in needs all of it: it comes side by side.
if (stored()) for (const part of [load, fetchCrypto]) part().catch(() => undefined);
const first = await Text.ofFirst(byPreference(), overrides());

/** In place of the app, whatever of it broke. */
function Nothing() {
  const session = stored();
  const signOut = session && (() => void endSession(session).finally(() => leave(session)));
  return <Broken onAgain={() => location.reload()} onSignOut={signOut} />;
}

createRoot(place).render(
  <StrictMode>
    <TextProvider first={first}>
      <Boundary broken={<Nothing />}>
        <App />
      </Boundary>
    </TextProvider>
  </StrictMode>,
);
