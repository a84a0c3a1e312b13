// Between a browser and the server: holds an upload at a part of its way, so that a story can cut it there.

import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const UPLOAD = "/_matrix/media/v3/upload";

export class Cutter {
  /** Uploads that began. */
  uploads = 0;
  private holdAt: number | undefined;
  private held: ((cut: () => void) => void) | undefined;

  private constructor(private readonly server: Server) {}

  static async before(url: string): Promise<Cutter> {
    const server = createServer();
    const cutter = new Cutter(server);
    server.on("request", (asked, answer) => {
      const onward = request(new URL(asked.url ?? "/", url), {
        method: asked.method,
        headers: asked.headers,
      });
      onward.on("response", (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      });
      onward.on("error", () => asked.socket.destroy());
      asked.on("error", () => onward.destroy());
      asked.on("close", () => asked.complete || onward.destroy());
      if (!asked.url?.startsWith(UPLOAD)) {
        asked.pipe(onward);
        return;
      }
      cutter.uploads += 1;
      let came = 0;
      const whole = Number(asked.headers["content-length"]);
      asked.on("data", (piece: Buffer) => {
        came += piece.length;
        onward.write(piece);
        if (cutter.holdAt === undefined || came < whole * cutter.holdAt) return;
        asked.pause();
        cutter.holdAt = undefined;
        cutter.held?.(() => asked.socket.destroy());
      });
      asked.on("end", () => onward.end());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return cutter;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves when the next upload has come so far, with what cuts it there. */
  hold(part: number): Promise<() => void> {
    this.holdAt = part;
    return new Promise((resolve) => {
      this.held = resolve;
    });
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
