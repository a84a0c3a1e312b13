// The screen of conversations: the rooms, and the one that is open.

import { Suspense, useCallback, useState } from "react";
import { Link, useLocation, useRoute } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";
import { Icon } from "../../kit/Icon.tsx";
import { later } from "../../kit/later.ts";
import type { Member } from "../../matrix/member.ts";
import { useSignal } from "../../matrix/react.ts";
import { useTelling } from "../../signals/use.ts";
import { useText } from "../../text/text.tsx";
import { useTitle } from "../../text/title.ts";
import { useCommunity } from "../accounts/community.ts";
import { FestivalCard } from "../cultures/member.tsx";
import type { Arrival } from "../invites/model.ts";
import { RecoveryCard } from "../keys/views/Recovery.tsx";
import { Choices } from "../privacy/model.ts";
import { inSpace } from "../spaces/model.ts";
import { Rail } from "../spaces/views/Rail.tsx";
import { Translating } from "../translate/member.tsx";
import styles from "./member.module.css";
import { usePanels } from "./panel.ts";
import { hrefOf, isFromList, placeOf, read } from "./places.ts";
import { Conversation } from "./views/Conversation.tsx";
import { Head } from "./views/Head.tsx";
import { Invitation } from "./views/Invitation.tsx";
import { Nothing } from "./views/Nothing.tsx";
import { RoomList } from "./views/RoomList.tsx";

const AllSettings = later(() => import("./views/AllSettings.tsx"));
const dialogs = () => import("./views/Dialogs.tsx");
const PersonDialog = later(() => dialogs().then(({ PersonDialog }) => ({ default: PersonDialog })));
const RoomDialog = later(() => dialogs().then(({ RoomDialog }) => ({ default: RoomDialog })));
const FindDialog = later(() => dialogs().then(({ FindDialog }) => ({ default: FindDialog })));
const InviteToCommunity = later(() => import("../invites/views/InviteToCommunity.tsx"));
const Asked = later(() => import("../privacy/views/Asked.tsx"));
const SignOut = later(() => import("../accounts/views/SignOut.tsx"));
const Devices = later(() => import("../devices/views/Devices.tsx"));
const PersonPage = later(() => import("../people/views/PersonPage.tsx"));
const SpaceHome = later(() => import("../spaces/views/Home.tsx"));
const SpaceDialog = later(() => import("../spaces/views/SpaceDialog.tsx"));
const Doorway = later(() => import("../finding/views/Doorway.tsx"));
const SearchPanel = later(() => import("../search/member.tsx"));

export type Beginning = "person" | "room" | "space" | "find" | "invite" | "device";

export interface RoomsProps {
  member: Member;
  onSignOut: () => void;
}

