"""Points outside the weights: bonuses, deductions, bands, caps and floors, each at its place in the list."""
from fractions import Fraction

from conditions import evaluate
from document import figure
from nodes import find
from reading import ABSENT, GIVEN


class Adjustment:
    def __init__(self, rule, points, applied, missing=(), statuses=()):
        self.rule = rule
        self.points = points
        self.applied = applied
        self.missing = list(missing)
        self.statuses = list(statuses)


def adjust(rules, reading, nodes, digits, span):
    """Every adjustment that is reported, and the span of the sum after them."""
    done = []
    for rule in rules:
        one = adjust_once(rule, reading, nodes, digits, span)
        if one is None:
            continue
        done.append(one)
        span = (span[0] + one.points[0], span[1] + one.points[1])
    return done, span


def adjust_once(rule, reading, nodes, digits, span):
    if "bands" in rule:
        return show_in_band(rule, reading, digits, span)
    if "at_most" in rule or "at_least" in rule:
        return cut(rule, span)
    if "each" in rule:
        return count_each(rule, reading)
    return add_points(rule, reading, nodes)


def cut(rule, span):
    """Reported only where it cuts."""
    if "at_most" in rule:
        after = tuple(min(end, figure(rule["at_most"])) for end in span)
    else:
        after = tuple(max(end, figure(rule["at_least"])) for end in span)
    if after == span:
        return None
    both_ends = after[0] != span[0] and after[1] != span[1]
    status = rule.get("at_most", rule.get("at_least"))["status"]
    return Adjustment(rule, (after[0] - span[0], after[1] - span[1]), True if both_ends or span[0] == span[1] else None, statuses=[status])


def count_each(rule, reading):
    entry = reading.inputs[rule["metric"]]
    each, limit = figure(rule["each"]), figure(rule["limit"]) if "limit" in rule else None
    if entry.state == ABSENT:
        return Adjustment(rule, (0, 0), False)
    if entry.state == GIVEN:
        points = limited(each * entry.value, limit)
        return Adjustment(rule, (points, points), points != 0, statuses=[rule["each"]["status"]] if points else [])
    low, high = reading.document.metrics[rule["metric"]]["range"]
    far = limit if high is None else limited(each * high, limit)
    ends = sorted([limited(each * low, limit), far])
    return Adjustment(rule, tuple(ends), None, missing=[rule["metric"]])


def limited(points, limit):
    if limit is None:
        return points
    return max(points, limit) if limit < 0 else min(points, limit)


def add_points(rule, reading, nodes):
    outcome = evaluate(rule["when"], reading, absent_is=False)
    points = (figure(rule["points"]),) * 2
    if "node" in rule:
        points = points_of_node(rule, find(nodes, rule["node"]))
    if outcome.truth is False or points in (None, (0, 0)):
        return Adjustment(rule, (0, 0), False)
    if outcome.truth:
        return Adjustment(rule, points, True, statuses=outcome.statuses + [rule["points"]["status"]])
    ends = (min(points[0], 0), max(points[1], 0))
    return Adjustment(rule, ends, None, missing=outcome.needs)


def points_of_node(rule, node):
    """Within the node's range and weighed into the total; a given node has them already."""
    if node is None or not node.assessed or node.basis == "given":
        return None
    low, high = node.rule["range"]
    points = figure(rule["points"])
    return tuple((min(max(end + points, low), high) - end) * node.share for end in (node.low, node.high))


def show_in_band(rule, reading, digits, span):
    """Where in a band a score is shown is not published: the lowest and the highest that can be shown."""
    outcome = evaluate(rule["when"], reading, absent_is=False)
    if outcome.truth is False:
        return Adjustment(rule, (0, 0), False)
    places = shown_places(rule["bands"], digits, span)
    inside = any(place["band"] for place in places)
    if not inside:
        return Adjustment(rule, (0, 0), False)
    if outcome.truth is None:
        places.append({"low": span[0], "high": span[1], "band": False})
    low, high = min(place["low"] for place in places), max(place["high"] for place in places)
    applied = True if outcome.truth and all(place["band"] for place in places) else None
    return Adjustment(rule, (low - span[0], high - span[1]), applied, missing=outcome.needs, statuses=[rule["status"]] + outcome.statuses)


def shown_places(bands, digits, span):
    """For each part of the span, where it is shown: in a band, or below all bands as it is."""
    places, top = [], None
    for band in bands:
        start, (shown_from, shown_to) = band["at_least"], band["shown"]
        if span[1] >= start and (top is None or span[0] < top):
            places.append({"low": shown_from, "high": shown_to - Fraction(1, 10 ** int(digits)), "band": True})
        top = start
    if span[0] < top:
        places.append({"low": span[0], "high": min(span[1], top), "band": False})
    return places
