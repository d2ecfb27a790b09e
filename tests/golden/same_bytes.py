#!/usr/bin/env python3
"""Prints requests drawn at random, one a line: readings, courses and comparisons of every shipped program, whole documents inline,
and one in five damaged, so that it is refused or says something odd. usage: same_bytes.py COUNT SEED
"""
import json
import sys

import make

NUMBERS = ["-0", "0", "1e-18", "1e-19", "999999999999999999", "1e18", "1e400", "-1", "0.1", "123456789.123456789", "1E+2", "3.0000", "01", "1e", "NaN"]
VALUES = ["null", "true", '""', '"x"', "[]", "{}", "[[]]", '{"num": 1, "den": 0}', '{"num": 3, "den": 2}', '{"sum": 1e17, "n": 3}', '{"percent": 12345}',
          '"2026-02-30"', '"\\u4e2d\\ud83d\\ude00"', '"\\ud800"', '"\\u0000"', '"中文"', "[" * 70 + "]" * 70]
KEYS = ["program", "edition", "date", "until", "metrics", "given", "profile", "enrolment", "months", "checks", "choices", "what_if", "sides", "function", "colour"]


def places(value, path=()):
    """Every place in a JSON value, the whole first."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in items:
        yield from places(child, (*path, key))


def with_raw(value, path, raw):
    """The text of the value with the one at the path replaced by a text that need not be JSON."""
    mark = "\u0001here\u0001"
    copy = json.loads(json.dumps(value))
    at = copy
    for key in path[:-1]:
        at = at[key]
    if path:
        at[path[-1]] = mark
    else:
        copy = mark
    return make_text(copy).replace(json.dumps(mark), raw)


def make_text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def damaged(random, request):
    kind = random.randrange(6)
    if kind == 0:
        text = make_text(request)
        return text[: random.randrange(1, len(text))]
    if kind == 1 and len(request) > 1:
        request = dict(request)
        del request[random.choice(list(request))]
        return make_text(request)
    if kind == 2:
        return make_text(request)[:-1] + f',{json.dumps(random.choice(KEYS))}:{random.choice(VALUES + NUMBERS)}}}'
    path = random.choice(list(places(request)))
    return with_raw(request, path, random.choice(NUMBERS if kind < 5 else VALUES))


def drawn(draw, documents):
    """One request, as a value."""
    program = draw.random.choice(documents)
    kind = draw.random.random()
    if kind < 0.35 and "cycle" in program:
        line = make.course(draw, program)
    elif kind < 0.5:
        others = [other["edition"] for other in documents if other["program"] == program["program"]]
        line = make.comparison(draw, program, others)
    elif kind < 0.55:
        line = make.plan(draw, program)
    elif kind < 0.6:
        line = make.forecast(draw, program, make.feeders(program, documents))
    else:
        line = make.reading(draw, program)
    request = json.loads(line)["request"]
    if draw.chance(0.02):
        request["program"] = program
        request.pop("edition", None)
    return request


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    draw = make.Draw(seed)
    documents = make.documents()
    for _ in range(count):
        request = drawn(draw, documents)
        print(damaged(draw.random, request) if draw.chance(0.2) else make_text(request))


main()
