// What is wrong where the password was asked for as a proof.

import { WrongPassword } from "../../matrix/proof.ts";

/** The key of a text for a refusal. */
export function faultOf(error: unknown): string {
  return error instanceof WrongPassword ? "accounts-error-password" : "common-error-unreached";
}
