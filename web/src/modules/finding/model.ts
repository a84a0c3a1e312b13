// A room that somebody may like to come into, as the server tells of it; the best come first.

export interface Suggested {
  room_id: string;
  name?: string | null;
  topic?: string | null;
  avatar_url?: string | null;
  members: number;
}
