"""A small community that uses all that there is, so that no table of a stored database is empty; and what it knows."""

import json, random, struct, time, urllib.parse, zlib
from types import SimpleNamespace

from signing import Pen

API = "/_matrix/client/v3"
DEHYDRATED = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device"
SEGMENTS = "/_hearth/admin/insight/segments"
PASSWORD = "correct horse battery"
DAY = 24 * 60 * 60
FILE = b'{"kept": "by ada"}'
# What is another the next time one asks, or when it is old.
CHANGING = {
    "age", "last_seen_ts", "last_seen_ip", "seen_at_ms", "next_batch", "prev_batch", "start", "end", "rank", "held",
    "days",
}


def quoted(text):
    return urllib.parse.quote(text, safe="")


def lasting(answer, only=None):
    """An answer without what changes, or no more of it than fields of these names."""
    if isinstance(answer, list):
        return [lasting(part, only) for part in answer]
    if isinstance(answer, dict):
        lasts = lambda key: key not in CHANGING if only is None else key in only
        return {key: lasting(part, only) for key, part in answer.items() if lasts(key)}
    return answer


def until(what, is_done):
    for _ in range(600):
        if is_done():
            return
        time.sleep(1)
    raise SystemExit(f"waited too long for {what}")


class Member:
    """A member on a device, whose token lives until they sign out."""

    def __init__(self, hearth, name, token, device):
        self.hearth, self.name, self.token, self.device = hearth, name, token, device
        self.id, self.sent, self.reads = f"@{name}:localhost", 0, []

    @classmethod
    def register(cls, hearth, name):
        device = f"{name.upper()}DESK"
        body = {
            "username": name, "password": PASSWORD, "auth": {"type": "m.login.dummy"}, "device_id": device,
            "initial_device_display_name": f"Desk of {name}",
        }
        return cls(hearth, name, hearth.call("POST", f"{API}/register", body)["access_token"], device)

    def sign_in(self, device, **more):
        """Another device, as the server tells of it."""
        who = {"type": "m.id.user", "user": self.name}
        body = {"type": "m.login.password", "identifier": who, "password": PASSWORD, "device_id": device, **more}
        return self.hearth.call("POST", f"{API}/login", body)

    def do(self, method, path, body=None, **more):
        return self.hearth.call(method, path if path.startswith("/_") else API + path, body, self.token, **more)

    def keep(self, path, body=None, method=None, status=200, only=None):
        """Asks, and keeps what lasts of the answer."""
        path = path if path.startswith("/_") else API + path
        asked = {"method": "GET", "path": path}
        if body is not None:
            asked |= {"method": method or "POST", "body": body}
        answer = self.do(**asked, status=status)
        answer = json.loads(answer) if isinstance(answer, bytes) else answer
        self.reads.append({**asked, "status": status, "answer": lasting(answer, only)})

    def create(self, **body):
        return self.do("POST", "/createRoom", body)["room_id"]

    def send(self, room, kind, content):
        self.sent += 1
        path = f"/rooms/{quoted(room)}/send/{kind}/t{self.sent}"
        return self.do("PUT", path, content)["event_id"]

    def say(self, room, text, **relation):
        content = {"msgtype": "m.text", "body": text}
        return self.send(room, "m.room.message", {**content, "m.relates_to": relation} if relation else content)

    def redact(self, room, event, reason):
        self.sent += 1
        return self.do("PUT", f"/rooms/{quoted(room)}/redact/{quoted(event)}/t{self.sent}", {"reason": reason})

    def state(self, room, kind, key, content):
        return self.do("PUT", f"/rooms/{quoted(room)}/state/{kind}/{quoted(key)}", content)

    def verb(self, room, verb, **body):
        return self.do("POST", f"/rooms/{quoted(room)}/{verb}", body)

    def data(self, kind, content, room=None):
        scope = f"/rooms/{quoted(room)}" if room else ""
        return self.do("PUT", f"/user/{quoted(self.id)}{scope}/account_data/{kind}", content)

    def history(self, room):
        chunk = self.do("GET", f"/rooms/{quoted(room)}/messages?dir=b&limit=100")["chunk"]
        keep = ("event_id", "type", "sender", "content", "origin_server_ts", "state_key")
        return [{key: event[key] for key in keep if key in event} for event in reversed(chunk)]


