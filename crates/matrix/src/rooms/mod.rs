//! Rooms.

/// Stub.
pub struct RoomChange;
