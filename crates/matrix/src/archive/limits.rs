//! The bounds of an import.

/// The most bytes of one file, uncompressed. A busy channel writes under 10 MB a year.
pub const MAX_SOURCE_BYTES: usize = 256 * 1024 * 1024;
/// The most lines of one file, which bounds the memory of an import: over twenty years
/// of such a channel.
pub const MAX_LINES: usize = 2_000_000;
/// The longest line in bytes. Recoded from Windows-1252 it may grow threefold and
/// still fits a Matrix event of 65,536 bytes.
pub const MAX_LINE_BYTES: usize = 16 * 1024;
/// How many bad lines are kept to be shown; all are counted.
pub const MAX_BAD_LINES_KEPT: usize = 100;
/// How far ahead of our clock a line may be dated, in milliseconds: so much a wrong time zone is off.
pub const FUTURE_MS: i64 = 24 * 60 * 60 * 1_000;
/// How many characters of a bad line are shown.
pub const MAX_EXCERPT_CHARS: usize = 80;
/// The longest nick or id in bytes; IRC networks allow 9 to 64.
pub const MAX_NAME_BYTES: usize = 128;
/// How many lines are looked at to tell the format.
pub const FORMAT_SAMPLE_LINES: usize = 200;
/// The longest localpart in bytes, which leaves half of the 255 bytes of a user id
/// to the server's name.
pub const MAX_LOCALPART_BYTES: usize = 120;
