#!/usr/bin/env python3
"""Sends another product's events with the Python SDK that is named.

    send.py segment|posthog URL WRITE_KEY FIRST COUNT

COUNT events `page` numbered from FIRST on, each said twice under one id; with FIRST 0 the other calls too. Ends with 1 if
the SDK says that anything was not delivered.
"""

import datetime
import logging
import sys
import uuid

SECRET = "meet me at eight by the old oak"
failures = []


def failed(error, _items):
    failures.append(str(error))


def message_id(library, number):
    """The same for the same event, whoever sends it again."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{library}/{number}"))


def segment(url, key, numbers, everything):
    from segment.analytics.client import Client

    client = Client(key, host=url, gzip=True, on_error=failed, max_retries=20)
    if everything:
        client.identify("py-ada", {"email": SECRET}, anonymous_id="py-anon")
        client.alias("py-old", "py-ada")
        client.group("py-ada", "team", {"name": SECRET})
        client.screen("py-ada", SECRET, SECRET, {"text": SECRET})
        client.page("py-ada", SECRET, SECRET, {"text": SECRET})
        client.track("py-ada", "Bought with segment-python", {"to": "py-ben", "price": 7, "note": SECRET})
        client.track(anonymous_id="py-anon", event="page", properties={"text": SECRET}, message_id="py-anonymous")
    for number in numbers:
        for _ in range(2):
            client.track("py-ada", "page", {"text": SECRET}, message_id=message_id("segment", number))
    client.shutdown()


def posthog(url, key, numbers, everything):
    from posthog import Posthog

    client = Posthog(key, host=url, gzip=True, on_error=failed, max_retries=20, disable_geoip=True)
    if everything:
        client.alias("pp-old", "pp-ada")
        client.set(distinct_id="pp-ada", properties={"email": SECRET})
        client.group_identify("company", "team", {"name": SECRET})
        client.capture("Bought with posthog-python", distinct_id="pp-ada", properties={"to": "pp-ben", "note": SECRET})
    now = datetime.datetime.now(datetime.timezone.utc)
    for number in numbers:
        for _ in range(2):
            said = {"distinct_id": "pp-ada", "properties": {"text": SECRET}, "timestamp": now}
            client.capture("$pageview", uuid=message_id("posthog", number), **said)
    client.shutdown()


def main():
    library, url, key, first, count = sys.argv[1:]
    logging.basicConfig(level=logging.CRITICAL)
    numbers = range(int(first), int(first) + int(count))
    {"segment": segment, "posthog": posthog}[library](url, key, numbers, int(first) == 0)
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
