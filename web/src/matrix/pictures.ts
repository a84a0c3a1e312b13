// Pictures of people and rooms, which the server gives to members alone: fetched once, kept while the app is open.

import { fromShelf } from "./shelf.ts";

/** The picture's longer side in pixels, sharp at twice the size of the largest place that shows one. */
const SIDE = 192;

/** Pictures that are kept at once; the oldest makes room, and is fetched again where it is shown again. */
const KEPT = 500;

export class Pictures {
  private readonly kept = new Map<string, Promise<string>>();

  constructor(private readonly fetch: (path: string, init: RequestInit) => Promise<Response>) {}

  /** Where the page finds the picture of an address such as `mxc://example.org/abc`. */
  readonly of = (address: string): Promise<string> => {
    const known = this.kept.get(address) ?? this.load(address);
    this.kept.delete(address);
    this.kept.set(address, known);
    const [oldest] = this.kept;
    if (this.kept.size > KEPT && oldest) {
      this.kept.delete(oldest[0]);
      void oldest[1].then(URL.revokeObjectURL, () => undefined);
    }
    known.catch(() => this.kept.delete(address));
    return known;
  };

  private async load(address: string): Promise<string> {
    const [, server = "", id = ""] = /^mxc:\/\/([^/]+)\/([^/]+)$/.exec(address) ?? [];
    if (id === "") throw new Error("This is no address of a picture.");
    const place = `/_matrix/client/v1/media/thumbnail/${encodeURIComponent(server)}/${encodeURIComponent(id)}`;
    const path = `${place}?width=${SIDE}&height=${SIDE}&method=crop`;
    const answer = await fromShelf(path, (init) => this.fetch(path, init));
    if (!answer.ok) throw new Error(`The picture was refused: ${answer.status}.`);
    return URL.createObjectURL(await answer.blob());
  }
}
