"""How the score comes about: formula, weights, curves, adjustments, stages, rounding, derived figures."""
from fractions import Fraction

from . import conditions, numbers


def name_nodes(page):
    """The title of every node, before anything speaks of one; an indicator has its metric's."""
    if "score" in page.document:
        for node, _, _ in tree(page.document.take("score").take("nodes")):
            title = page.title(node) if node.take("kind") == "dimension" else page.metric_title(node.take("metric"))
            page.nodes[node.take("id")] = title


def tree(nodes, depth=0, share=Fraction(1)):
    """(node, depth, weight in the whole) of every node, parents first."""
    for node in nodes:
        own = share * numbers.number_of(node.members["weight"].members["value"])
        yield node, depth, own
        yield from tree(node.find("nodes", []), depth + 1, own)


def write(page):
    if "score" not in page.document:
        return
    score = page.document.take("score")
    page.heading(2, page.say("page.the_score"))
    page.block(formula(page, score))
    _write_weights(page, score)
    if "methods" in score:
        page.block(methods(page, score.take("methods")))
    _write_curves(page, score)
    if score.find("adjustments"):
        page.heading(3, page.say("page.form.adjustments"))
        page.block(page.say("adjustments.intro"))
        page.numbered([(adjustment(page, entry), adjustment_bands(page, entry)) for entry in score.take("adjustments")])
    page.heading(3, page.say("rounding.title"))
    page.block(rounding(page, score.take("rounding")))
    if score.find("not_scored"):
        page.heading(3, page.say("not_scored.title"))
        page.bullets(exclusions(page, score.take("not_scored")))
    _write_stages(page, score)
    for derived in score.find("derived", []):
        page.heading(3, page.title(derived))
        of = derived.take("of")
        titles = {entry.members["id"]: entry for entry in score.take("derived")}
        of = page.say("score.value") if of == "value" else page.title(titles[of])
        page.block(page.stated(page.say("derived.of", of=of), derived.members["curve"]))
        write_curve_table(page, derived.take("curve"), "none", page.say("derived.value"), page.say("derived.shown"))
    page.flush_notes()


def formula(page, score):
    low, high = score.take("scale")
    terms = [page.say("formula.term", name=page.nodes[node.take("id")], weight=numbers.percent(weight))
             for node, depth, weight in tree(score.take("nodes")) if depth == 0]
    then = [page.say(f"formula.{key}") for key in ("adjustments", "rounding") if score.members.get(key)]
    text = page.say("formula", low=numbers.show(low), high=numbers.show(high), sum=" + ".join(terms))
    return text + page.say("formula.then", steps=page.say("formula.and").join(then))


def _write_weights(page, score):
    page.heading(3, page.say("weights.title"))
    page.block(page.say("weights.intro"))
    rows, optional, flats = [], [], []
    for node, depth, share in tree(score.take("nodes")):
        title = page.nodes[node.take("id")]
        weight = node.take("weight")
        low, high = node.take("range")
        own = numbers.percent(numbers.number_of(weight.take("value")))
        rows.append([f"**{title}**" if depth == 0 else "– " * depth + title, own, numbers.percent(share),
                     page.span(low, high), page.basis(weight, figure=True)])
        if node.find("optional"):
            optional.append(title)
        if "flat" in node:
            flats += flat(page, node)
    page.table([page.say(f"weights.{key}") for key in ("part", "weight", "share", "range", "basis")], rows, (1, 2))
    if optional:
        page.block(page.say("weights.optional", titles=page.words.quoted(optional)))
    if flats:
        page.bullets(flats)


def flat(page, node):
    """What a small sample scores, as bullets."""
    part = node.take("flat")
    (_, first), *when = conditions.condition_lines(page, part.take("when"))
    points = page.figure(part.take("points"), "points")
    return [(0, page.say("flat", title=page.nodes[node.take("id")], when=first, points=points)), *when]


def methods(page, part):
    names = [page.say(f"method.{name}") for name in part.take("of")]
    return page.stated(page.say("methods", first=names[0], others=page.words.quoted(names[1:])), part)


def _write_curves(page, score):
    leaves = [node for node, _, _ in tree(score.take("nodes")) if "curve" in node]
    page.heading(3, page.say("curves.title"))
    for node in leaves:
        metric = node.take("metric")
        page.heading(4, page.nodes[node.take("id")])
        unit = page.unit(metric)
        name = page.say(f"unit.{unit}") if unit != "rate" else ""
        head = page.say("curves.value_in", unit=name) if name else page.say("curves.value")
        write_curve(page, node.take("curve"), unit, head, page.say("curves.points"), page.metrics[metric])


def write_curve(page, curve, unit, value_head, points_head, metric=None):
    """The table of a curve with the sentence that says how to read it."""
    page.block(page.stated(page.say(f"curve.{curve.take('kind')}"), curve))
    if curve.members["kind"] != "identity":
        write_curve_table(page, curve, unit, value_head, points_head, metric)


def write_curve_table(page, curve, unit, value_head, points_head, metric=None):
    kind = curve.take("kind")
    if kind == "benchmarks":
        page.table([page.say("curves.mark"), page.say("curves.value"), points_head], benchmarks(page, curve, unit, metric), (2,))
        return
    page.table([value_head, points_head], [list(row) for row in curve_rows(page, curve, unit)], (1,))


def plain_value(value, unit):
    return numbers.percent(value) if unit == "rate" else numbers.show(value)


