"""The printed score, its nodes and adjustments: numbers of 6 digits that sum to the total at both ends."""
from curves import points_on
from exact import half_up, printed, share_out
from score import method_of
from truth import shown_truth


def ends(name, low, high):
    """One member where both ends print alike, else two."""
    return {name: low} if low == high else {f"{name}_low": low, f"{name}_high": high}


def score_ends(low, high):
    """Two members where the exact scores differ, even if they print alike."""
    return {"score": printed(low)} if low == high else {"low": printed(low), "high": printed(high)}


def shown_score(result, reading):
    scored, rule = result.scored, result.rule
    value = [half_up(end, result.digits) for end in (scored.low, scored.high)]
    shown = {"value": value[0], "unrounded": printed(scored.low)} if scored.low == scored.high else {
        "low": value[0], "high": value[1], "unrounded_low": printed(scored.low), "unrounded_high": printed(scored.high)}
    shown.update({"digits": result.digits, "scale": rule["scale"]})
    if result.stage and not result.stage_open:
        shown["stage"] = result.stage
    method, _ = method_of(result.document, reading)
    if method:
        shown["method"] = method
    if scored.fixed is None and not result.stage_open:
        shown.update(derived(rule, value))
    return shown


def derived(rule, value):
    """Each read off the one that it is of, at both ends."""
    found, shown = {"value": value}, {}
    for one in rule.get("derived", []):
        found[one["id"]] = [points_on(one["curve"], end) for end in found[one["of"]]]
        low, high = found[one["id"]]
        shown.update({one["id"]: low} if low == high else {f"{one['id']}_low": low, f"{one['id']}_high": high})
    return shown


def itemise(result):
    scored = result.scored
    if result.stage_open or scored.fixed:
        first = [(scored.low - scored.adjustments_sum(0), scored.high - scored.adjustments_sum(1))]
    else:
        first = [node.brings for node in scored.nodes]
    parts = first + [one.points for one in scored.adjustments]
    shared = list(zip(*[share_out(printed((scored.low, scored.high)[end]), [part[end] for part in parts]) for end in (0, 1)]))
    adjustments = [shown_adjustment(one, pair) for one, pair in zip(scored.adjustments, shared[len(first):])]
    return nodes_of(result, shared[: len(first)]), adjustments


def nodes_of(result, shared):
    scored = result.scored
    if result.stage_open:
        return [stage_node("stage", "partial", scored.low, scored.high, shared[0])]
    if scored.fixed:
        low, high = scored.low - scored.adjustments_sum(0), scored.high - scored.adjustments_sum(1)
        return [stage_node(scored.fixed["node"], "fixed", low, high, shared[0])]
    return [shown_node(node, pair) for node, pair in zip(scored.nodes, shared)]


def stage_node(id, basis, low, high, pair):
    scores = score_ends(low, high)
    return {"id": id, "kind": "stage", **scores, "weight": 1, **ends("contribution", *pair), "basis": basis}


def shown_node(node, pair):
    shown = {"id": node.rule["id"], "kind": node.rule["kind"]}
    if node.assessed:
        shown.update(score_ends(node.low, node.high))
        if node.share is not None:
            shown["weight"] = printed(node.share)
        shown.update(ends("contribution", *pair))
    shown["basis"] = node.basis
    if node.why:
        shown["why"] = node.why
    if node.rule["kind"] == "indicator":
        shown["metric"] = node.rule["metric"]
    if node.value is not None:
        shown["rate"] = printed(node.value)
    if node.children:
        shared = zip(*[share_out(pair[end], [child.brings[end] for child in node.children]) for end in (0, 1)])
        shown["nodes"] = [shown_node(child, part) for child, part in zip(node.children, shared)]
    return shown


def shown_adjustment(one, pair):
    return {"id": one.rule["id"], **ends("points", *pair), "applied": shown_truth(one.applied)}
