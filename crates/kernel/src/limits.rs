//! Every bound of the house, with its unit and why it is that large. A bound that the protocol sets
//! says so; docs/limits.md names the tests that show what happens at each.

/// An event as canonical JSON, in bytes (protocol).
pub const EVENT_BYTES: usize = 65_536;
/// Ids, event types and state keys, in bytes (protocol).
pub const ID_BYTES: usize = 255;
/// The body of a request that is not an upload, in bytes. Room creation is the largest of them.
pub const BODY_BYTES: usize = 2 * 1024 * 1024;
/// What is taken of a body that is too large and thrown away, in bytes, so that its sender hears why.
pub const REFUSED_BODY_BYTES: usize = 16 * 1024 * 1024;
/// The time a client has to deliver its request's body, in milliseconds.
pub const BODY_TIME_MS: u64 = 30_000;
/// What may have come of bodies that are not whole yet, of all requests together, in bytes. Who comes beyond is told to try again.
pub const BODIES_BYTES: usize = 128 * 1024 * 1024;
/// What clients may have yet to take of large answers in JSON, of all GET requests together, in bytes. Who asks beyond is told to try
/// again.
pub const ANSWERS_BYTES: usize = 256 * 1024 * 1024;
/// From this size on an answer is a large one, in bytes.
pub const LARGE_ANSWER_BYTES: usize = 64 * 1024;
/// How often the log says that requests fail because the database cannot be reached, in milliseconds.
pub const LOG_REPEAT_MS: i64 = 1_000;
/// The time a client has to deliver its request's head, in milliseconds.
pub const HEAD_TIME_MS: u64 = 30_000;
/// The time that an answer may wait for its client to take more of it, in milliseconds.
pub const ANSWER_TIME_MS: u64 = 60_000;
/// The buffer of one connection, in bytes: also the largest request head.
pub const CONNECTION_BUFFER_BYTES: usize = 64 * 1024;
/// Time for requests in flight to finish when the server stops, in milliseconds.
pub const SHUTDOWN_MS: u64 = 10_000;
/// How long a start waits for a short command, such as `hearth admin`, to leave the data directory, in milliseconds.
pub const DATA_DIR_WAIT_MS: u64 = 5_000;

/// How long a short command waits for who writes to the same PostgreSQL to be gone, in milliseconds.
pub const WRITER_GONE_MS: u64 = 2_000;
/// How long PostgreSQL's machine may acknowledge nothing until it is taken for gone, in milliseconds; `tcp_user_timeout` in
/// `database_url` says otherwise.
pub const POSTGRES_SILENCE_MS: u64 = 30_000;

/// Addresses of one host that a request of the server itself tries.
pub const OUTGOING_ADDRESSES: usize = 4;

/// A text to translate, in bytes: what providers take at once, and more than people write at once.
pub const TRANSLATION_TEXT_BYTES: usize = 10_000;
/// The tag of the language that a text is translated into, in bytes.
pub const TRANSLATION_TAG_BYTES: usize = 35;
/// What the provider answers, in bytes: three times the text in another script, escaped.
pub const TRANSLATION_ANSWER_BYTES: usize = 256 * 1024;
/// How long a translation may take, in milliseconds.
pub const TRANSLATION_TIME_MS: u64 = 20_000;
/// What a caller is told to wait when the provider has too much to do, in milliseconds.
pub const TRANSLATION_RETRY_MS: u64 = 5_000;
/// Translations of all members that are under way.
pub const TRANSLATIONS_AT_ONCE: usize = 16;
/// Translations that one member asks for in a minute on average, and at once.
pub const TRANSLATIONS_PER_MINUTE: u32 = 30;

