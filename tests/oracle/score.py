"""The score: its stage, its tree, its adjustments, the rounding, what is derived from it."""
from adjustments import adjust
from conditions import evaluate
from document import UNSURE, figure
from exact import half_up, is_tie
from nodes import bring, find, score_group


class Scored:
    """The result of one stage: total from `low` to `high`, with its parts. `reason` where there is no score."""

    def __init__(self, stage=None, reason=None):
        self.stage = stage
        self.reason = reason
        self.nodes, self.adjustments, self.statuses, self.missing = [], [], [], []
        self.fixed = None
        self.low = self.high = None

    def adjustments_sum(self, end):
        return sum(one.points[end] for one in self.adjustments)


class Result:
    """What gates and tiers read."""

    def __init__(self, document, reading):
        self.document, self.reading = document, reading
        self.rule = document.score
        self.scored = None
        self.stage, self.stage_open = None, True
        self.reason = None
        self.missing = []
        self.hide_estimates = False
        self.refusal_needs = []
        self.band_open = False

    @property
    def digits(self):
        return self.rule["rounding"]["digits"]

    def span(self, which):
        if self.scored is None or (self.hide_estimates and self.basis != "exact"):
            return None
        ends = (self.scored.low, self.scored.high)
        return ends if which == "unrounded" else tuple(half_up(end, self.digits) for end in ends)

    def node_span(self, id):
        node = find(self.scored.nodes, id) if self.scored and not self.scored.fixed else None
        if node is not None and node.assessed:
            return (node.low, node.high)
        return (self.reading.given[id],) * 2 if id in self.reading.given else None

    @property
    def basis(self):
        if self.missing or self.band_open:
            return "partial"
        statuses = self.scored.statuses + self.rounding_status() if self.scored else []
        return "estimated" if any(status in UNSURE for status in statuses) else "exact"

    def rounding_status(self):
        tie = self.scored.low is not None and is_tie(self.scored.low, self.digits)
        return [self.rule["rounding"]["status"]] if tie else []


def compute(document, reading):
    result = Result(document, reading)
    reason, open_needs = refuse(document.score.get("not_scored", []), reading)
    result.missing += open_needs
    result.refusal_needs = open_needs
    if reason:
        result.reason = reason
        result.missing = []
        return result
    candidates = possible_stages(document.score, reading, result)
    scored = [score_stage(stage, document, reading, result) for stage in candidates]
    settle(result, scored)
    return result


def refuse(rules, reading):
    """The first reason that holds; what would decide those that are open before it."""
    needs = []
    for rule in rules:
        outcome = evaluate(rule["when"], reading, absent_is=False)
        if outcome.truth:
            return rule["reason"], needs
        needs += outcome.needs
    return None, needs


def possible_stages(rule, reading, result):
    """The stage whose condition holds; with an open condition also those behind it. None is the document's own tree."""
    found = []
    for stage in rule.get("stages", []):
        outcome = evaluate(stage["when"], reading, absent_is=False)
        if outcome.truth:
            return found + [stage]
        if outcome.truth is None:
            found.append(stage)
            result.missing += outcome.needs
    return found + [None]


def score_stage(stage, document, reading, result):
    if stage is None:
        return score_tree(document, reading)
    reason, needs = refuse(stage.get("not_scored", []), reading)
    scored = Scored(stage["id"], reason)
    if reason:
        return scored
    scored.missing = needs
    points = figure(stage["points"])
    scored.fixed = stage
    finish(scored, stage.get("adjustments", []), reading, document, (points, points))
    return scored


def method_of(document, reading):
    """The method, and its status where the profile does not say it."""
    methods = document.score.get("methods")
    if not methods:
        return None, []
    own = reading.profile.get("method")
    return (own, []) if own else (methods["of"][0], [methods["status"]])


def score_tree(document, reading):
    scored = Scored(document.score.get("stage"))
    method, statuses = method_of(document, reading)
    scored.nodes, low, high, more = score_group(document.score["nodes"], reading, method)
    if low is None:
        scored.reason = "nothing_assessed"
        return scored
    scored.statuses = statuses + more
    bring(scored.nodes, method, (low, high))
    scored.missing = [id for node in scored.nodes for id in node.missing]
    finish(scored, document.score.get("adjustments", []), reading, document, (low, high))
    return scored


def finish(scored, rules, reading, document, span):
    digits = document.score["rounding"]["digits"]
    scored.adjustments, (scored.low, scored.high) = adjust(rules, reading, scored.nodes, digits, span)
    for one in scored.adjustments:
        scored.missing += one.missing
        scored.statuses += one.statuses


def settle(result, scored):
    """The one stage that gives a score, or the span over all that may."""
    with_score = [one for one in scored if one.reason is None]
    if not with_score:
        # What is open before the tree may still change the reason.
        result.reason = scored[0].reason
        result.missing = result.refusal_needs
        return
    for one in with_score:
        result.missing += one.missing
    result.missing = list(dict.fromkeys(result.missing))
    if len(with_score) == 1:
        result.scored, result.stage, result.stage_open = with_score[0], with_score[0].stage, False
        result.band_open = any("bands" in one.rule and one.points[0] != one.points[1] for one in result.scored.adjustments)
        return
    whole = Scored()
    whole.low, whole.high = min(one.low for one in with_score), max(one.high for one in with_score)
    whole.nodes = next((one.nodes for one in with_score if one.nodes), [])
    result.scored = whole
