"""Pieces of program documents as core/rules/FORMAT.md shows them: each is put into a shipped document, and the command's `check` must accept
that. What a piece leaves out is filled in: with what stands at that place of the shipped document, else with a stand-in.

text figure condition curve  one such value
…provenance                  status, source and note
…                            the other members of an object, or of a list, at this place of it
"""
import copy
import json
import pathlib
import re
import subprocess

PROGRAMS = pathlib.Path(__file__).resolve().parents[2] / "core/programs"
LEFT_OUT = "…"
STAND_INS = {
    "text": {"zh-CN": "文字", "en": "text"},
    "figure": {"value": 60, "status": "assumed"},
    # A word of the enrolment asks for nothing else that a document must have.
    "condition": {"enrolment": "category", "is": "shoes"},
}
WORDS = "text|figure|condition|curve of kind steps|curve"
TOKEN = re.compile(rf'"(?:[^"\\]|\\.)*"|…provenance|…|\b(?:{WORDS})\b|[\[\]{{}}]|[^"…\[\]{{}}a-z]+|[a-z]')


class Refused(Exception):
    """Why a piece is no piece of a document."""


def as_json(text):
    """A piece as JSON: what it leaves out becomes members named … and values {"…": which}."""
    inside, said = [], []
    for token in TOKEN.findall(text):
        if token in "[{":
            inside.append(token)
        elif token in "]}" and inside:
            inside.pop()
        if token == "…provenance":
            token = '"…provenance": null'
        elif token == LEFT_OUT:
            token = '"…": null' if inside[-1:] == ["{"] else '{"…": null}'
        elif re.fullmatch(WORDS, token):
            token = f'{{"…": "{token}"}}'
        said.append(token)
    return "".join(said)


def without_twins(members):
    keys = [key for key, _ in members]
    if len(set(keys)) < len(keys):
        raise Refused(f"a key stands twice: {', '.join(keys)}")
    return dict(members)


def parsed(text):
    """A piece, and whether it is members without their object: `"rolls": …`."""
    is_members = bool(re.match(r'"[^"]*":', text))
    try:
        return json.loads(as_json(f"{{{text}}}" if is_members else text), object_pairs_hook=without_twins), is_members
    except ValueError as error:
        raise Refused(f"no JSON: {error}") from None


def is_rest(value):
    return value == {LEFT_OUT: None}


def something(value):
    if not value:
        raise Refused("what is left out stands nowhere in the shipped document")
    return copy.deepcopy(value)


def of_host(host, piece, at):
    """Which element of the host's list an element of a piece is: that with its id, else that at its place."""
    if isinstance(piece, dict) and "id" in piece:
        return next((one for one in host if isinstance(one, dict) and one.get("id") == piece["id"]), None)
    return host[at] if at < len(host) else None


def filled_list(piece, host):
    host = host if isinstance(host, list) else []
    said = [one if is_rest(one) else filled(one, of_host(host, one, at)) for at, one in enumerate(piece)]
    ids = [one["id"] for one in said if isinstance(one, dict) and "id" in one]
    rest = [one for one in host if one not in said and not (isinstance(one, dict) and one.get("id") in ids)]
    return [one for own in said for one in (something(rest) if is_rest(own) else [own])]


def filled_object(piece, host):
    host, said = host if isinstance(host, dict) else {}, {}
    for key, value in piece.items():
        if key == LEFT_OUT:
            said.update(something({name: own for name, own in host.items() if name not in piece}))
        elif key == "…provenance":
            said.update({name: host[name] for name in ("status", "source", "note") if name in host} or {"status": "assumed"})
        else:
            said[key] = filled(value, host.get(key))
    return said


def filled(piece, host):
    """The piece with what it leaves out; `host` is what stands at its place, or None."""
    if isinstance(piece, list):
        return filled_list(piece, host)
    if not isinstance(piece, dict):
        return piece
    if piece.get(LEFT_OUT):
        return something(STAND_INS.get(piece[LEFT_OUT]) if host is None else host)
    return filled_object(piece, host)


def step(document, name):
    """A member of an object, or the element of a list with that id."""
    if isinstance(document, list):
        return next(at for at, one in enumerate(document) if one["id"] == name)
    return name


def put(document, place, piece, is_members):
    """The document with the piece at its place: instead of what stands there, or, of members, among what stands there."""
    whole = {"": document}
    parent, name = whole, ""
    for part in place.split("/")[1:]:
        parent = parent[name]
        name = step(parent, part)
    host = parent[name]
    parent[name] = {**host, **filled_object(piece, host)} if is_members else filled(piece, host)
    return whole[""]


def refusal(command, verb, text):
    """What the command says against a text; None where it takes it."""
    run = subprocess.run([command, verb, "--lang", "en", "-"], input=text, capture_output=True, text=True, check=False)
    return run.stderr or run.stdout or f"status {run.returncode}" if run.returncode else None


def host_of(of):
    """`PROGRAM/EDITION.json#/PLACE`: the shipped document, and where in it."""
    name, _, place = of.partition("#")
    return json.loads((PROGRAMS / name).read_text(encoding="utf-8")), place


def fault_of_piece(command, of, text):
    """None for a piece that may stand there; where lines begin with keys, each is a piece."""
    try:
        for one in re.split(r'\n(?=")', text.rstrip()):
            document, place = host_of(of)
            piece, is_members = parsed(one)
            whole = put(document, place, piece, is_members)
            said = refusal(command, "check", json.dumps(whole, ensure_ascii=False))
            if said:
                return said
    except Refused as refused:
        return str(refused)
    return None


def fault_of_request(command, verb, program, text):
    """None for a request that is answered; its {…} is the program."""
    try:
        request, _ = parsed(text)
        return refusal(command, verb, json.dumps(filled(request, {"program": json.loads(program)}), ensure_ascii=False))
    except Refused as refused:
        return str(refused)
