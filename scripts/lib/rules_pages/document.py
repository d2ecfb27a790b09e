"""Reads a program document with exact numbers, and knows which of its keys a page has rendered."""
import json
import re
from fractions import Fraction

# Keys that no page has words for: what they say is for editors, for replies or for references inside the document.
WITHOUT_WORDS = [
    re.compile(pattern)
    for pattern in (
        r"/\$schema",  # where an editor finds the schema
        r"/format",
        r"/metrics/\d+/step",  # the smallest change that a plan proposes
        r".*/id",  # what other keys refer to; its title is rendered
        r"/cycle/phases/\d+/checks/\d+/standard",  # the check's id in replies; its title is rendered
    )
]


class DocumentError(Exception):
    """A document that cannot be rendered whole."""


class Part:
    """An object of the document. Who renders a key takes it; what nobody took is an error at the end."""

    def __init__(self, members):
        self.members = dict(members)
        if len(self.members) != len(members):
            keys = [key for key, _ in members]
            raise DocumentError(f"“{next(key for key in keys if keys.count(key) > 1)}” stands twice in one object")
        self.pointer = ""
        self.taken = set()

    def take(self, key):
        self.taken.add(key)
        if key not in self.members:
            raise DocumentError(f"{self.pointer or '/'}: needs “{key}”")
        return self.members[key]

    def find(self, key, default=None):
        return self.take(key) if key in self.members else default

    def take_all(self):
        """The whole mapping, where keys are words and not names of the format."""
        self.taken.update(self.members)
        return self.members

    def __contains__(self, key):
        return key in self.members


def read(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file, object_pairs_hook=Part, parse_int=Fraction, parse_float=Fraction, parse_constant=_refuse)
    _place(document, "")
    return document


def untaken(node):
    """The pointers of keys that nobody rendered, without those that have no words."""
    found = []
    for part in parts(node):
        for key in part.members:
            pointer = f"{part.pointer}/{key}"
            if key not in part.taken and not any(pattern.fullmatch(pointer) for pattern in WITHOUT_WORDS):
                found.append(pointer)
    return found


def parts(node):
    """Every object below a node, itself first."""
    if isinstance(node, Part):
        yield node
    for child in node.members.values() if isinstance(node, Part) else node if isinstance(node, list) else []:
        yield from parts(child)


def _place(node, pointer):
    if isinstance(node, Part):
        node.pointer = pointer
    children = node.members.items() if isinstance(node, Part) else enumerate(node) if isinstance(node, list) else []
    for key, child in children:
        _place(child, f"{pointer}/{key}")


def _refuse(name):
    raise DocumentError(f"{name} is no number")
