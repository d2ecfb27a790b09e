"""What is counted and measured."""
from .numbers import show, whole

DEFINITIONS = ("numerator", "denominator", "window", "clock")


def write(page):
    page.heading(2, page.say("metrics.title"))
    if any("lag" not in window and "calendar" not in window for window in windows(page)):
        page.block(page.say("lag.unknown"))
    for metric in page.document.take("metrics"):
        page.heading(3, page.title(metric))
        page.block(page.text(metric.take("what")))
        lines = [page.say("item", name=page.say("metrics.value"), text=page.say("list.semicolon").join(value(page, metric)))]
        for key in (*DEFINITIONS, "where"):
            if key in metric:
                lines.append(page.say("item", name=page.say(f"page.about.{key}"), text=page.text(metric.take(key))))
        if "rolls" in metric or "fed_by" in metric:
            lines.append(page.say("item", name=page.say("rolls.title"), text=rolling(page, metric)))
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


def rolling(page, metric):
    """Which days count when the calendar moves on, as a forecast reads it."""
    window = metric.take("rolls" if "rolls" in metric else "fed_by")
    if "fed_by" in metric:
        said = _fed(page, window)
    elif "calendar" in window:
        said = page.say(f"rolls.{window.take('calendar')}", by=page.say(f"by.{window.take('by')}"))
    else:
        said = _days(page, window)
    if "lag" in window:
        lag = whole(window.take("lag"))
        said += page.say("list.comma") + (page.say("lag.days", lag, n=str(lag)) if lag else page.say("lag.none"))
    return said + page.mark(window)


def windows(page):
    return [metric.members[key] for metric in page.document.take("metrics") for key in ("rolls", "fed_by") if key in metric]


def _days(page, window):
    days, by = window.take("days"), window.take("by")
    if by == "day":
        return page.say("rolls.daily", whole(days), n=show(days))
    return page.say("rolls.days", whole(days), n=show(days), by=page.say(f"by.{by}"))


def _fed(page, window):
    program = f"`{window.take('program')}`"
    statistic = window.take("statistic")
    if statistic == "days_below":
        return page.say("fed.days_below", program=program, below=show(window.take("below")))
    if statistic == "last":
        return page.say("fed.last", program=program)
    return page.say(f"fed.{statistic}", whole(window.take("days")), n=show(window.members["days"]), program=program)