export function Rooms({ member, onSignOut }: RoomsProps) {
  const text = useText();
  const rooms = useSignal(member.rooms);
  const replaced = useSignal(member.replaced);
  const spaces = useSignal(member.spaces);
  const connection = useSignal(member.connection);
  const [path, go] = useLocation();
  const place = placeOf(path);
  const [, spaceRoute] = useRoute("/spaces/:space");
  const [, personRoute] = useRoute("/people/:person");
  const panels = usePanels();
  const { isSearching } = panels;
  const [chosen, setChosen] = useState<string>();
  const [begun, setBegun] = useState<Beginning>();
  const [setting, setSetting] = useState<"all" | "purposes">();
  const [choices] = useState(() => new Choices((path, request) => member.ask(path, request)));
  useTelling(member, choices);
  const arrival = useHistoryState<Arrival | null>();
  const openRoom = place?.room;
  const room = openRoom
    ? [...rooms, ...replaced].find(({ id, address }) => id === openRoom || address === openRoom)
    : undefined;
  const person = personRoute ? read(personRoute.person) : undefined;
  const home = spaces.find(({ id }) => id === (spaceRoute ? read(spaceRoute.space) : openRoom));
  const space = spaces.find(({ id }) => id === (home?.id ?? chosen));
  const isEmpty = rooms.length === 0 && spaces.length === 0;
  const community = useCommunity(member);
  const unread = rooms.reduce((sum, { unread, unreadThreads }) => sum + unread + unreadThreads, 0);
  useTitle([room?.name ?? home?.name, community?.name ?? member.server], unread);
  const open = useCallback(
    (roomId: string) => {
      setBegun(undefined);
      go(hrefOf(roomId));
    },
    [go],
  );
  const choose = (spaceId: string | undefined) => {
    setChosen(spaceId);
    if (home) go("/");
  };
  /** Whoever opens a room of a community stays among its rooms. */
  const openIn = (roomId: string) => {
    setChosen(home?.id);
    open(roomId);
  };
  const toList = () => (isFromList() ? history.back() : go("/"));
  const openSettings = useCallback(() => setSetting("all"), []);
  const [stake, setStake] = useState<Member["stake"]>();
  const signOut = useCallback(() => {
    const { hasKeys, unsent } = member.stake;
    if (hasKeys || unsent > 0) setStake({ hasKeys, unsent });
    else onSignOut();
  }, [member, onSignOut]);
  const opening = { member, onOpen: open, onClose: () => setBegun(undefined) };
  return (
    <main
      className={[
        styles.screen,
        openRoom || home || person || isSearching ? styles.inRoom : "",
        isEmpty ? styles.empty : "",
        spaces.length > 0 ? styles.railed : "",
      ].join(" ")}
      data-screen="inside"
    >
      {spaces.length > 0 && <Rail spaces={spaces} rooms={rooms} chosen={space?.id} onChoose={choose} />}
      <div className={styles.side}>
        <Head member={member} onSettings={openSettings} onBegin={setBegun} onSignOut={signOut} />
        {connection === "offline" && (
          <p className={styles.offline} role="status">
            <Icon name="offline" size={15} /> {text.say("rooms-offline")}
          </p>
        )}
        {space && (
          <Link
            className={styles.home}
            href={`/spaces/${encodeURIComponent(space.id)}`}
            aria-current={home ? "page" : undefined}
          >
            <bdi>{space.name}</bdi>
            <Icon name="next" size={16} />
          </Link>
        )}
        <RoomList
          rooms={inSpace(rooms, space)}
          openRoom={room?.id}
          onSearch={(words) => panels.open("search", { words })}
        />
        <FestivalCard />
        {!isEmpty && (
          <RecoveryCard member={member}>
            <Suspense>
              <Asked choices={choices} onOpen={() => setSetting("purposes")} />
            </Suspense>
          </RecoveryCard>
        )}
      </div>
      <div className={styles.main}>
        <Translating member={member} room={room} translator={community?.translator}>
          {room?.membership === "join" && (
            <Conversation
              member={member}
              room={room}
              place={place ?? { room: room.id }}
              onBack={toList}
              onLeft={() => go("/")}
              onOpen={open}
            />
          )}
        </Translating>
        {room?.membership === "invite" && (
          <Invitation member={member} room={room} onBack={toList} onLeft={toList} />
        )}
        {home && (
          <Suspense>
            <SpaceHome key={home.id} member={member} space={home} onOpen={openIn} onBack={() => go("/")} />
          </Suspense>
        )}
        {person && (
          <Suspense>
            <PersonPage key={person} member={member} userId={person} onOpen={open} onBack={() => go("/")} />
          </Suspense>
        )}
        {!room && !home && openRoom && (
          <Suspense>
            <Doorway
              key={openRoom}
              member={member}
              room={openRoom}
              isEntered={arrival?.enters === true}
              onOpen={(roomId) => go(hrefOf(roomId, place), { replace: true })}
              onBack={() => go("/")}
            />
          </Suspense>
        )}
        {!room && !home && !openRoom && !person && (
          <Nothing member={member} hasRooms={!isEmpty} onOpen={open} onBegin={setBegun} />
        )}
        {isSearching && (
          <Suspense>
            <SearchPanel member={member} room={room} onClose={panels.close} />
          </Suspense>
        )}
      </div>
      {stake && (
        <Suspense>
          <SignOut {...{ member, stake, onSignOut }} onClose={() => setStake(undefined)} />
        </Suspense>
      )}
      {setting && (
        <Suspense>
          <AllSettings
            {...{ member, choices }}
            sought={setting}
            onClose={() => setSetting(undefined)}
            onEnded={onSignOut}
          />
        </Suspense>
      )}
      <Suspense>
        {begun === "person" && <PersonDialog {...opening} />}
        {begun === "room" && <RoomDialog {...opening} space={space?.mayAdd ? space : undefined} />}
        {begun === "space" && <SpaceDialog {...opening} />}
        {begun === "device" && <Devices member={member} adds onClose={opening.onClose} />}
        {begun === "find" && <FindDialog {...opening} />}
        {begun === "invite" && <InviteToCommunity member={member} onClose={opening.onClose} />}
      </Suspense>
    </main>
  );
}