/// Entries that wait for the committer, live lane. Full means "try again" to the caller.
pub const QUEUE_ENTRIES: usize = 4_096;
/// Entries that wait in the background lane: imports and other bulk work.
pub const QUEUE_BACKGROUND_ENTRIES: usize = 1_024;
/// Entries in one commit.
pub const BATCH_ENTRIES: usize = 256;
/// Statements in one commit, which bounds how long a neighbour waits.
pub const BATCH_STATEMENTS: usize = 8_192;
/// Entries of the background lane in a commit that live entries share.
pub const BATCH_BACKGROUND_ENTRIES: usize = 32;
/// Statements of one entry; larger work goes in steps.
pub const ENTRY_STATEMENTS: usize = 4_096;
/// How often a process that nobody writes to looks whether another has taken over on PostgreSQL, in milliseconds.
pub const WRITER_WATCH_MS: u64 = 2_000;
/// How long a transaction of the writer may say nothing on PostgreSQL until that ends it, in milliseconds: its process is held up
/// or gone, and the next one waits.
pub const WRITER_IDLE_MS: u64 = 10_000;
/// How long PostgreSQL lets the writer wait for another one's transaction, in milliseconds; then it says so and tries again.
pub const WRITER_LOCK_MS: u64 = 5_000;
/// What a caller is told to wait when the queue is full, in milliseconds.
pub const QUEUE_RETRY_MS: u64 = 500;
/// Connections that read, per process.
pub const READERS: usize = 3;
/// The write-ahead log's size above which the checkpointer insists, in bytes.
pub const WAL_BYTES: u64 = 64 * 1024 * 1024;
/// Statements that a connection keeps prepared.
pub const STATEMENTS_CACHED: usize = 256;
/// Facts that a listener is handed at once.
pub const FACTS_PAGE: usize = 256;
/// How often a listener tries a fact that it fails at by no fault that passes, before it puts it aside.
pub const FACT_TRIES: u32 = 10;
/// Positions whose facts are kept for listeners that have not heard them yet. Beyond it they are taken out all the same, and the
/// log says so.
pub const FACTS_KEPT: i64 = 5_000_000;

/// Rooms kept loaded. Beyond it, rooms that nobody holds are let go.
pub const ROOMS_LOADED: usize = 10_000;
/// Events that a loaded room keeps in memory.
pub const ROOM_RECENT_EVENTS: usize = 64;
/// Events in one page, whatever the client asks for.
pub const PAGE_EVENTS: usize = 1_000;
/// Rows that a page looks at before it answers with a token to go on from: a filter that matches
/// nothing must not read a whole room.
pub const PAGE_SCAN_EVENTS: usize = 5_000;
/// Related messages or threads in a list when the client does not say.
pub const RELATIONS_DEFAULT: usize = 20;
/// How far a list of related messages follows those that relate to related ones.
pub const RELATION_DEPTH: usize = 3;
/// Edits that go with a message that is redacted, in the same commit: its newest.
pub const REDACTED_EDITS: usize = 500;
/// Messages that refer to one, as they are named with it.
pub const REFERENCES_BUNDLED: usize = 500;
/// What a reaction says, in bytes.
pub const ANNOTATION_BYTES: usize = 1_024;
/// Ignored people whose messages are left out where related ones are counted.
pub const IGNORED_COUNTED: usize = 1_000;
/// The reason that a report gives, in bytes.
pub const REPORT_REASON_BYTES: usize = 4_096;
/// Reports of one member.
pub const REPORTS: usize = 1_000;
/// Notifications in one page, whatever the client asks for.
pub const NOTIFICATIONS: usize = 100;
/// Notifications in one page when the client does not say.
pub const NOTIFICATIONS_DEFAULT: usize = 20;
/// Events that a page of notifications looks at before it answers with a token to go on from.
pub const NOTIFICATIONS_SCAN_EVENTS: usize = 2_000;
/// How long somebody is taken for here after their last sync, in milliseconds.
pub const PRESENCE_MS: i64 = 60_000;
/// Members who follow a room, up to which it tells them who of them is here: told to all, presence
/// costs the square of the room.
pub const PRESENCE_FOLLOWERS: usize = 100;
/// What somebody says beside their presence, in bytes.
pub const STATUS_BYTES: usize = 1_024;
/// Events of one room in a sync.
pub const SYNC_TIMELINE_EVENTS: usize = 100;
/// Events of one room in a sync when the filter does not say.
pub const SYNC_TIMELINE_DEFAULT: usize = 20;
/// The longest that a sync waits, in milliseconds.
pub const SYNC_WAIT_MS: u64 = 180_000;
/// People invited when a room is created.
pub const CREATE_INVITES: usize = 200;
/// State events given when a room is created.
pub const CREATE_STATE_EVENTS: usize = 200;
/// Creators of an upgraded room beside the one who upgrades it.
pub const ADDITIONAL_CREATORS: usize = 100;
/// Events that an upgrade carries over in one commit.
pub const UPGRADE_STEP_EVENTS: usize = 200;
/// Addresses of one room.
pub const ROOM_ALIASES: usize = 1_000;
/// Rooms in the public list. Each of them is loaded when somebody looks.
pub const ROOMS_LISTED: usize = 5_000;
/// Rooms that are suggested at once.
pub const ROOMS_SUGGESTED: usize = 12;
/// A room of so many is small: those in it talk with each other.
pub const SMALL_ROOM_MEMBERS: i64 = 12;
/// People whom somebody talks with, as far as suggestions look.
pub const TALKED_WITH: usize = 200;
/// Rooms in one page of the public list.
pub const DIRECTORY_PAGE: usize = 100;
/// Rooms in one page of a space's tree.
pub const HIERARCHY_PAGE: usize = 50;
/// Rooms that a walk through a space's tree looks at, and children of one space.
pub const HIERARCHY_ROOMS: usize = 2_000;
/// Rooms in one page of those that two members share.
pub const MUTUAL_ROOMS_PAGE: usize = 100;
/// Transactions whose outcome is remembered, in each of two generations.
pub const TRANSACTIONS_REMEMBERED: usize = 20_000;
/// Unread events of one room and reader that are kept one by one. Older ones are a sum.
pub const UNREAD_EVALUATED: usize = 1_000;
/// Members who follow a room, above which its changes are noted once and not for each of them: a message to ten thousand
/// costs what one to a hundred costs.
pub const CROWD_MEMBERS: usize = 64;
/// Readers and rooms whose unread counts are kept in memory.
pub const READERS_COUNTED: usize = 1_000_000;
/// Members named when a room has no name (protocol).
pub const HEROES: usize = 5;
/// Receipts of one room in one sync.
pub const RECEIPTS: usize = 1_000;
/// The longest typing notice, in milliseconds.
pub const TYPING_MS: u64 = 120_000;
/// Members of a room of whom it is known when they last began or stopped typing.
pub const TYPISTS: usize = 64;
/// Members whose index of changes is kept.
pub const MEMBERS_INDEXED: usize = 100_000;

