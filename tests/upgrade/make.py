#!/usr/bin/env python3
"""Makes the stored databases of this folder: tests/upgrade/make.py HEARTH NAME [POSTGRES_URL]

Starts the given program on an empty SQLite database, and on an empty PostgreSQL database if one is named, has a
community live in both (community.py), and writes NAME.sqlite.sql.gz, NAME.postgres.sql.gz and NAME.*.json with what
this Hearth answers about them. Run it with the program of a release before its successor changes the schema; what it
wrote then never changes. make.sh brings the PostgreSQL.
"""

import base64, gzip, json, re, signal, sqlite3, subprocess, sys, tempfile, urllib.error, urllib.request
from pathlib import Path

sys.dont_write_bytecode = True
import community

HERE = Path(__file__).parent


class Hearth:
    """A Hearth on a folder and a database: its server and its commands."""

    def __init__(self, program, data_dir, database_url):
        settings = {
            "DATA_DIR": data_dir, "DATABASE_URL": database_url, "LISTEN": "127.0.0.1:0", "SERVER_NAME": "localhost",
            "REGISTRATION": "open", "RATE_LIMITS": "off", "OUTGOING": "loopback", "ARGON2_MEMORY_KIB": "64",
            "ARGON2_ITERATIONS": "1", "LOG": "error",
        }
        self.program, self.data_dir = program, data_dir
        self.environment = {f"HEARTH_{key}": str(value) for key, value in settings.items()}

    def command(self, *arguments, told=None):
        """What a command prints."""
        command = [self.program, *map(str, arguments)]
        done = subprocess.run(command, env=self.environment, input=told, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{command}: {done.stderr}")
        return done.stdout

    def start(self):
        serve = [self.program, "serve"]
        self.process = subprocess.Popen(serve, env=self.environment, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("ready "):
                self.base = line.split()[1]
                return
        sys.exit("the server did not start")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait() == 0

    def end(self):
        """However things went."""
        if getattr(self, "process", None):
            self.process.kill()
            self.process.wait()

    def call(self, method, path, body=None, token=None, key=None, kind="application/json", status=200):
        """The JSON that a request is answered with. The body is JSON, or bytes of the kind."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": kind}, method=method)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if key:
            request.add_header("Authorization", f"Basic {base64.b64encode(f'{key}:'.encode()).decode()}")
        try:
            answer = urllib.request.urlopen(request)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            said = answer.read()
        if answer.status != status:
            sys.exit(f"{method} {path}: {answer.status} {said.decode()}")
        return json.loads(said) if answer.headers.get_content_type() == "application/json" else said


def lived(program, folder, database_url):
    """What a community has left, and what is known of it."""
    hearth = Hearth(program, f"{folder}/data", database_url)
    try:
        return community.live(hearth, Path(folder))
    finally:
        hearth.end()


def sqlite_dump(file):
    """The statements that make the database again. What FTS5 keeps behind a virtual table is in tables of its own."""
    database = sqlite3.connect(file)
    order = "sql NOT LIKE 'CREATE VIRTUAL%', name"
    kept = f"SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY {order}"
    yield "BEGIN TRANSACTION;"
    virtual = []
    for table, sql in database.execute(kept).fetchall():
        is_behind = any(table.startswith(f"{name}_") for name in virtual)
        yield f'DELETE FROM "{table}";' if is_behind else f"{sql};"
        if sql.startswith("CREATE VIRTUAL"):
            virtual.append(table)
            continue
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
        quoted = " || ',' || ".join(f'quote("{column}")' for column in columns)
        for (row,) in database.execute(f'SELECT {quoted} FROM "{table}"'):
            yield f'INSERT INTO "{table}" VALUES({row});'
    rest = "SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY name"
    for (sql,) in database.execute(rest):
        yield f"{sql};"
    yield "COMMIT;"


def postgres_dump(url):
    dump = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", "--dbname", url]
    text = subprocess.run(dump, check=True, capture_output=True, text=True).stdout
    # What psql alone understands goes, and so does what is only said to the session.
    wanted = (line for line in text.splitlines() if not re.match(r"\\|--|SET |SELECT pg_catalog.set_config", line))
    return filter(None, wanted)


def thinned(lines):
    """Of the many whom it takes to predict anything one in ten is enough, as if the others had been forgotten."""
    count = 0
    for line in lines:
        count += (is_of_many := bool(re.match(r'INSERT INTO \W?(public\.)?(scores|segments)_member\b', line)))
        if not is_of_many or count % 10 == 0:
            yield line


def laid_out(value, depth, indent="\n"):
    """JSON with a line for each part that is not short, down to a depth."""
    whole, deeper = json.dumps(value, ensure_ascii=False), indent + " "
    if not depth or not isinstance(value, (dict, list)) or len(whole) < 500:
        return whole
    if isinstance(value, list):
        return "[" + deeper + f",{deeper}".join(laid_out(part, depth - 1, deeper) for part in value) + indent + "]"
    parts = [f"{json.dumps(key)}: {laid_out(part, depth - 1, deeper)}" for key, part in value.items()]
    return "{" + deeper + f",{deeper}".join(parts) + indent + "}"


def write(name, lines, known):
    with gzip.GzipFile(HERE / f"{name}.sql.gz", "wb", mtime=0) as packed:
        packed.write("\n".join(thinned(lines)).encode() + b"\n")
    (HERE / f"{name}.json").write_text(laid_out(known, 4) + "\n")


def main():
    program, name = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        known = lived(program, folder, "")
        write(f"{name}.sqlite", sqlite_dump(f"{folder}/data/hearth.db"), known)
    if len(sys.argv) > 3:
        url = sys.argv[3]
        with tempfile.TemporaryDirectory() as folder:
            known = lived(program, folder, url)
        write(f"{name}.postgres", postgres_dump(url), known)


main()
