"""Conditions in words: in one line, or as a list where they are long."""
from .page import OPERATORS


def compared(page, part, unit):
    """at least 4.8 stars"""
    operator = next(name for name in OPERATORS if name in part)
    return phrase(page, operator, page.threshold(part.take(operator), unit))


def phrase(page, operator, value):
    return page.say("compared", operator=page.say(f"operator.{operator}"), value=value)


def flag(page, metric, value):
    return page.say("flag", title=page.metric_title(metric), value=page.say("cli.yes" if value else "cli.no"))


def metric_condition(page, part):
    """A metric and what it is compared with: conditions, standards and their alternatives."""
    metric = part.take("metric")
    if "is" in part:
        return flag(page, metric, part.take("is"))
    return page.say("condition", title=page.metric_title(metric), compared=compared(page, part, page.unit(metric)))


def condition(page, part, inside=False):
    for kind in ("all", "any"):
        if kind in part:
            parts = [condition(page, child, True) for child in part.take(kind)]
            text = page.say(f"join.{kind}").join(parts)
            return page.say("bracket", text=text) if inside and len(parts) > 1 else text
    return single(page, part)


def condition_lines(page, part, depth=0):
    """The condition as bullets below the line that announces it."""
    for kind in ("all", "any"):
        if kind in part and len(part.members[kind]) > 1:
            lines = [(depth, page.say(f"list.{kind}"))]
            for child in part.take(kind):
                lines += condition_lines(page, child, depth + 1)
            return lines
    return [(depth, condition(page, part))]


def single(page, part):
    if "met" in part:
        return page.say("condition.met", titles=page.standard_titles(part.take("met")))
    if "enrolment" in part:
        field = page.say(f"enrolment.{part.take('enrolment')}")
        return page.say("condition.word", field=field, word=page.store_type(part.take("is")))
    if "stage" in part:
        return page.say("condition.stage", stage=page.text_of(f"stage.{part.take('stage')}"))
    if "score" in part:
        return page.say("condition.total", title=page.say(f"score.{part.take('score')}"), compared=compared(page, part, "points"))
    if "node" in part:
        title = page.say("condition.node", title=page.nodes[part.take("node")])
        return page.say("condition.total", title=title, compared=compared(page, part, "points"))
    for kind in ("count_of", "sample_of"):
        if kind in part:
            title = page.say(f"page.{kind}", name=page.metric_title(part.take(kind)))
            return page.say("condition", title=title, compared=compared(page, part, "none"))
    return metric_condition(page, part)