/// A user's id, in bytes (protocol).
pub const USER_ID_BYTES: usize = 255;
/// A password, in bytes: more is work for argon2 and no security.
pub const PASSWORD_BYTES: usize = 512;
/// A password, in characters, at least.
pub const PASSWORD_CHARACTERS_MIN: usize = 8;
/// Password checks that run at the same time: each takes memory and a core.
pub const PASSWORD_CHECKS: usize = 2;
/// Password checks that wait; beyond it the caller is told to come back.
pub const PASSWORD_CHECKS_WAITING: usize = 64;
/// What a caller is told to wait when too many passwords wait to be checked, in milliseconds.
pub const PASSWORD_RETRY_MS: u64 = 1_000;
/// Devices of one member.
pub const DEVICES: usize = 200;
/// Interactive authentications under way.
pub const AUTH_SESSIONS: usize = 10_000;
/// How long an interactive authentication may take, in milliseconds.
pub const AUTH_SESSION_MS: i64 = 30 * 60 * 1000;
/// Wrong passwords at once that one address, or one device, gives for one account.
pub const GUESSES_OF_ONE: i64 = 10;
/// After so long such a guesser has one more, in milliseconds.
pub const GUESSES_OF_ONE_PERIOD_MS: i64 = 120_000;
/// Wrong passwords at once that all unfamiliar addresses together give for one account.
pub const GUESSES_OF_ALL: i64 = 60;
/// After so long they have one more, in milliseconds: to keep it from the others takes ten addresses.
pub const GUESSES_OF_ALL_PERIOD_MS: i64 = 12_000;
/// Guessers and accounts that are remembered.
pub const GUESSES_KEPT: usize = 100_000;
/// Registration tokens of a server.
pub const REGISTRATION_TOKENS: usize = 1_000;
/// A registration token, in bytes (protocol).
pub const REGISTRATION_TOKEN_BYTES: usize = 64;
/// How long a registration token is good at most, in milliseconds: a hundred years.
pub const REGISTRATION_TOKEN_LIVES_MS: i64 = 36_525 * 24 * 60 * 60 * 1_000;
/// The picture of the community, in bytes: everybody who is invited fetches it.
pub const COMMUNITY_PICTURE_BYTES: usize = 1024 * 1024;
/// Spent refresh tokens of one device that are kept, so that their reuse is seen.
pub const REFRESH_TOKENS_SPENT: i64 = 16;
/// Tokens to sign in with that wait.
pub const LOGIN_TOKENS: usize = 10_000;
/// How long a token to sign in with is good for, in milliseconds (the protocol's advice).
pub const LOGIN_TOKEN_MS: i64 = 120_000;
/// A device's last call is written down at most once in so long, in milliseconds.
pub const SEEN_MS: i64 = 600_000;
/// Devices whose last call waits to be written down.
pub const SEEN_WAITING: usize = 100_000;
/// Administrators at the socket at the same time.
pub const ADMIN_VISITORS: usize = 8;
/// How long one of them may take, in milliseconds: to learn from a large community takes minutes.
pub const ADMIN_VISIT_MS: u64 = 600_000;
/// What one of them says, in bytes.
pub const ADMIN_LINE_BYTES: usize = 65_536;
/// Members listed at once to an administrator.
pub const MEMBERS_PAGE: usize = 500;
/// One-time numbers of the registration by shared secret that wait.
pub const NONCES: usize = 1_000;
/// How long a one-time number is good for, in milliseconds.
pub const NONCE_MS: i64 = 60_000;
/// Access tokens kept in memory.
pub const TOKENS_CACHED: usize = 100_000;
/// A display name, in bytes.
pub const DISPLAY_NAME_BYTES: usize = 256;
/// A picture's address in a profile, in bytes.
pub const AVATAR_URL_BYTES: usize = 1_024;
/// A whole profile, in bytes (protocol).
pub const PROFILE_BYTES: usize = 65_536;
/// The fields of one profile.
pub const PROFILE_FIELDS: usize = 256;
/// Profiles kept in memory.
pub const PROFILES_CACHED: usize = 100_000;
/// One filter, in bytes.
pub const FILTER_BYTES: usize = 65_536;
/// Filters kept in memory.
pub const FILTERS_CACHED: usize = 10_000;
/// Stored filters of one member.
pub const FILTERS: usize = 1_000;
/// One piece of account data, in bytes.
pub const ACCOUNT_DATA_BYTES: usize = 65_536;
/// Pieces of account data of one member.
pub const ACCOUNT_DATA_PIECES: usize = 5_000;
/// All account data of one member, in bytes: room for many large pieces, not for a file store.
pub const ACCOUNT_DATA_TOTAL_BYTES: usize = 16 * 1024 * 1024;
/// How often a change of a piece of account data, such as tags, is made anew when another device was faster.
pub const ACCOUNT_DATA_TRIES: usize = 64;
/// Tokens for services elsewhere that one member has at once.
pub const OPENID_TOKENS: usize = 100;
/// How long a token for services elsewhere is good for, in milliseconds.
pub const OPENID_TOKEN_MS: i64 = 3_600_000;
/// Pieces of account data read at once. A page holds all that one entry can write, so that reading on
/// from the last whole commit gets on.
pub const ACCOUNT_DATA_PAGE: usize = 5_000;
const _: () = assert!(ACCOUNT_DATA_PAGE > ENTRY_STATEMENTS);
/// Push rules of one member's own.
pub const PUSH_RULES: usize = 500;

