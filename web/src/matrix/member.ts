// The member who is signed in here, as the rest of the app knows them: all of the SDK is behind this.

import { type AuthDict, EventStatus, EventType, type MatrixClient, type MatrixEvent } from "matrix-js-sdk";
import { call, type Request } from "../api/call.ts";
import type { Session } from "../api/session.ts";
import type { Tokens } from "../api/tokens.ts";
import { tell } from "../signals/tell.ts";
import { Actions } from "./actions.ts";
import { type Connected, connect, disconnect } from "./client.ts";
import { Devices } from "./devices.ts";
import { Files } from "./files.ts";
import { Kept } from "./kept.ts";
import { Keys } from "./keys.ts";
import { localpart, personOf } from "./message.ts";
import { named } from "./names.ts";
import { People } from "./people.ts";
import { Pictures } from "./pictures.ts";
import { uploadPicture } from "./portrait.ts";
import { proven } from "./proof.ts";
import { type Rooms, roomsOf } from "./rooms.ts";
import { Signal } from "./signal.ts";
import { type Space, spacesOf } from "./spaces.ts";
import { Threads, threadOf } from "./threads.ts";
import { Timeline } from "./timeline.ts";
import { Trust } from "./trust.ts";
import type { Connection, Person } from "./types.ts";
import { Uploads } from "./uploads.ts";
import { Verifications } from "./verification.ts";

export class Member {
  readonly id: string;
  readonly rooms: Rooms["rooms"];
  readonly replaced: Rooms["replaced"];
  readonly spaces: Signal<readonly Space[]>;
  readonly connection: Signal<Connection>;
  readonly ended: Connected["ended"];
  readonly actions: Actions;
  readonly keys: Keys;
  /** The customs that the member wants otherwise than their culture has them. */
  readonly region: Kept;
  readonly pictures: Pictures;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly verifications: Verifications;
  readonly trust: Trust;
  readonly devices: Devices;
  readonly people: People;
  /** The account is no more, or ends just now. */
  hasEnded = false;
  /** How others see the member. */
  readonly profile: Signal<Person>;
  /** For what else is in this folder; a view asks nothing of it. */
  readonly client: MatrixClient;
  private readonly tokens: Tokens;
  private readonly left: AbortController;

  private constructor({ client, tokens, secret, connection, ended, left }: Connected) {
    this.client = client;
    this.tokens = tokens;
    this.left = left;
    this.id = client.getSafeUserId();
    this.connection = connection;
    this.ended = ended;
    const { rooms, replaced } = roomsOf(client);
    this.rooms = rooms;
    this.replaced = replaced;
    this.spaces = spacesOf(client);
    this.actions = new Actions(client);
    this.keys = new Keys(client, secret);
    this.region = new Kept(client, "org.hearth.region");
    this.pictures = new Pictures((path, init) =>
      tokens.fetch(path, { ...init, headers: { authorization: `Bearer ${tokens.accessToken}` } }),
    );
    this.files = new Files(tokens);
    this.uploads = new Uploads(client, tokens, this.files, connection);
    this.profile = new Signal<Person>({ id: this.id, name: localpart(this.id) });
    this.verifications = new Verifications(client);
    this.trust = new Trust(client);
    this.devices = new Devices(client);
    this.people = new People(this);
    void client.getProfileInfo(this.id).then(
      ({ displayname, avatar_url }) => this.seenAs(displayname, avatar_url),
      () => undefined,
    );
  }

  static async start(session: Session): Promise<Member> {
    return new Member(await connect(session));
  }

  /** The conversation of a room that the member is in. */
  timeline(roomId: string): Timeline | undefined {
    const room = this.client.getRoom(roomId);
    return room ? new Timeline(this.client, room, this.uploads) : undefined;
  }

  /** A message's thread, which may have nothing in it yet; nothing where there is no such message to read. */
  async thread(roomId: string, root: string): Promise<Timeline | undefined> {
    const room = this.client.getRoom(roomId);
    const thread = room && (await threadOf(this.client, room, root));
    return thread ? new Timeline(this.client, room, this.uploads, thread) : undefined;
  }

  /** The threads of a room, for as long as somebody follows them. */
  threads(roomId: string): Threads | undefined {
    const room = this.client.getRoom(roomId);
    return room ? new Threads(this.client, room) : undefined;
  }

  members(roomId: string): Person[] {
    const room = this.client.getRoom(roomId);
    return room ? room.getJoinedMembers().map((member) => personOf(room, member.userId)) : [];
  }

  /** Calls a route of the server that the protocol does not have, as this member. */
  ask<T>(path: string, request: Request = {}): Promise<T> {
    return call(path, { ...request, token: this.tokens.accessToken }, this.tokens.fetch as typeof fetch);
  }

  /** Whether the member runs this server. */
  async isAdministrator(): Promise<boolean> {
    return "m.account_moderation" in (await this.client.getCapabilities());
  }

  /** What ends everybody's address here. */
  get server(): string {
    return this.client.getDomain() ?? "";
  }

  async rename(name: string): Promise<void> {
    await this.client.setDisplayName(name);
    tell("preference_changed", "name");
    this.seenAs(name, this.profile.get().picture);
  }

  /** Gives the member another picture, or none. */
  async show(picture: Blob | undefined): Promise<void> {
    const address = picture && (await uploadPicture(this.client, picture));
    await this.client.setAvatarUrl(address ?? "");
    this.seenAs(this.profile.get().name, address);
  }

  private seenAs(name: string | undefined, picture: string | undefined): void {
    this.profile.set({ id: this.id, name: named(name, localpart(this.id)), picture });
  }

  /** Changes the password and signs all other devices out. */
  async changePassword(old: string, password: string): Promise<void> {
    await proven(this.id, old, (auth) => this.client.setPassword((auth ?? {}) as AuthDict, password, true));
  }

  /** Ends the account, for good. */
  async endAccount(password: string): Promise<void> {
    // The server may end the sync before it has answered.
    this.hasEnded = true;
    try {
      await proven(this.id, password, (auth) =>
        this.client.deactivateAccount((auth ?? undefined) as AuthDict | undefined, true),
      );
    } catch (error) {
      this.hasEnded = false;
      throw error;
    }
  }

  /** What would be lost with this session. */
  get stake(): { hasKeys: boolean; unsent: number } {
    const pending = this.client.getRooms().flatMap((room) => room.getPendingEvents());
    const isUnsent = (event: MatrixEvent) =>
      event.status !== EventStatus.SENT && event.getType() !== EventType.Reaction && !event.isRedaction();
    return {
      // As long as nobody has looked, they may be nowhere else.
      hasKeys: ["here-only", "unknown"].includes(this.keys.safety.get()),
      unsent: pending.filter(isUnsent).length + this.uploads.count,
    };
  }

  async signOut(): Promise<void> {
    this.leave();
    await disconnect(this.client);
  }

  /** Stops without ending the session. */
  stop(): void {
    this.leave();
    this.client.stopClient();
  }

  private leave(): void {
    this.uploads.stop();
    this.left.abort();
  }
}