def curve_rows(page, curve, unit):
    """(value or range of values, points)"""
    if curve.members["kind"] == "linear":
        return [(plain_value(x, unit), numbers.show(points)) for x, points in curve.take("knots")]
    left, rows = curve.take("closed") == "left", curve.take("rows")
    said = []
    for n, (low, high, points) in enumerate(rows):
        outermost = n == len(rows) - 1 if left else n == 0
        key = "range.closed" if outermost else "range.left" if left else "range.right"
        said.append((page.say(key, low=plain_value(low, unit), high=plain_value(high, unit)), numbers.show(points)))
    return said


def benchmarks(page, curve, unit, metric):
    """The four points: best value, excellent, poor, and reach times as far as poor."""
    points, reach = curve.take("points"), curve.take("reach")
    low, high = metric.members["range"]
    best, worst = (low, high) if metric.members["better"] == "lower" else (high, low)
    ends = [curve.take(name) for name in ("excellent", "poor")]
    middle = [page.threshold(end, unit) for end in ends]
    last = page.say("benchmarks.last_value", reach=numbers.show(reach))
    defaults = [end.members["default"] if "profile" in end else end for end in ends if "profile" not in end or "default" in end]
    if len(defaults) == 2:
        excellent, poor = [numbers.number_of(figure.members["value"]) for figure in defaults]
        far = excellent + reach * (poor - excellent)
        inside = (low is None or far >= low) and (high is None or far <= high)
        key = "benchmarks.by_default" if inside else "benchmarks.cut"
        last += page.say(key, value=page.amount(far if inside else worst, unit))
    best_text = page.say("benchmarks.no_best") if best is None else page.amount(best, unit)
    values = [best_text, *middle, last]
    return [[page.say(f"benchmarks.{name}"), value, numbers.show(point)]
            for name, value, point in zip(("best", "excellent", "poor", "last"), values, points)]


def curve_text(page, curve, unit, metric=None):
    """A curve in one line, for comparisons."""
    kind = curve.take("kind")
    if kind == "identity":
        rows = [page.say("curve.identity")]
    elif kind == "benchmarks":
        rows = [page.say("curve.pair", value=value, points=points) for _, value, points in benchmarks(page, curve, unit, metric)]
    else:
        rows = [page.say("curve.pair", value=value, points=points) for value, points in curve_rows(page, curve, unit)]
    rows = page.say("list.semicolon").join(rows)
    return page.say("curve.in_line", kind=page.say(f"curve.kind.{kind}"), rows=rows) + page.mark(curve)


def adjustment(page, entry):
    text = page.say("adjustment", title=page.title(entry), does=adjustment_does(page, entry))
    return text + page.mark(entry)


def adjustment_does(page, entry):
    if "each" in entry:
        metric = entry.take("metric")
        each = entry.take("each")
        text = page.say("adjustment.each", metric=page.metric_title(metric), points=signed(page, each))
        return text + (page.say("adjustment.limit", limit=signed(page, entry.take("limit"))) if "limit" in entry else "")
    for end in ("at_most", "at_least"):
        if end in entry:
            return page.say(f"adjustment.{end}", limit=page.figure(entry.take(end), "points"))
    when = conditions.condition(page, entry.take("when"))
    if "bands" in entry:
        return page.say("adjustment.bands", when=when)
    points = signed(page, entry.take("points"))
    if "node" in entry:
        return page.say("adjustment.node", when=when, points=points, node=page.nodes[entry.take("node")])
    return page.say("adjustment.when", when=when, points=points)


def adjustment_bands(page, entry):
    lines = []
    for band in entry.find("bands", []):
        at_least, low, high = map(numbers.show, (band.take("at_least"), *band.take("shown")))
        lines.append(page.say("adjustment.band", at_least=at_least, low=low, high=high))
    return lines


def signed(page, figure):
    """+5 points, −2 points"""
    plus = "+" if numbers.number_of(figure.members["value"]) > 0 else ""
    return plus + page.figure(figure, "points")


def rounding(page, part):
    digits = part.take("digits")
    how = page.say("rounding.whole") if digits == 0 else page.say("rounding.digits", digits, n=numbers.show(digits))
    return page.stated(page.say("rounding", how=how, mode=page.say(f"taken.{part.take('mode')}")), part)


def exclusions(page, entries):
    return [page.say("exclusion", when=conditions.condition(page, entry.take("when")),
                     reason=page.text_of(f"reason.{entry.take('reason')}")) for entry in entries]


def _write_stages(page, score):
    for stage in score.find("stages", []):
        page.heading(3, page.say("stage.title", stage=page.text_of(f"stage.{stage.take('id')}")))
        page.bullets(stage_lines(page, stage))
        adjustments = stage.find("adjustments", [])
        if adjustments:
            page.numbered([(adjustment(page, entry), adjustment_bands(page, entry)) for entry in adjustments])
    if "stage" in score:
        page.block(page.say("stage.else", stage=page.text_of(f"stage.{score.take('stage')}")))


def stage_lines(page, stage):
    lines = [page.say("item", name=page.say("gates.when"), text=conditions.condition(page, stage.take("when")))]
    node = page.text_of(f"stage.{stage.take('node')}")
    lines.append(page.say("stage.points", node=node, points=page.figure(stage.take("points"), "points")))
    if stage.find("not_scored"):
        lines.append(page.say("item.list", name=page.say("not_scored.title")))
        lines += [(1, text) for text in exclusions(page, stage.take("not_scored"))]
    return lines