/// A part of a file on its way to where files are kept, in bytes: what one upload holds in memory.
pub const BLOB_PART_BYTES: usize = 1024 * 1024;
/// Uploads under way at the same time.
pub const UPLOADS: usize = 64;
/// Uploads of one member under way at the same time.
pub const UPLOADS_OF_MEMBER: usize = 8;
/// The longest that one upload takes, in milliseconds.
pub const UPLOAD_TIME_MS: u64 = 60 * 60 * 1000;
/// What is still read of an upload that is refused, in bytes, so that its client hears why.
pub const UPLOAD_DRAINED_BYTES: usize = 256 * 1024 * 1024;
/// Media ids of one member that were given out and wait for their bytes.
pub const MEDIA_CREATED: usize = 32;
/// How long a media id waits for its bytes, in milliseconds (recommended by the protocol).
pub const MEDIA_CREATED_MS: i64 = 24 * 60 * 60 * 1000;
/// Downloads that wait for an upload to end.
pub const MEDIA_WAITING: usize = 256;
/// The longest that a download waits for an upload to end, in milliseconds.
pub const MEDIA_WAIT_MS: u64 = 60_000;
/// A file's name as its uploader gave it, in bytes: what is beyond is cut off.
pub const FILENAME_BYTES: usize = 255;
/// A picture that a thumbnail is made of, in bytes as it was uploaded.
pub const PICTURE_BYTES: usize = 32 * 1024 * 1024;
/// The same in memory, in bytes: some 40 million points. Looked at before anything is decoded.
pub const PICTURE_DECODED_BYTES: u64 = 128 * 1024 * 1024;
/// Thumbnails that are made at the same time: each takes a core and a decoded picture's memory.
pub const THUMBNAILS: usize = 2;
/// Thumbnails that wait to be made; beyond it the caller is told to come back.
pub const THUMBNAILS_WAITING: usize = 64;

