#!/usr/bin/env python3
"""Makes the stored databases of this folder: tests/upgrade/make.py HEARTH NAME [POSTGRES_URL]

Starts the given program on an empty SQLite database, and on an empty PostgreSQL database if one is named, fills
both through the API, and writes NAME.sqlite.sql.gz, NAME.postgres.sql.gz and NAME.*.json with what is in them.
Run it with the program of a release before its successor changes the schema; what it wrote then never changes.
"""

import gzip, json, os, re, signal, sqlite3, subprocess, sys, tempfile, urllib.parse, urllib.request
from pathlib import Path

HERE = Path(__file__).parent
PASSWORD = "correct horse battery"


class Server:
    def __init__(self, program, data_dir, database_url):
        settings = {
            "DATA_DIR": data_dir, "DATABASE_URL": database_url, "LISTEN": "127.0.0.1:0", "SERVER_NAME": "localhost",
            "REGISTRATION": "open", "RATE_LIMITS": "off", "OUTGOING": "loopback", "ARGON2_MEMORY_KIB": "64",
            "ARGON2_ITERATIONS": "1",
        }
        environment = {f"HEARTH_{key}": value for key, value in settings.items()}
        self.process = subprocess.Popen([program, "serve"], env=environment, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("ready "):
                self.base = line.split()[1]
                return
        sys.exit("the server did not start")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait() == 0

    def call(self, method, path, body=None, token=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.base}/_matrix/client/v3{path}", data, method=method)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


def quoted(text):
    return urllib.parse.quote(text, safe="")


class Member:
    def __init__(self, server, name):
        self.server, self.name, self.sent = server, name, 0
        body = {"username": name, "password": PASSWORD, "auth": {"type": "m.login.dummy"}}
        self.token = server.call("POST", "/register", body)["access_token"]
        self.id = f"@{name}:localhost"

    def do(self, method, path, body=None):
        return self.server.call(method, path, body, self.token)

    def say(self, room, text):
        self.sent += 1
        path = f"/rooms/{quoted(room)}/send/m.room.message/t{self.sent}"
        return self.do("PUT", path, {"msgtype": "m.text", "body": text})["event_id"]

    def verb(self, room, verb, **body):
        return self.do("POST", f"/rooms/{quoted(room)}/{verb}", body)


def fill(server):
    ada, bob, eve = (Member(server, name) for name in ("ada", "bob", "eve"))
    ada.do("PUT", f"/profile/{quoted(ada.id)}/displayname", {"displayname": "Ada 阿达"})
    ada.do("PUT", f"/user/{quoted(ada.id)}/account_data/org.example.note", {"note": "kept"})
    rooms = []
    for version in ("10", "11", "12"):
        body = {"preset": "private_chat", "room_version": version, "name": f"Version {version}", "invite": [bob.id]}
        room = ada.do("POST", "/createRoom", body)["room_id"]
        bob.verb(room, "join")
        first = ada.say(room, "first")
        bob.say(room, "第二 🎉")
        gone = ada.say(room, "to be taken back")
        ada.do("PUT", f"/rooms/{quoted(room)}/redact/{quoted(gone)}/r{version}", {"reason": "no more"})
        bob.do("POST", f"/rooms/{quoted(room)}/receipt/m.read/{quoted(first)}", {})
        ada.verb(room, "invite", user_id=eve.id)
        ada.do("PUT", f"/rooms/{quoted(room)}/state/m.room.topic", {"topic": f"of {version}"})
        rooms.append(room)
    eve.verb(rooms[0], "join")
    ada.verb(rooms[0], "kick", user_id=eve.id, reason="test")
    ada.verb(rooms[1], "ban", user_id=eve.id)
    eve.verb(rooms[2], "leave")
    since = bob.do("GET", "/sync")["next_batch"]
    after = [ada.say(room, "since then") for room in rooms]
    known = {}
    for room in rooms:
        chunk = bob.do("GET", f"/rooms/{quoted(room)}/messages?dir=b&limit=100")["chunk"]
        keep = ("event_id", "type", "sender", "content", "origin_server_ts", "state_key")
        known[room] = [{key: event[key] for key in keep if key in event} for event in reversed(chunk)]
    return {"user": "bob", "password": PASSWORD, "since": since, "after": dict(zip(rooms, after)), "rooms": known}


def write(name, lines, known):
    with gzip.GzipFile(HERE / f"{name}.sql.gz", "wb", mtime=0) as packed:
        packed.write("\n".join(lines).encode() + b"\n")
    (HERE / f"{name}.json").write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n")


def main():
    program, name = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        server = Server(program, folder, "")
        known = fill(server)
        server.stop()
        write(f"{name}.sqlite", sqlite3.connect(f"{folder}/hearth.db").iterdump(), known)
    if len(sys.argv) > 3:
        url = sys.argv[3]
        with tempfile.TemporaryDirectory() as folder:
            server = Server(program, folder, url)
            known = fill(server)
            server.stop()
        dump = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", "--dbname", url]
        text = subprocess.run(dump, check=True, capture_output=True, text=True).stdout
        # What psql alone understands goes, and so does what is only said to the session.
        wanted = (line for line in text.splitlines() if not re.match(r"\\|--|SET |SELECT pg_catalog.set_config", line))
        write(f"{name}.postgres", filter(None, wanted), known)


main()
