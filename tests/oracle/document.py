"""A program document as the oracle reads it: ids to objects, figures to fractions."""
import pathlib
from functools import lru_cache

from exact import ratio, read_json

PROGRAMS = pathlib.Path(__file__).resolve().parents[2] / "core" / "programs"
UNSURE = ("example", "assumed")


class Document:
    def __init__(self, content):
        self.content = content
        self.program = content["program"]
        self.edition = content["edition"]
        self.name = f"{self.program} {self.edition}"
        self.metrics = {metric["id"]: metric for metric in content["metrics"]}
        self.standards = {standard["id"]: standard for standard in content.get("standards", [])}
        self.score = content.get("score")
        self.cycle = content.get("cycle")
        self.texts = content.get("texts", {})
        self.phases = {phase["id"]: phase for phase in self.cycle["phases"]} if self.cycle else {}


@lru_cache(maxsize=None)
def every_document():
    paths = [path for path in sorted(PROGRAMS.glob("*/*.json")) if path.name.count(".") == 1]
    return [Document(read_json(path.read_text(encoding="utf-8"))) for path in paths]


def documents(only=None):
    """All editions, those of a program, or the one named "program edition"."""
    return [document for document in every_document() if only in (None, document.program, document.name)]


def figure(content):
    return ratio(content["value"])


def operator_of(comparison):
    """The one operator of a comparison and what stands beside it."""
    for operator in ("at_least", "above", "at_most", "below", "is"):
        if operator in comparison:
            return operator, comparison[operator]
    raise KeyError("no operator")