/// One key as JSON, in bytes: of a device, for one time, for cross-signing.
pub const KEY_BYTES: usize = 16_384;
/// One-time keys that wait for one device. Clients keep some fifty there.
pub const ONE_TIME_KEYS: usize = 1_000;
/// Fallback keys of one device: one an algorithm.
pub const FALLBACK_KEYS: usize = 10;
/// Members asked for in one query of keys.
pub const KEYS_QUERIED: usize = 1_000;
/// One-time keys claimed at once: two statements each, which an entry must hold.
pub const KEYS_CLAIMED: usize = 1_500;
/// Members whose keys changed, looked at for one sync; of more, everybody who shares a room counts as changed.
pub const KEY_CHANGES: usize = 100_000;
/// Stretches of such changes that are kept: crowds that are woken at once ask for few different ones.
pub const KEY_STRETCHES_KEPT: usize = 64;
/// Keys signed at once, and signatures on one member's keys that are told.
pub const SIGNATURES: usize = 1_000;
/// The content of one message to a device, in bytes.
pub const TO_DEVICE_BYTES: usize = 65_536;
/// Devices written to at once.
pub const TO_DEVICE_RECIPIENTS: usize = 2_000;
/// Messages to a device in one sync (protocol).
pub const TO_DEVICE_SYNC: usize = 100;
/// Messages that wait for a device. Beyond it nothing is kept: nobody has looked after it for long.
pub const TO_DEVICE_WAITING: i64 = 20_000;
/// Backups of room keys of one member.
pub const BACKUPS: usize = 50;
/// How a backup is encrypted, in bytes.
pub const BACKUP_DESCRIPTION_BYTES: usize = 65_536;
/// One room key in a backup, in bytes.
pub const BACKUP_SESSION_BYTES: usize = 16_384;
/// Room keys backed up at once: two statements each, which an entry must hold.
pub const BACKUP_SESSIONS_AT_ONCE: usize = 1_500;
/// Room keys in one backup.
pub const BACKUP_SESSIONS: usize = 200_000;
/// What a dehydrated device is kept in, in bytes.
pub const DEHYDRATED_BYTES: usize = 65_536;

/// What happened longer ago wakes no device, in milliseconds.
pub const PUSH_LATE_MS: i64 = 60 * 60 * 1000;
/// Rooms, those with the newest events, whose unread messages a device shows as a number.
pub const PUSH_COUNTED_ROOMS: usize = 50;
/// The time that a push gateway has for its answer, in milliseconds.
pub const PUSH_TIME_MS: u64 = 10_000;
/// A push gateway's answer, in bytes.
pub const PUSH_ANSWER_BYTES: usize = 65_536;
/// Notifications that wait for their gateways; what comes beyond is let go.
pub const PUSHES_WAITING: usize = 1_024;
/// Of these, for the devices of one member.
pub const PUSHES_WAITING_EACH: usize = 64;
/// Notifications that gateways are told of at once.
pub const PUSHES_AT_ONCE: usize = 32;
/// Of these, for the devices of one member.
pub const PUSHES_AT_ONCE_EACH: usize = 2;

