// The browser of the stories: Debian's Chromium, or the one that HEARTH_CHROMIUM names.

import { type Browser, chromium } from "playwright-core";

/** A microphone that beeps and asks nobody. */
const MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** What each window would draw of the address bar's suggestions, which nobody sees: a second of work for each. */
const UNSEEN = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** The last such switch counts, so what Playwright turns off is here, too. */
const OFF = [
  ...UNSEEN,
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

let opened: Promise<Browser> | undefined;

/** One for all files of a process, which ends with it. */
export function openBrowser(): Promise<Browser> {
  opened ??= chromium.launch({
    executablePath: process.env["HEARTH_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", `--disable-features=${OFF.join(",")}`, ...MICROPHONE],
  });
  return opened;
}
