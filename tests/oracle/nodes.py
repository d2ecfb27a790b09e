"""The score tree: every node's lowest and highest score, exact, and what it brings to the total at either end."""
from conditions import evaluate
from curves import benchmark_knots, points_on
from document import figure
from exact import ratio
from reading import ABSENT, GIVEN


class Node:
    """`low` and `high` are None where the node is not assessed; `share` is its weight among the assessed of its group."""

    def __init__(self, rule, basis, low=None, high=None, why=None, children=(), statuses=(), missing=()):
        self.rule = rule
        self.basis = basis
        self.low, self.high = low, high
        self.why = why
        self.children = list(children)
        self.statuses = list(statuses)
        self.missing = list(missing)
        self.value = None
        self.share = None
        self.brings = (0, 0)

    @property
    def assessed(self):
        return self.low is not None


def score_node(rule, reading, method):
    id = rule["id"]
    if id in reading.profile.get("not_assessed", []):
        return Node(rule, "not_assessed", why="profile")
    if id in reading.given:
        return Node(rule, "given", reading.given[id], reading.given[id])
    return score_indicator(rule, reading) if rule["kind"] == "indicator" else score_dimension(rule, reading, method)


def score_dimension(rule, reading, method):
    children, low, high, statuses = score_group(rule["nodes"], reading, method)
    if low is None:
        return Node(rule, "not_assessed", why=children[0].why, children=children)
    seen = {child.basis for child in children if child.assessed}
    basis = "missing" if seen == {"missing"} else "partial" if seen & {"missing", "partial"} else "computed"
    return Node(rule, basis, low, high, children=children, statuses=statuses, missing=[id for child in children for id in child.missing])


def score_group(rules, reading, method):
    """The nodes of a group, with its lowest and highest score, and the statuses of what these rest on."""
    nodes = [score_node(rule, reading, method) for rule in rules]
    assessed = [node for node in nodes if node.assessed]
    statuses = [status for node in assessed for status in node.statuses]
    if not assessed:
        return nodes, None, None, statuses
    if method == "minimum":
        return nodes, min(node.low for node in assessed), min(node.high for node in assessed), statuses
    weights = group_weights(rules, reading)
    whole = sum(weights[node.rule["id"]][0] for node in assessed)
    for node in assessed:
        node.share = weights[node.rule["id"]][0] / whole
    if len(assessed) > 1:
        statuses += [weights[node.rule["id"]][1] for node in assessed]
    return nodes, sum(node.low * node.share for node in assessed), sum(node.high * node.share for node in assessed), statuses


def group_weights(rules, reading):
    """{id: (weight, status)}: the profile's, else the row's, else the document's; a group comes from one of them."""
    own = reading.profile.get("weights", {})
    if any(rule["id"] in own for rule in rules):
        return {rule["id"]: (ratio(own[rule["id"]]), "profile") for rule in rules if rule["id"] in own}
    row = reading.rows
    if any(f"weights.{rule['id']}" in row for rule in rules):
        return {rule["id"]: row[f"weights.{rule['id']}"] for rule in rules}
    return {rule["id"]: (figure(rule["weight"]), rule["weight"]["status"]) for rule in rules}


def score_indicator(rule, reading):
    entry = reading.inputs[rule["metric"]]
    node = place_indicator(rule, entry, reading)
    node.value = entry.value if node.assessed else None
    return node


def place_indicator(rule, entry, reading):
    flat = rule.get("flat")
    if entry.state == ABSENT and rule.get("optional"):
        return Node(rule, "not_assessed", why="optional")
    if flat:
        small = evaluate(flat["when"], reading, absent_is=False)
        if small.truth:
            points = figure(flat["points"])
            return Node(rule, "flat", points, points, statuses=[flat["points"]["status"]] + small.statuses)
    node = on_curve(rule, entry.value, reading) if entry.state == GIVEN else missing_node(rule, entry.state, rule["metric"])
    return either_way(node, figure(flat["points"]), small) if flat and small.truth is None else node


def either_way(node, points, small):
    """Whether the sample is small is not known: the flat points or the curve's."""
    node.missing = small.needs + node.missing
    if node.basis == "computed":
        node.basis = "partial"
        node.low, node.high = min(node.low, points), max(node.high, points)
    return node


def missing_node(rule, why, need):
    low, high = rule["range"]
    return Node(rule, "missing", low, high, why=why, missing=[need])


def on_curve(rule, value, reading):
    curve = reading.profile.get("tables", {}).get(rule["id"])
    statuses = []
    if curve is None:
        curve, statuses = rule["curve"], [rule["curve"]["status"]]
    if curve["kind"] == "benchmarks":
        targets = [reading.target(curve[end]) for end in ("excellent", "poor")]
        open_paths = [f"profile.{target.path}" for target in targets if target.value is None]
        if open_paths:
            return missing_node(rule, "no_threshold", open_paths[0])
        metric = reading.document.metrics[rule["metric"]]
        curve = {"kind": "linear", "knots": benchmark_knots(curve, metric, *[target.value for target in targets])}
        statuses += [target.status for target in targets]
    points = points_on(curve, value)
    return Node(rule, "computed", points, points, statuses=statuses)


def bring(nodes, method, ends, weight=1):
    """What each node brings to the total at both ends. By minimum the lowest of each end brings all, the others nothing."""
    assessed = [node for node in nodes if node.assessed]
    for end in (0, 1):
        scores = [(node.low, node.high)[end] for node in assessed]
        for node, score in zip(assessed, scores):
            if method == "minimum":
                part = ends[end] if score == min(scores) and node is assessed[scores.index(min(scores))] else 0
            else:
                part = score * node.share * weight
            node.brings = (part, node.brings[1]) if end == 0 else (node.brings[0], part)
    for node in assessed:
        if node.children:
            bring(node.children, method, node.brings, weight * (node.share or 1))


def find(nodes, id):
    for node in nodes:
        if node.rule["id"] == id:
            return node
        inner = find(node.children, id)
        if inner is not None:
            return inner
    return None