/// Letters of a word in the index; what is beyond is cut off.
pub const WORD_LETTERS: usize = 64;
/// How long a search waits for the index to hold what was said before it, in milliseconds.
pub const SEARCH_CATCH_UP_MS: u64 = 500;
/// Words that one search looks for.
pub const SEARCH_WORDS: usize = 32;
/// Texts that hold what is looked for, of which a reader's are counted and shown.
pub const SEARCH_MATCHES: usize = 1_000;
/// Texts on one page of a search.
pub const SEARCH_RESULTS: usize = 100;
/// Events shown on each side of what was found.
pub const SEARCH_CONTEXT_EVENTS: usize = 50;
/// Events that are indexed in one commit, beside live ones, which wait so long.
pub const INDEXED_EVENTS: usize = 16;
/// Ends of a member's names that are indexed.
pub const NAME_ENDS: usize = 128;
/// Names that a search for members looks at.
pub const PEOPLE_LOOKED_AT: usize = 500;
/// Members in one answer.
pub const PEOPLE_FOUND: usize = 100;
/// Rooms of a member in which one looks for an open door, to know whether others may find the member.
pub const OPEN_ROOMS_LOOKED_AT: usize = 100;

/// Events of a room that are looked through at once for what a member said whose account was erased.
pub const ERASED_EVENTS: usize = 256;

/// Days, weeks or months in one answer of a report.
pub const REPORT_PERIODS: u32 = 400;
/// Reports on what the server keeps that are made at the same time: each has a log in memory.
pub const REPORTS_AT_ONCE: usize = 1;
/// When somebody who came while one is made may ask again, in milliseconds.
pub const REPORT_RETRY_MS: u64 = 2_000;
/// Reports that are kept for who asks the same again.
pub const REPORTS_KEPT: usize = 32;
/// For how long, in milliseconds.
pub const REPORT_KEPT_MS: i64 = 60 * 1000;
/// The rule of a segment, in bytes.
pub const SEGMENT_TEXT_BYTES: usize = 4_096;
/// Parentheses and `not` of a rule that stand in each other.
pub const SEGMENT_DEPTH: usize = 32;
/// The name of a segment, in bytes.
pub const SEGMENT_NAME_BYTES: usize = 64;
/// Saved segments of one workspace, archived ones too.
pub const SEGMENTS: usize = 100;
/// Versions of one segment that are kept.
pub const SEGMENT_VERSIONS: usize = 50;
/// Members of one segment who are written down; all are counted.
pub const SEGMENT_MEMBERS: usize = 100_000;
/// Members who come and go in one commit, with two statements each.
pub const SEGMENT_WRITE: usize = 250;
/// Members of a segment read at once.
pub const SEGMENT_PAGE: usize = 1_000;
/// How often it is looked whether segments are to be counted, in milliseconds.
pub const SEGMENTS_LOOK_MS: u64 = 60_000;
/// How long segments wait for the scores of the day, in milliseconds.
pub const SEGMENT_WAIT_MS: i64 = 60 * 60 * 1_000;
/// How long it is kept how many were in a segment on a day, in milliseconds.
pub const SEGMENT_COUNTS_KEPT_MS: i64 = 400 * 24 * 60 * 60 * 1_000;
/// How long it is kept who came into a segment and who went out of it, in days.
pub const SEGMENT_MOVES_KEPT_DAYS: i64 = 14;
/// Segments of one member, and their moves, that they have with what is kept of them.
pub const SEGMENTS_EXPORTED: usize = 10_000;

/// Pushers of one member.
pub const PUSHERS: usize = 100;
/// The key that a device's vendor gave its app, in bytes (protocol).
pub const PUSHKEY_BYTES: usize = 512;
/// The id of an app with a pusher, in bytes (protocol).
pub const PUSH_APP_BYTES: usize = 64;
/// What a pusher's gateway is told beside the event, in bytes.
pub const PUSHER_BYTES: usize = 8_192;

