// One call to the server this page came from, with its refusals as values that a view can put into words.

/** Why a call did not do what it was for. */
export class Refusal extends Error {
  constructor(
    /** 0: the server was not reached. */
    readonly status: number,
    /** The protocol's code, such as `M_FORBIDDEN`. */
    readonly code: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(`${status} ${code}`);
  }

  /** How long to wait before asking again, in milliseconds. */
  get retryAfterMs(): number {
    return Number(this.body["retry_after_ms"] ?? 1000);
  }
}

export interface Request {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  token?: string;
  /** A culture's tag: the answer has words in it. */
  language?: string;
  /** It arrives even where the page is left meanwhile. */
  isLasting?: boolean;
}

/** The server is where the page is from; every answer is JSON. */
export async function call<T>(path: string, request: Request = {}, using = fetch): Promise<T> {
  const { method = "GET", body, token, language, isLasting = false } = request;
  const headers: Record<string, string> = {};
  if (body !== undefined) headers["content-type"] = "application/json";
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (language !== undefined) headers["accept-language"] = language;
  let answer: Response;
  try {
    const sent = body === undefined ? null : JSON.stringify(body);
    answer = await using(path, { method, headers, body: sent, keepalive: isLasting });
  } catch {
    throw new Refusal(0, "UNREACHED");
  }
  const said: unknown = await answer.json().catch(() => ({}));
  if (answer.ok) return said as T;
  const refused = said as Record<string, unknown>;
  throw new Refusal(answer.status, String(refused["errcode"] ?? "M_UNKNOWN"), refused);
}
