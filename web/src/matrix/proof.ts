// What the server does only for who proves with the password that it is them.

import { MatrixError } from "matrix-js-sdk";

/** The protocol's proof; null asks what is wanted. */
export type Auth = Record<string, unknown> | null;

export class WrongPassword extends Error {
  readonly code = "WRONG_PASSWORD";
}

/** Makes the request, and makes it again with the password if the server asks for it. */
export async function proven<T>(
  userId: string,
  password: string,
  request: (auth: Auth) => Promise<T>,
): Promise<T> {
  try {
    return await request(null);
  } catch (error) {
    const session: unknown =
      error instanceof MatrixError && error.httpStatus === 401 && error.data["session"];
    if (typeof session !== "string") throw error;
    const identifier = { type: "m.id.user", user: userId };
    return await request({ type: "m.login.password", identifier, password, session }).catch(refused);
  }
}

function refused(error: unknown): never {
  const isWrong = error instanceof MatrixError && [401, 403].includes(error.httpStatus ?? 0);
  throw isWrong ? new WrongPassword() : error;
}
