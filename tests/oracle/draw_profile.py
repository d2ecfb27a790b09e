"""Draws what a store says of itself: words of its enrolment and the numbers of its own back office."""
from fractions import Fraction

STORE_TYPES = ("flagship", "official_flagship", "specialty_store", "enterprise_store", "personal")


def words(draw):
    """Those of a row of the platform's table, one now and then left out or strange."""
    drawn = {}
    tables = draw.document.content.get("rows", [])
    if tables and draw.chance(0.7):
        table = draw.random.choice(tables)
        row = draw.random.choice(table["rows"])
        drawn = {field: word for field, word in zip(table["by"], row) if word is not None}
        same = table.get("same", {})
        drawn = {field: draw.random.choice([word, *same.get(word, [])]) for field, word in drawn.items()}
        if draw.chance(0.1):
            drawn.pop(draw.random.choice(sorted(drawn)))
        if draw.chance(0.05):
            drawn[draw.random.choice(table["by"])] = "nothing of that name"
    if "store_type" not in drawn and draw.chance(0.4):
        named = sorted(draw.interest.words.get("store_type", ()))
        drawn["store_type"] = draw.random.choice(named + list(STORE_TYPES))
    return drawn


def groups(nodes):
    yield nodes
    for node in nodes:
        if node["kind"] == "dimension":
            yield from groups(node["nodes"])


def every_node(nodes):
    return [node for group in groups(nodes) for node in group]


def put(profile, path, value):
    *outer, last = path.split(".")
    for key in outer:
        profile = profile.setdefault(key, {})
    profile[last] = value


def subject_value(draw, path):
    kind, id = draw.interest.paths[path]
    if kind == "metric":
        return draw.target(draw.document.metrics[id])
    if kind in ("count_of", "sample_of"):
        return Fraction(draw.random.randint(0, 5))
    if kind == "node":
        low, high = next(node for node in every_node(draw.document.score["nodes"]) if node["id"] == id)["range"]
    else:
        low, high = draw.document.score["scale"]
    return draw.between(low, high, 2)


def benchmark_pairs(draw):
    """(metric, path of excellent, path of poor) of each benchmark curve."""
    nodes = every_node(draw.document.score["nodes"]) if draw.document.score else []
    curves = [(node["metric"], node["curve"]) for node in nodes if node["kind"] == "indicator" and node["curve"]["kind"] == "benchmarks"]
    return [(metric, curve["excellent"].get("profile"), curve["poor"].get("profile")) for metric, curve in curves]


def thresholds(draw, profile, share):
    pairs = benchmark_pairs(draw)
    paired = {path for pair in pairs for path in pair[1:]}
    for path in draw.interest.paths:
        if path not in paired and draw.chance(share):
            value = subject_value(draw, path)
            kind, id = draw.interest.paths[path]
            rate = kind == "metric" and draw.document.metrics[id]["kind"] == "rate"
            put(profile, path, {"percent": value * 100} if rate and draw.chance(0.3) else value)
    for metric, excellent, poor in pairs:
        if excellent and poor and draw.chance(share / 2):
            rule = draw.document.metrics[metric]
            low, high = draw.range_of(rule)
            ends = sorted({draw.between(low, high), draw.between(low, high)}, reverse=rule["better"] == "higher")
            if len(ends) == 2 and low < min(ends) and max(ends) < high:
                put(profile, excellent, ends[0])
                put(profile, poor, ends[1])


def weights(draw, profile, out):
    """Of whole groups; parts that are not assessed may be left out."""
    for group in groups(draw.document.score["nodes"]):
        if not draw.chance(0.35):
            continue
        ids = [node["id"] for node in group]
        inside = [id for id in ids if id not in out]
        if inside and draw.chance(0.5):
            ids = inside
        profile.setdefault("weights", {}).update(zip(ids, draw.composition(len(ids))))


def table(draw, node):
    metric = draw.document.metrics[node["metric"]]
    low, high = draw.range_of(metric)
    cuts = sorted({low, high, *(draw.between(low, high) for _ in range(draw.random.randint(0, 3)))})
    points = [draw.between(*node["range"], 2) for _ in cuts]
    if draw.chance(0.5):
        return {"kind": "linear", "knots": [list(knot) for knot in zip(cuts, points)]}
    return {"kind": "steps", "closed": draw.random.choice(("left", "right")), "rows": [list(row) for row in zip(cuts, cuts[1:], points)]}


def profile(draw):
    drawn = {}
    score = draw.document.score
    if draw.chance(0.7):
        thresholds(draw, drawn, draw.random.choice((0.3, 0.9)))
    if score:
        nodes = every_node(score["nodes"])
        out = [node["id"] for node in nodes if draw.chance(0.1)] if draw.chance(0.3) else []
        if out:
            drawn["not_assessed"] = out
        if draw.chance(0.5):
            weights(draw, drawn, out)
        if draw.chance(0.3):
            drawn["tables"] = {node["id"]: table(draw, node) for node in nodes if node["kind"] == "indicator" and draw.chance(0.3)}
        if "methods" in score and draw.chance(0.6):
            drawn["method"] = draw.random.choice(score["methods"]["of"])
    return drawn
