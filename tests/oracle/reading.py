"""What is known on one day: the state of every metric, the shop's own numbers, the thresholds that follow."""
from fractions import Fraction
from typing import Any, NamedTuple

from exact import is_number, ratio
from rows import row_numbers

GIVEN, ABSENT, UNKNOWN, NO_SAMPLE, NO_SCORE = "given", "absent", "unknown", "no_sample", "no_score"
NOT_ASSESSED = "not assessed"
POSITIVE = "positive"


class Input(NamedTuple):
    """`events` and `sample` are known only of a ratio or mean given as counts; `raw` is what the request says."""
    state: str
    value: Any = None
    events: Any = None
    sample: Any = None
    raw: Any = None


class Target(NamedTuple):
    """A threshold: a fraction, "positive", NOT_ASSESSED, or None where only the profile could say it."""
    value: Any
    status: str
    path: Any = None


def read_input(metric, metrics):
    if metric["id"] not in metrics:
        if "if_absent" in metric:
            return Input(GIVEN, metric["if_absent"])
        return Input(ABSENT)
    raw = metrics[metric["id"]]
    if raw is None:
        return Input(UNKNOWN)
    if isinstance(raw, bool) or is_number(raw):
        return Input(GIVEN, raw, raw=raw)
    if "no_score" in raw:
        return Input(NO_SCORE, raw=raw)
    if "percent" in raw:
        return Input(GIVEN, raw["percent"] / 100, raw=raw)
    total, size = (raw["num"], raw["den"]) if "den" in raw else (raw["sum"], raw["n"])
    events = total if "den" in raw else None
    if size == 0:
        return Input(NO_SAMPLE, events=events, sample=size, raw=raw)
    return Input(GIVEN, Fraction(total) / Fraction(size), events, size, raw)


def lookup(profile, path):
    """The profile's number at a path such as targets.top.orders; None where it has none."""
    for key in path.split("."):
        if not isinstance(profile, dict) or key not in profile:
            return None
        profile = profile[key]
    return profile


class Reading:
    def __init__(self, document, request):
        self.document = document
        self.enrolment = request.get("enrolment", {})
        self.profile = request.get("profile", {})
        self.given = request.get("given", {})
        metrics = request.get("metrics", {})
        self.inputs = {id: read_input(metric, metrics) for id, metric in document.metrics.items()}
        self.rows = row_numbers(document, self.enrolment, lambda path: lookup(self.profile, path) is not None)

    def target(self, threshold):
        """The profile wins over a row of the platform's table, a row over the default."""
        if "profile" not in threshold:
            return Target(ratio(threshold["value"]), threshold["status"])
        path = threshold["profile"]
        own = lookup(self.profile, path)
        if own is not None:
            return Target(own if own == POSITIVE else ratio(own), "profile", path)
        if path in self.rows:
            value, status = self.rows[path]
            return Target(NOT_ASSESSED if value is None else value, status, path)
        if "default" in threshold:
            return Target(ratio(threshold["default"]["value"]), threshold["default"]["status"], path)
        return Target(None, "profile", path)