/// Signals in one file of the log, and handed over to it at once.
pub const SIGNALS_FILE: usize = 500_000;
/// A file of the signal log, in bytes: it is read whole.
pub const SIGNALS_FILE_BYTES: usize = 256 * 1024 * 1024;
/// A word that a signal holds, in bytes: a name and no sentence.
pub const SIGNAL_WORD_BYTES: usize = 64;
/// How often a day of signals is listed anew when its files were merged while they were read.
pub const SIGNAL_READ_TRIES: usize = 5;
/// Facts that become signals at once.
pub const SIGNAL_FACTS_PAGE: usize = 4_096;
/// Signals that wait to be written: as many as share a file when much happens.
pub const SIGNALS_WAITING: usize = 16_384;
/// How long a signal waits for others to share a file with, in milliseconds.
pub const SIGNALS_WAIT_MS: u64 = 10_000;
/// Files of a day and stream at which they are merged before the day is closed.
pub const SIGNAL_DAY_FILES: usize = 32;
/// How often the files of the signal log are looked after, in milliseconds.
pub const SIGNALS_TIDY_MS: u64 = 10 * 60 * 1000;
/// Days of each workspace that an administrator is shown at once.
pub const SIGNAL_DAYS_SHOWN: usize = 500;
/// Signals that a member is handed of themselves.
pub const SIGNALS_EXPORTED: usize = 200_000;
/// Members who are handed their signals at the same time: the whole log is read for each.
pub const EXPORTS_AT_ONCE: usize = 1;
/// When somebody who came while another one is handed theirs may ask again, in milliseconds.
pub const EXPORT_RETRY_MS: u64 = 5_000;
/// Signals that an app tells at once.
pub const TOLD_SIGNALS: usize = 100;
/// What an app tells at once, in bytes: a page that closes may still send as much.
pub const TOLD_BYTES: usize = 16 * 1024;
/// How long ago a signal that an app tells may have been, in milliseconds.
pub const TOLD_AGO_MS: i64 = 24 * 60 * 60 * 1_000;
/// How long it is known which batches an app has told, in milliseconds: one that comes again later is too old.
pub const TOLD_SEEN_MS: i64 = 2 * TOLD_AGO_MS;
/// One batch of an account in so many milliseconds, after the burst.
pub const TOLD_EVERY_MS: u64 = 5_000;
/// Batches of an account at once.
pub const TOLD_BURST: u32 = 20;

/// Decisions of one member about one purpose. Withdrawing is possible beyond it.
pub const DECISIONS: usize = 100;
/// Members of whom is known in memory what they agreed to.
pub const CONSENTS_CACHED: usize = 100_000;
/// Members whose decisions are read at once.
pub const CONSENTS_READ: usize = 250;
/// Members who left in this life of the process, of whom is known that they decide nothing more.
pub const ERASED_REMEMBERED: usize = 10_000;
/// Rows that an overview of consent is made of: one for each purpose, answer, version and region.
pub const CONSENT_COUNTS: usize = 10_000;

