// What an invitation leads to: this community, and a room in it.

import { useEffect, useState } from "react";
import { call } from "../../../api/call.ts";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Flame } from "../../../kit/Flame.tsx";
import { named } from "../../../matrix/names.ts";
import { useText } from "../../../text/text.tsx";
import type { Community } from "../../accounts/model.ts";
import { type Outside, outsidePath } from "../model.ts";
import styles from "./Landing.module.css";

export function Landing({ community, room }: { community: Partial<Community>; room: string | undefined }) {
  const text = useText();
  const outside = useOutside(room);
  const name = named(outside?.name, outside?.canonical_alias ?? "");
  return (
    <div className={styles.landing}>
      <div className={styles.community}>
        {community.picture ? <img src={community.picture} alt="" className={styles.picture} /> : <Flame />}
        <div>
          <bdi className={styles.name}>{community.name ?? community.server}</bdi>
          {community.members !== undefined && (
            <p className="quiet">{text.say("rooms-members", { count: community.members })}</p>
          )}
        </div>
      </div>
      {community.description && (
        <p dir="auto" data-content="">
          {community.description}
        </p>
      )}
      {outside && (
        <div className={styles.room}>
          <Avatar id={outside.room_id} name={name} isSquare />
          <div>
            <p className="quiet">{text.say("invites-leads-to")}</p>
            <bdi className={styles.name}>{name}</bdi>
            {outside.topic && (
              <p className="quiet" dir="auto" data-content="">
                {outside.topic}
              </p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** What everybody may know of the room; nothing of one for invited people. */
function useOutside(room: string | undefined): Outside | undefined {
  const [outside, setOutside] = useState<Outside>();
  useEffect(() => {
    if (!room) return;
    call<Outside>(outsidePath(room)).then(setOutside, () => setOutside(undefined));
  }, [room]);
  return outside;
}
