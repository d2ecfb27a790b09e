"""What is counted and measured."""

DEFINITIONS = ("numerator", "denominator", "window", "clock")


def write(page):
    page.heading(2, page.say("metrics.title"))
    for metric in page.document.take("metrics"):
        page.heading(3, page.title(metric))
        page.block(page.text(metric.take("what")))
        lines = [page.say("item", name=page.say("metrics.value"), text=page.say("list.semicolon").join(value(page, metric)))]
        for key in (*DEFINITIONS, "where"):
            if key in metric:
                lines.append(page.say("item", name=page.say(f"page.about.{key}"), text=page.text(metric.take(key))))
        if "advice" in metric:
            lines.append(page.say("item.list", name=page.say("page.about.advice")))
            lines += [(1, page.text(advice)) for advice in metric.take("advice")]
        page.bullets(lines)
    page.flush_notes()


def value(page, metric):
    """What kind of number it is, and what holds without one."""
    unit = page.unit(metric.members["id"])
    said = [page.say(f"kind_of.{metric.take('kind')}")]
    if "range" in metric:
        low, high = metric.take("range")
        said.append(page.span(low, high, unit))
    better = metric.take("better")
    if better != "neither" and metric.members["kind"] != "flag":
        said.append(page.say(f"better.{better}"))
    if "if_absent" in metric:
        absent = metric.take("if_absent")
        if isinstance(absent, bool):
            absent = page.words.quoted([page.say("cli.yes" if absent else "cli.no")])
        else:
            absent = page.amount(absent, unit)
        said.append(page.say("metrics.if_absent", value=absent))
    if metric.find("no_score"):
        said.append(page.say("metrics.no_score"))
    return said