/// Workspaces of other products.
pub const INGEST_WORKSPACES: usize = 100;
/// Write keys, revoked ones too.
pub const WRITE_KEYS: usize = 1_000;
/// One event of another product as JSON, in bytes (Segment's).
pub const INGEST_EVENT_BYTES: usize = 32 * 1024;
/// A batch of them unpacked, in bytes (Segment's).
pub const INGEST_BATCH_BYTES: usize = 500 * 1024;
/// One event by PostHog's protocol, in bytes: its SDKs cut them off at 900 KiB.
pub const CAPTURE_EVENT_BYTES: usize = 1024 * 1024;
/// A batch of them unpacked, in bytes: its SDKs send one when it has passed 5 MiB.
pub const CAPTURE_BATCH_BYTES: usize = 6 * 1024 * 1024;
/// Events of one batch, by either protocol.
pub const INGEST_BATCH_EVENTS: usize = 2_500;
/// Events stored in one commit: two statements each, which an entry must hold with their links.
pub const INGEST_STEP_EVENTS: usize = 1_000;
const _: () = assert!(INGEST_BATCH_EVENTS + 16 <= ENTRY_STATEMENTS && 2 * INGEST_STEP_EVENTS <= ENTRY_STATEMENTS);
/// Events of a batch that were not taken in and that are named in the answer.
pub const REFUSALS_NAMED: usize = 20;
/// The name of an event, in bytes.
pub const EVENT_NAME_BYTES: usize = 128;
/// Names of events in one workspace: a product has hundreds, and one that puts ids into names has no end of them.
pub const EVENT_NAMES: usize = 1_000;
/// Ids that are one person's, who is shown or forgotten under all of them.
pub const PERSON_IDS: usize = 1_000;
/// How late an event may come, in milliseconds. History is moved in from a file.
pub const EVENT_LATE_MS: i64 = 30 * 24 * 60 * 60 * 1_000;
/// How far ahead of our clock an event may be dated and still be taken for one of now, in milliseconds.
pub const EVENT_FUTURE_MS: i64 = 5 * 60 * 1_000;
/// How long a message's id is remembered, in milliseconds: longer than it may come late, so that none comes in twice.
pub const MESSAGE_SEEN_MS: i64 = EVENT_LATE_MS + 24 * 60 * 60 * 1_000;
/// How long events wait for a ruling on their name, in milliseconds.
pub const EVENT_HELD_MS: i64 = 90 * 24 * 60 * 60 * 1_000;
/// Events of one workspace that wait for a ruling on their name, beside those that have just come.
pub const EVENTS_HELD: i64 = 1_000_000;
/// Events that wait for the log. Beyond it nothing more is taken in.
pub const EVENTS_WAITING: i64 = 1_000_000;
/// What a sender is told to wait when too many events wait for the log, in milliseconds.
pub const EVENTS_RETRY_MS: u64 = 5_000;
/// Events sorted in one commit.
pub const SORT_EVENTS: usize = 1_000;
/// Events written to the log at once.
pub const SHIP_EVENTS: usize = 10_000;
const _: () = assert!(SORT_EVENTS < SHIP_EVENTS);
/// Fewer events than that are written to the log after so long, in milliseconds.
pub const SHIP_EVERY_MS: i64 = 60_000;
/// Events of a person in an hour: one a second, all the time. Who has more is a machine.
pub const HUMAN_EVENTS_AN_HOUR: i64 = 3_600;
/// Members and hours whose events are counted for that.
pub const PACES_COUNTED: usize = 200_000;
/// Members who are set apart.
pub const MEMBERS_APART: usize = 10_000;
/// Events kept of one who is set apart. Beyond it they are counted.
pub const MEMBER_EVENTS_APART: i64 = 100_000;
/// A row of a file of events, in bytes.
pub const IMPORT_ROW_BYTES: usize = 1024 * 1024;
/// Rows of a file stored in one commit.
pub const IMPORT_STEP_ROWS: usize = 1_000;
/// Members of a file who are told apart to be counted. It is moved in however many there are.
pub const IMPORT_MEMBERS_COUNTED: usize = 1_000_000;
/// Rows that are not understood and that are named; all are counted.
pub const FAULTS_NAMED: usize = 20;
/// Links between ids read at once.
pub const LINKS_PAGE: usize = 10_000;
/// Signals that a report or the training of a model has in memory at once: about half a gigabyte.
pub const EVENTS_READ: usize = 20_000_000;
/// Members of a log in memory, with those whom they turned to: the fold keeps about a kilobyte of each.
pub const MEMBERS_READ: usize = 2_000_000;
/// Rooms of a log in memory.
pub const ROOMS_READ: usize = 2_000_000;
/// Kinds of events of a log in memory: they are numbered in two bytes.
pub const KINDS_READ: usize = 65_535;
/// How often it is looked whether scores are due, in milliseconds.
pub const SCORES_LOOK_MS: u64 = 60_000;
/// How soon to ask again while the engine looks at something else, in milliseconds.
pub const SCORES_BUSY_MS: u64 = 10_000;
/// Scores in one commit.
pub const SCORES_A_WRITE: usize = 500;
/// Scores read at once.
pub const SCORES_A_PAGE: usize = 1_000;
/// Scores of one member that an administrator sees.
pub const SCORES_SHOWN: usize = 400;
/// Scores of one member that they have with what is kept of them.
pub const SCORES_EXPORTED: usize = 10_000;
/// Members whose reasons are worked out in one run, the likeliest to leave: a thousand take about a second.
pub const MEMBERS_EXPLAINED: usize = 2_000;
/// How long scores are kept, in milliseconds.
pub const SCORES_KEPT_MS: i64 = 400 * 24 * 60 * 60 * 1_000;
/// Models of one workspace that are kept.
pub const MODELS_KEPT: usize = 12;
/// Cut-offs of one backtest.
pub const CHURN_CUTOFFS: usize = 1_000;