def live(hearth, folder):
    """Has it all happen; what is known of it is asked of a server that has just started."""
    move_in(hearth, folder)
    hearth.start()
    ada, bob, eve = (Member.register(hearth, name) for name in ("ada", "bob", "eve"))
    root = host(hearth)
    # What came of it, by names.
    made = SimpleNamespace(refresh=accounts(ada, bob), key=shop(root), file=upload(ada))
    made.rooms = by_version(ada, bob, eve)
    made.opened, made.first = open_house(ada, bob)
    made.two = for_two(ada, bob)
    made.space, made.asked, made.moved = doors(ada, bob, eve, made.opened)
    before = bob.do("GET", "/sync")["next_batch"]
    made.backup, made.filter = keys(ada, bob, made.two), filtered(ada)
    agreed(ada, bob)
    since = bob.do("GET", "/sync")["next_batch"]
    made.changes = f"/keys/changes?from={before}&to={since}"
    rooms = [*made.rooms, made.opened, made.two]
    after = {room: ada.say(room, "since then") for room in rooms}
    wait_for_shop(root, made.key)
    hearth.stop()
    hearth.start()
    ask(ada, bob, eve, root, made)
    known = {room: bob.history(room) for room in rooms}
    commands = [
        "admin --json list", "admin --json registration-token list", "insight key --json list",
        "insight workspace --json list", "insight workspace --json show shop",
    ]
    answers = [lasting(json.loads(hearth.command(*command.split()))) for command in commands]
    hearth.stop()
    files = (file for file in (folder / "data/media").rglob("*") if file.is_file() and file.read_bytes() == FILE)
    return {
        "user": "bob", "password": PASSWORD, "since": since, "after": after, "rooms": known,
        "files": {str(file.relative_to(folder / "data")): FILE.decode() for file in files},
        "members": [{"user": one.id, "token": one.token, "reads": one.reads} for one in (ada, bob, eve, root)],
        "commands": [{"command": command, "answer": answer} for command, answer in zip(commands, answers)],
    }


def move_in(hearth, folder):
    """Before the server's first start: a channel's log, and what a shop knows of its customers."""
    (folder / "channel.log").write_text("2016-06-01 10:44:14 <grace> hello\n2016-06-01 10:44:20 <joan> hello grace\n")
    hearth.command("import", folder / "channel.log", "--room", "#old", "--basis", "contract")
    (folder / "shop.csv").write_text("\n".join(shop_log(int(time.time()))) + "\n")
    events = ["--workspace", "shop", "--basis", "contract", "--accept", "activity"]
    hearth.command("import", "events", folder / "shop.csv", *events)


def shop_log(now):
    """Who came when in 58 days: enough for predictions, each with a habit, a third of whom stop; and one machine."""
    chance, days = random.Random(7), 58
    begin = now - now % DAY - days * DAY
    yield "user,time,event"
    for member in range(460):
        pause, leaves = 1 + chance.randrange(4), chance.randrange(days) if chance.randrange(3) == 0 else days
        day = chance.randrange(10)
        while day < leaves:
            for _ in range(1 + chance.randrange(3)):
                yield f"m{member},{begin + day * DAY + chance.randrange(DAY)},visit"
            day += pause + chance.randrange(2)
    for second in range(3_602):
        yield f"machine,{begin + 30 * DAY + second % 3_600},visit"


def host(hearth):
    """The administrator, with somebody locked, somebody gone, and an invitation to register."""
    hearth.command("admin", "create", "root", "--admin", "--password-stdin", told=PASSWORD)
    for name, verb in (("kim", "lock"), ("lee", "deactivate")):
        hearth.command("admin", "create", name, "--password-stdin", told=PASSWORD)
        hearth.command("admin", verb, name)
    hearth.command("admin", "registration-token", "create", "spring", "--uses", "2")
    root = Member(hearth, "root", None, "ROOTDESK")
    root.token = root.sign_in(root.device)["access_token"]
    return root


