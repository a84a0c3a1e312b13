"""Ed25519 (RFC 8032), as devices and members sign their keys: slow, and good enough for a test's few signatures."""

import base64, hashlib, json

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
BASE = (15112221349535400772501151409588531511454012693041857206046113283949847762202, 4 * pow(5, -1, P) % P)


def plus(one, other):
    (ax, ay), (bx, by) = one, other
    turn = D * ax * bx * ay * by
    return (ax * by + bx * ay) * pow(1 + turn, -1, P) % P, (ay * by + ax * bx) * pow(1 - turn, -1, P) % P


def times(number, point):
    product = (0, 1)
    while number:
        if number & 1:
            product = plus(product, point)
        number, point = number >> 1, plus(point, point)
    return product


def packed(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def number(data):
    return int.from_bytes(hashlib.sha512(data).digest(), "little")


def unpadded(data):
    return base64.b64encode(data).decode().rstrip("=")


class Pen:
    """A key that signs in somebody's name, named after a device or, without one, by itself."""

    def __init__(self, owner, seed, device=None):
        digest = hashlib.sha512(bytes([seed]) * 32).digest()
        self.secret = int.from_bytes(digest[:32], "little") & 2**254 - 8 | 2**254
        self.prefix = digest[32:]
        self.point = packed(times(self.secret, BASE))
        self.owner, self.public = owner, unpadded(self.point)
        self.name = f"ed25519:{device or self.public}"

    def sign(self, thing):
        """The thing with one signature more."""
        bare = {key: value for key, value in thing.items() if key not in ("signatures", "unsigned")}
        text = json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        chance = number(self.prefix + text) % L
        begin = packed(times(chance, BASE))
        proof = (chance + number(begin + self.point + text) * self.secret) % L
        signatures = {owner: dict(by) for owner, by in thing.get("signatures", {}).items()}
        signatures.setdefault(self.owner, {})[self.name] = unpadded(begin + proof.to_bytes(32, "little"))
        return {**thing, "signatures": signatures}
