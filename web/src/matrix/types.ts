// What the app knows of rooms and messages: plain data, so that no view or view model knows the SDK.

/** A name of which both parts are known; each reader has them in their own order. */
export interface NameParts {
  given: string;
  family: string;
}

export interface Person {
  id: string;
  name: string;
  parts?: NameParts | undefined;
  /** Its address, where they have shown one. */
  picture?: string | undefined;
}

/** Who may come in: anybody, who asks and is let in, members of another room, or who is invited. */
export type Entry = "anybody" | "asking" | "members-of" | "invited";

/** What can be chosen of these without naming another room. */
export type OwnEntry = Exclude<Entry, "members-of">;

export interface Room {
  id: string;
  name: string;
  /** A conversation of two, known by the other. */
  isDirect: boolean;
  /** What its picture is made of: the other's id, or the room's own. */
  face: string;
  picture?: string | undefined;
  /** What others find it by, such as `#garden:example.org`. */
  address?: string | undefined;
  isEncrypted: boolean;
  isFavourite: boolean;
  entry: Entry;
  membership: "join" | "invite";
  maySay: boolean;
  mayInvite: boolean;
  /** The room in which this one goes on. */
  successor: string | undefined;
  /** Who sent the invitation. */
  invitedBy: Person | undefined;
  /** Messages outside of threads. */
  unread: number;
  /** Threads in which something is unread. */
  unreadThreads: number;
  /** Of all that is unread, in threads too, what calls for the reader: mentions and direct messages. */
  mentions: number;
  /** When something was last said, in milliseconds since 1970. */
  lastAt: number;
  last: Last | undefined;
  memberCount: number;
}

/** The newest message, for the list. */
export interface Last {
  sender: Person;
  isOwn: boolean;
  /** Nothing where it cannot be read. */
  body: string | undefined;
}

export type Sending = "sent" | "sending" | "waiting" | "failed";

/** Why a message cannot be read. */
export type Unreadable = "no-key" | "in-backup" | "before-device" | "before-joining" | "withheld" | "unknown";

export interface Reaction {
  key: string;
  people: Person[];
  /** The reader's own, to take it back. */
  own: string | undefined;
}

/** A thread of a room, in the list of them. */
export interface ThreadListed extends ThreadOf {
  /** The message that it begins with. */
  root: { id: string; sender: Person; at: number; body: string | undefined };
}

/** A message that was looked for. */
export interface Found {
  id: string;
  room: { id: string; name: string };
  /** The message that the thread it is in begins with. */
  thread: string | undefined;
  sender: Person;
  at: number;
  body: string;
}

export interface Quote {
  id: string;
  sender: Person | undefined;
  body: string | undefined;
}

/** Where a file is, and what opens it where it is encrypted. */
export interface Source {
  /** `mxc://…`, or an address of this page's own while it is uploaded. */
  url: string;
  lock: Lock | undefined;
}

/** The key of one file, as the protocol's `EncryptedFile` has it: base64 without padding. */
export interface Lock {
  key: string;
  iv: string;
  sha256: string;
}

/** A file in a message. All of it is what its sender says. */
export interface Attachment {
  kind: "picture" | "video" | "sound" | "voice" | "file";
  name: string;
  type: string;
  bytes: number | undefined;
  /** In pixels. */
  width: number | undefined;
  height: number | undefined;
  durationMs: number | undefined;
  source: Source;
  /** A smaller picture of it. */
  thumbnail: Source | undefined;
}

/** What was said about a message, apart from the conversation that it is in. */
export interface ThreadOf {
  /** Answers in it. */
  count: number;
  unread: number;
  last: { sender: Person; at: number; body: string | undefined } | undefined;
}

export interface Message {
  kind: "message";
  id: string;
  /** The same before and after it was sent. */
  key: string;
  sender: Person;
  isOwn: boolean;
  at: number;
  form: "text" | "emote" | "notice" | "file";
  body: string;
  /** As HTML, not to be trusted. */
  html: string | undefined;
  attachment: Attachment | undefined;
  isEdited: boolean;
  isDeleted: boolean;
  /** Who deleted it, where that was somebody else, and why. */
  deletedBy: { person: Person; reason: string | undefined } | undefined;
  /** Whom it means, by their ids. */
  mentions: readonly string[];
  mentionsReader: boolean;
  unreadable: Unreadable | undefined;
  quote: Quote | undefined;
  reactions: Reaction[];
  /** The thread that begins here. */
  thread: ThreadOf | undefined;
  sending: Sending;
  /** How much of its file is with the server, from 0 to 1, while it goes there. */
  progress: number | undefined;
  /** Who has read up to here, without the reader and the sender. */
  readBy: Person[];
}

export type Happened =
  | "created"
  | "joined"
  | "invited"
  | "left"
  | "declined"
  | "withdrawn"
  | "knocked"
  | "removed"
  | "banned"
  | "unbanned"
  | "renamed"
  | "named"
  | "described"
  | "undescribed"
  | "pictured"
  | "opened"
  | "history"
  | "pinned"
  | "promoted"
  | "ruled"
  | "replaced"
  | "encrypted";

/** Something that happened to the room. */
export interface Notice {
  kind: "notice";
  id: string;
  key: string;
  at: number;
  what: Happened;
  who: Person;
  whom: Person;
  name: string | undefined;
  /** Why somebody came or went, where it was said. */
  reason: string | undefined;
}

export type Item = Message | Notice;

/** How the app and the server are connected. */
export type Connection = "starting" | "online" | "offline";