def accounts(ada, bob):
    """What members have for themselves. Tells a refresh token that is good."""
    session = ada.sign_in("ADAPHONE", initial_device_display_name="Ada's phone", refresh_token=True)
    again = ada.hearth.call("POST", f"{API}/refresh", {"refresh_token": session["refresh_token"]})
    ada.hearth.call("GET", f"{API}/account/whoami", token=again["access_token"])
    ada.do("PUT", "/devices/ADAPHONE", {"display_name": "Phone 电话"})
    shown = {"displayname": "Ada 阿达", "avatar_url": "mxc://localhost/ada", "m.tz": "Asia/Shanghai"}
    for field, value in shown.items():
        ada.do("PUT", f"/profile/{quoted(ada.id)}/{field}", {field: value})
    ada.data("org.example.note", {"note": "kept"})
    ada.do("POST", f"/user/{quoted(ada.id)}/openid/request_token", {})
    word = {"actions": ["notify", {"set_tweak": "highlight"}], "pattern": "tea"}
    ada.do("PUT", "/pushrules/global/content/tea", word)
    pusher = {
        "kind": "http", "app_id": "org.example", "pushkey": "k1", "app_display_name": "App", "lang": "en",
        "device_display_name": "Phone", "data": {"url": "https://push.invalid/_matrix/push/v1/notify"},
    }
    bob.do("POST", "/pushers/set", pusher)
    return again["refresh_token"]


def shop(root):
    """A product elsewhere sends what its customers do, and they are sorted. Tells its write key."""
    hearth = root.hearth
    mapped = ["--map", "peer=to,room=channel,amount=price"]
    made = hearth.command("insight", "key", "--json", "create", "--workspace", "shop")
    key = json.loads(made)["write_key"]
    made = hearth.command("insight", "key", "--json", "create", "--workspace", "club", "--basis", "consent", *mapped)
    hearth.command("insight", "key", "revoke", json.loads(made)["write_key"])
    send_to_shop(
        hearth, key,
        {"type": "track", "event": "Order Completed", "userId": "m1", "messageId": "a"},
        {"type": "track", "event": "Order Completed", "userId": "m2", "messageId": "b"},
        {"type": "track", "event": "Coupon Applied", "userId": "m1", "messageId": "c"},
        {"type": "page", "name": "Home", "anonymousId": "guest-7", "messageId": "d"},
        {"type": "identify", "userId": "m3", "anonymousId": "guest-7", "messageId": "e"},
        {"type": "track", "event": "Order Completed", "userId": "undefined", "messageId": "f"},
    )
    for rule in ("silence > 3", "silence > 7 and not lifecycle = \"dormant\""):
        root.do("PUT", f"{SEGMENTS}/away?workspace=shop", {"rule": rule})
    root.do("PUT", f"{SEGMENTS}/given-up?workspace=shop", {"rule": "risk > 0.9"})
    root.do("DELETE", f"{SEGMENTS}/given-up?workspace=shop")
    root.do("PUT", f"{SEGMENTS}/here", {"rule": "days-30d >= 1"})
    return key


def send_to_shop(hearth, key, *events):
    hearth.call("POST", "/v1/batch", {"batch": events}, key=key)


def wait_for_shop(root, key):
    """Until all that was sent has been looked at, but for one event more."""
    hearth = root.hearth
    show = lambda: json.loads(hearth.command("insight", "workspace", "--json", "show", "shop"))
    until("what the shop sent to be sorted", lambda: "Coupon Applied" in (event["name"] for event in show()["events"]))
    hearth.command("insight", "workspace", "accept", "shop", "Order Completed")
    scores, counts = "/_hearth/admin/scores?workspace=shop", f"{SEGMENTS}/away?workspace=shop"
    until("the shop's members to be scored", lambda: root.do("GET", scores)["state"] == "scored")
    until("the shop's segment to be counted", lambda: root.do("GET", counts)["days"])
    send_to_shop(hearth, key, {"type": "track", "event": "On Its Way", "userId": "m1", "messageId": "late"})


