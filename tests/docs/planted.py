#!/usr/bin/env python3
"""Plants faults in the pieces, programs and requests of the documentation, one at a time: tests/docs/samples.py must refuse every one.
What it plants: a key misspelt, a value of another kind, a word that there is not, brackets and commas missing, a member one level further out
or in. The small program is long, and `check` has tests of its own: of its faults every tenth is planted.

usage: tests/docs/planted.py SHOPGAUGE
"""
import os
import re
import sys

from pieces import fault_of_piece, fault_of_request, refusal
from samples import FENCE, ROOT

STRING = r'"(?:[^"\\]|\\.)*"'
PAGE = ROOT / "core/rules/FORMAT.md"


def instead(text, match, by):
    return text[:match.start()] + by + text[match.end():]


def broken_json(text):
    for match in re.finditer(rf"{STRING}|[\[\]{{}}]|(?<=[\w\]}}\"]),|:", text):
        if not match.group().startswith('"'):
            yield instead(text, match, "")


def misspelt_keys(text):
    for match in re.finditer(rf"({STRING})(?=:)", text):
        yield instead(text, match, match.group()[:-1] + '_"')


def other_kinds(text):
    """Strings, numbers, true and false, each once as what it is not."""
    for match in re.finditer(rf"{STRING}(?!:)|(?<![\w.\"-])-?\d[\d.]*|\b(?:true|false)\b", text):
        yield instead(text, match, '{"kind": []}')


def no_words(text):
    """Words that mean something; a text for people may say anything."""
    for match in re.finditer(rf'({STRING}): ({STRING})', text):
        if match[1] not in ('"zh-CN"', '"en"', '"url"') and re.fullmatch(r'"[\w.-]+"', match[2]):
            yield instead(text, match, f'{match[1]}: "no such {match[2][1:]}')


def end_of(text, start):
    """Where the bracket at `start` closes."""
    depth = 0
    for match in re.finditer(rf"{STRING}|[\[\]{{}}]", text[start:]):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return start + match.end()
    raise ValueError(text[start:])


def other_nesting(text):
    """Each object and list within one more; each first member of an inner object before it, in the outer one."""
    for match in re.finditer(rf"{STRING}|[\[{{]", text):
        at = match.start()
        if match.group() in "[{":
            end = end_of(text, at)
            yield f"{text[:at]}[{text[at:end]}]{text[end:]}"
            yield f'{text[:at]}{{"within": {text[at:end]}}}{text[end:]}'
    for match in re.finditer(rf'({STRING}: )\{{({STRING}: (?:{STRING}|[\d.]+|true)), ', text):
        if '"zh-CN"' not in match.group():
            yield instead(text, match, f"{match[2]}, {match[1]}{{")


KINDS = {"no JSON": broken_json, "a key misspelt": misspelt_keys, "another kind of value": other_kinds, "no such word": no_words, "other nesting": other_nesting}


def planted_in(path, command):
    """How many faults were planted, and what was not refused."""
    count, missed, program = dict.fromkeys(KINDS, 0), [], "{}"
    for match in FENCE.finditer(path.read_text(encoding="utf-8")):
        of, text = match["of"], match["text"]
        asked = {"piece": lambda text, of=of: fault_of_piece(command, of, text), "program": lambda text: refusal(command, "check", text),
                 "request": lambda text, of=of: fault_of_request(command, of, program, text)}.get(match["mark"])
        if asked is None:
            continue
        if match["mark"] == "program":
            program = text
        for kind, plant in KINDS.items():
            for planted in list(plant(text))[::10 if match["mark"] == "program" else 1]:
                count[kind] += 1
                if not asked(planted):
                    missed.append(f"{kind}, accepted: {next(one for one, own in zip(planted.splitlines(), text.splitlines()) if one != own)}")
    return count, missed


def main():
    count, missed = planted_in(PAGE, os.path.abspath(sys.argv[1]))
    for one in missed:
        print(one)
    if missed or min(count.values()) < 10:
        print(count)
        sys.exit(1)
    print(f"{sum(count.values())} faults planted in the pieces of {PAGE.name}, all refused: {', '.join(f'{number} {kind}' for kind, number in count.items())}")


main()