def upload(ada):
    """A picture with a thumbnail, an id that waits for its bytes, and a file whose place is told."""
    picture = ada.do("POST", "/_matrix/media/v3/upload?filename=grey.png", png(96), kind="image/png")["content_uri"]
    thumbnail = f"/_matrix/client/v1/media/thumbnail/{picture.removeprefix('mxc://')}?width=32&height=32&method=crop"
    ada.do("GET", thumbnail)
    ada.do("POST", "/_matrix/media/v1/create")
    return ada.do("POST", "/_matrix/media/v3/upload?filename=kept.json", FILE)["content_uri"].removeprefix("mxc://")


def png(size):
    """A grey square."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * size) * size)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def by_version(ada, bob, eve):
    """Rooms of the three versions, with somebody kicked from what they forgot, banned, and gone."""
    rooms = []
    for version in ("10", "11", "12"):
        room = ada.create(preset="private_chat", room_version=version, name=f"Version {version}", invite=[bob.id])
        bob.verb(room, "join")
        first = ada.say(room, "first")
        bob.say(room, "第二 🎉")
        ada.redact(room, ada.say(room, "to be taken back"), "no more")
        bob.do("POST", f"/rooms/{quoted(room)}/receipt/m.read/{quoted(first)}", {})
        ada.verb(room, "invite", user_id=eve.id)
        ada.state(room, "m.room.topic", "", {"topic": f"of {version}"})
        rooms.append(room)
    eve.verb(rooms[0], "join")
    ada.verb(rooms[0], "kick", user_id=eve.id, reason="test")
    ada.verb(rooms[1], "ban", user_id=eve.id)
    eve.verb(rooms[2], "leave")
    eve.verb(rooms[0], "forget")
    return rooms


def open_house(ada, bob):
    """A room that everybody finds, where messages say something of others; and the message that they say it of."""
    named = {"name": "Open house", "topic": "tea and talk", "room_alias_name": "open-house"}
    room = ada.create(preset="public_chat", visibility="public", **named)
    bob.verb(room, "join")
    first = ada.say(room, "who wants tea?")
    ada.say(room, "* who would like tea?", rel_type="m.replace", event_id=first)
    like = lambda key: {"m.relates_to": {"rel_type": "m.annotation", "event_id": first, "key": key}}
    bob.send(room, "m.reaction", like("🫖"))
    bob.redact(room, bob.send(room, "m.reaction", like("👎")), "a slip")
    thread = bob.say(room, "in a thread", rel_type="m.thread", event_id=first)
    ada.say(room, "a walrus in a thread", rel_type="m.thread", event_id=first)
    ada.say(room, "as was said", rel_type="m.reference", event_id=first)
    path = f"/rooms/{quoted(room)}"
    ada.do("POST", f"{path}/receipt/m.read/{quoted(thread)}", {"thread_id": first})
    bob.do("POST", f"{path}/read_markers", {"m.fully_read": thread, "m.read": first, "m.read.private": thread})
    ada.do("PUT", f"/user/{quoted(ada.id)}{path}/tags/m.favourite", {"order": 0.25})
    ada.data("org.example.note", {"note": "of this room"}, room)
    bob.do("POST", f"{path}/report/{quoted(first)}", {"reason": "too hot"})
    bob.do("POST", f"{path}/report", {"reason": "too loud"})
    bob.do("POST", f"/users/{quoted(ada.id)}/report", {"reason": "too kind"})
    return room, first


def for_two(ada, bob):
    """An encrypted room of two."""
    secret = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
    room = ada.create(preset="trusted_private_chat", is_direct=True, invite=[bob.id], initial_state=[secret])
    bob.verb(room, "join")
    ada.data("m.direct", {bob.id: [room]})
    sealed = {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "AwgAEnAC", "session_id": "s1"}
    ada.send(room, "m.room.encrypted", {**sealed, "sender_key": "curve", "device_id": ada.device})
    return room


def doors(ada, bob, eve, opened):
    """A space, a room that somebody knocks at, one that somebody is invited to, one that another took the place of."""
    space = ada.create(preset="public_chat", name="All of us", creation_content={"type": "m.space"})
    ada.state(space, "m.space.child", opened, {"via": ["localhost"], "order": "a", "suggested": True})
    rule = {"type": "m.room.join_rules", "state_key": "", "content": {"join_rule": "knock"}}
    asked = ada.create(name="Ask first", initial_state=[rule])
    eve.do("POST", f"/knock/{quoted(asked)}", {"reason": "may I?"})
    ada.create(name="For bob", invite=[bob.id])
    moved = ada.create(preset="public_chat", room_version="10", name="Moved", room_alias_name="moved")
    ada.verb(moved, "upgrade", new_version="12")
    return space, asked, moved


def keys(ada, bob, room):
    """Keys of devices and members, who signed whom, what waits for a device, and a backup. Tells its version."""
    masters = [cross_signed(member, seed) for member, seed in ((ada, 10), (bob, 20))]
    own = Pen(bob.id, 23)
    sign_all(bob, {ada.id: {key.removeprefix("ed25519:"): own.sign(masters[0]) for key in masters[0]["keys"]}})
    bob.do("POST", "/keys/claim", {"one_time_keys": {ada.id: {ada.device: "signed_curve25519"}}})
    messages = {ada.id: {ada.device: {"text": "for one device"}, "ADAPHONE": {"text": "for another"}}}
    bob.do("PUT", "/sendToDevice/org.example.note/n1", {"messages": messages})
    pen = Pen(ada.id, 30, "ADASLEEP")
    ada.do("PUT", DEHYDRATED, {
        "device_id": "ADASLEEP", "initial_device_display_name": "Asleep",
        "device_data": {"algorithm": "org.matrix.msc3814.v2", "device_pickle": "pickle", "nonce": "n"},
        "device_keys": device_keys(ada, "ADASLEEP", pen), "one_time_keys": one_time_keys(pen, "AAAS"),
    })
    about = {"algorithm": "m.megolm_backup.v1.curve25519-aes-sha2", "auth_data": {"public_key": "k", "signatures": {}}}
    version = ada.do("POST", "/room_keys/version", about)["version"]
    sealed = {"ephemeral": "e", "ciphertext": "c", "mac": "m"}
    session = {"first_message_index": 1, "forwarded_count": 0, "is_verified": True, "session_data": sealed}
    ada.do("PUT", f"/room_keys/keys?version={version}", {"rooms": {room: {"sessions": {"s1": session}}}})
    return version


def device_keys(member, device, pen):
    return pen.sign({
        "user_id": member.id, "device_id": device, "keys": {f"curve25519:{device}": "curve", pen.name: pen.public},
        "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
    })


def one_time_keys(pen, *names, **more):
    return {f"signed_curve25519:{name}": pen.sign({"key": name, **more}) for name in names}


def cross_signed(member, seed):
    """Gives a member and their device all keys. Tells the master key."""
    device, master, own, others = Pen(member.id, seed, member.device), *(Pen(member.id, seed + n) for n in (1, 2, 3))
    told = device_keys(member, member.device, device)
    once, fallback = one_time_keys(device, "AAAA", "AAAB", "AAAC"), one_time_keys(device, "AAAF", fallback=True)
    member.do("POST", "/keys/upload", {"device_keys": told, "one_time_keys": once, "fallback_keys": fallback})
    cross = {
        f"{usage}_key": {"user_id": member.id, "usage": [usage], "keys": {pen.name: pen.public}}
        for usage, pen in (("master", master), ("self_signing", own), ("user_signing", others))
    }
    signed = {name: key if name == "master_key" else master.sign(key) for name, key in cross.items()}
    member.do("POST", "/keys/device_signing/upload", signed)
    sign_all(member, {member.id: {member.device: own.sign(told), master.public: device.sign(cross["master_key"])}})
    return cross["master_key"]


def sign_all(member, signed):
    failures = member.do("POST", "/keys/signatures/upload", signed)["failures"]
    assert not failures, failures


def filtered(ada):
    return ada.do("POST", f"/user/{quoted(ada.id)}/filter", filter_of("m.room.name"))["filter_id"]


def filter_of(*state):
    """Of a sync: a message of each room, state of these types, and nothing that other versions bring of themselves."""
    room = {"timeline": {"limit": 1}, "state": {"types": state}}
    return {"room": room, "presence": {"not_types": ["*"]}, "account_data": {"not_types": ["m.push_rules"]}}


def agreed(ada, bob):
    """Who agrees to be counted, who was told and has withdrawn, and what an app tells."""
    text = {"version": "1", "language": "en", "region": "DE"}
    for purpose in ("retention", "product"):
        ada.do("PUT", f"/_hearth/privacy/consent/{purpose}", {"given": True, **text})
    bob.do("PUT", "/_hearth/privacy/notice/retention", text)
    bob.do("PUT", "/_hearth/privacy/consent/personal", {"given": True, **text})
    bob.do("PUT", "/_hearth/privacy/consent/personal", {"given": False})
    told = {"signal": "slow_room", "variant": "3s", "ago_ms": 0}
    ada.do("POST", "/_hearth/signals", {"id": "b1", "signals": [told]})


def ask(ada, bob, eve, root, made):
    """What each of them is told now, and is to be told by every later Hearth."""
    own, room, v1 = f"/user/{quoted(ada.id)}", f"/rooms/{quoted(made.opened)}", "/_matrix/client/v1"
    first = quoted(made.first)
    for path in (
        "/account/whoami", "/devices", f"/profile/{quoted(ada.id)}", f"{own}/account_data/org.example.note",
        f"{own}{room}/account_data/org.example.note", f"{own}{room}/tags", f"{own}/filter/{made.filter}",
        f"/sync?timeout=0&filter={made.filter}", "/pushrules/global/content/tea", "/room_keys/version",
        f"/room_keys/keys?version={made.backup}", DEHYDRATED, "/directory/room/%23open-house:localhost",
        f"{room}/aliases", "/publicRooms", f"{room}/joined_members", f"/rooms/{quoted(made.two)}/state",
        f"{room}/event/{first}", f"{v1}{room}/relations/{first}", f"{v1}{room}/threads",
        f"{v1}/rooms/{quoted(made.space)}/hierarchy", f"/rooms/{quoted(made.asked)}/members?membership=knock",
        f"{v1}/media/download/{made.file}",
    ):
        ada.keep(path)
    ada.keep("/keys/query", {"device_keys": {ada.id: [], bob.id: []}})
    ada.keep("/search", {"search_categories": {"room_events": {"search_term": "walrus"}}})
    ada.keep("/user_directory/search", {"search_term": "bob"})
    # Said and asked for already, so that it changes nothing.
    again = {"msgtype": "m.text", "body": "first"}
    ada.keep(f"/rooms/{quoted(made.rooms[0])}/send/m.room.message/t1", again, method="PUT")
    ada.keep(f"/rooms/{quoted(made.moved)}/upgrade", {"new_version": "12"})
    # The next token is by chance, and it is not used.
    ada.keep("/refresh", {"refresh_token": made.refresh}, only=())
    sync = f"/sync?timeout=0&filter={quoted(json.dumps(filter_of()))}"
    for path in (sync, made.changes, "/pushers", "/joined_rooms"):
        bob.keep(path)
    for one in (ada, bob):
        # What members are told of each purpose is another version's own.
        decided = ("purposes", "purpose", "state", "since_ms", "history", "at_ms", "region")
        one.keep("/_hearth/privacy/consent", only=decided)
    eve.keep(sync)
    forgotten = f"/rooms/{quoted(made.rooms[0])}/messages?dir=b"
    eve.keep(forgotten, status=403, only=("errcode",))
    validity = f"{v1}/register/m.login.registration_token/validity?token=spring"
    segments = (f"{SEGMENTS}/{name}?workspace=shop" for name in ("away", "given-up"))
    for path in (*segments, "/_hearth/privacy/overview", validity):
        root.keep(path)
