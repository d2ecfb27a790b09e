"""The assessment over time: ways in, phases, what decides a month or a check, what follows."""
from . import numbers


def write(page):
    if "cycle" not in page.document:
        return
    cycle = page.document.take("cycle")
    page.heading(2, page.say("page.calendar.title"))
    if "store_type" in cycle:
        page.block(page.say("cycle.store_type", type=page.store_type(cycle.take("store_type"))))
    page.heading(3, page.say("entries.title"))
    page.table([page.say(f"entries.{column}") for column in ("dates", "phase", "from", "remarks")],
               [entry_cells(page, entry) for entry in cycle.take("entries")])
    if "no_score_month" in cycle:
        page.block(no_score_month(page, cycle.take("no_score_month")))
    for n, phase in enumerate(cycle.take("phases"), 1):
        page.heading(3, page.say("phase.heading", n=str(n), phase=phase_title(page, phase)))
        page.bullets(phase_lines(page, phase))
    page.flush_notes()


def phase_title(page, phase):
    if "title" in phase:
        return page.title(phase)
    return page.say(f"phase.{phase.members.get('phase', phase.take('id'))}")


def phase_name(page, id):
    """How other lines speak of a phase: two may have one title, so its number stands with it."""
    phases = page.document.take("cycle").take("phases")
    n, phase = next((n, phase) for n, phase in enumerate(phases, 1) if phase.take("id") == id)
    title = phase_title(page, phase)
    return page.say("phase.quoted", phase=title) if page.plain else page.say("phase.name", n=str(n), phase=title)


def entry_cells(page, entry):
    fields = [page.say(f"enrolment.{field}") for field in entry.take("fields")]
    return [page.words.listed(fields), phase_name(page, entry.take("phase")), entry_from(page, entry.take("from")),
            page.say("list.semicolon").join(entry_remarks(page, entry))]


def entry_from(page, start):
    field = page.say(f"enrolment.{start.take('field')}")
    if "month_start" in start:
        figure = start.take("month_start")
        number, mark = numbers.number_of(figure.take("value")), page.mark(figure, figure=True)
        if number == 31:  # every day of a month
            return page.say("from.month", field=field, mark=mark)
        return page.say("from.month_start", field=field, day=day_of_month(page, number), mark=mark)
    if "days" in start:
        days = start.take("days")
        return page.say("from.days", days, field=field, n=numbers.show(days))
    return page.say("from.field", field=field)


def day_of_month(page, number):
    return numbers.ordinal(numbers.whole(number)) if page.words.language == "en" else numbers.show(number)


def entry_remarks(page, entry):
    said = []
    if "store_type" in entry:
        said.append(page.say("entries.store_type", type=page.store_type(entry.take("store_type"))))
    if "counts" in entry:
        fields = entry.take("counts").take_all().values()
        said.append(page.say("entries.counts", fields=page.words.listed([page.say(f"enrolment.{field}") for field in fields])))
    return said


def no_score_month(page, part):
    return page.stated(page.say(f"no_score_month.{part.take('counts')}"), part)


# A phase

def phase_lines(page, phase):
    lines = phase_facts(page, phase)
    for check in phase.find("checks", []):
        lines += check_lines(page, check, phase)
    for rule in phase.find("rules", []):
        lines += rule_lines(page, rule, phase)
    if "completed" in phase:
        lines.append((0, page.say("phase.completed")))
        lines += event_lines(page, phase.take("completed").take("events"), "event.on_last_day")
    for choice in phase.find("choices", []):
        lines += choice_lines(page, choice, phase)
    if "next" in phase:
        lines += next_lines(page, phase.take("next"))
    return lines


def phase_facts(page, phase):
    lines = [(0, page.say("item", name=page.say("length.title"), text=length(page, phase.take("length"))))]
    kind = phase.find("phase", phase.members["id"])
    name = page.say(f"phase.{kind}")
    if kind != "none" and name != phase_title(page, phase):
        lines.append((0, page.say("item", name=page.say("phase.counts_as"), text=name)))
    if phase.find("numbered"):
        lines.append((0, page.say("phase.numbered")))
    if "judge" in phase:
        lines.append((0, judged(page, phase)))
    elif "checks" not in phase:
        lines.append((0, page.say("judge.none")))
    return lines


def judged(page, phase):
    ids = phase.take("judge")
    titles = page.standard_titles(ids)
    if "reviews" not in phase:
        return page.say("judge.month_end", len(ids), titles=titles)
    reviews = phase.take("reviews")
    when = date(page, reviews) + page.mark(reviews)
    return page.say("judge.review", len(ids), titles=titles, when=when)


def length(page, part):
    if part == "open":
        return page.say("length.open")
    if "until" in part:
        return page.say(f"length.{part.take('until')}")
    unit = "months" if "months" in part else "days"
    return months_or_days(page, part.take(unit), unit)


def months_or_days(page, figure, unit):
    value = numbers.number_of(figure.take("value"))
    return page.say(f"length.{unit}", value, n=numbers.show(value)) + page.mark(figure, figure=True)


def date(page, part):
    """The day `day` of the month `month_after` months after the deciding one."""
    after, number = part.take("month_after"), part.take("day")
    if after > 2:
        return page.say("date.later", n=numbers.show(after), day=day_of_month(page, number))
    return page.say(f"date.after_{numbers.whole(after)}", day=day_of_month(page, number))


def check_lines(page, check, phase):
    lines = [(0, page.say("check", title=page.title(check), when=check_when(page, check, phase),
                          titles=page.standard_titles(check.take("judge"))))]
    for kind in ("sum", "mean"):
        if kind in check:
            titles = [page.metric_title(id) for id in check.take(kind)]
            lines.append((1, page.say(f"check.{kind}", titles=page.words.quoted(titles))))
    default = "event.on_that_day"
    for outcome in ("passed", "failed"):
        if outcome not in check:
            continue
        part = check.take(outcome)
        lines.append((1, page.say(f"check.{outcome}")))
        lines += event_lines(page, part.find("events", []), default, 2)
        lines += then_lines(page, part, "then.day_after" if "after_months" in check else "then.that_day", 2)
    return lines


def check_when(page, check, phase):
    if "after_days" in check:
        return page.say("check.after_days", when=months_or_days(page, check.take("after_days"), "days"))
    figure = check.take("after_months")
    number = day_of_month(page, numbers.number_of(figure.take("value")))
    length = phase.members["length"]
    year_end = length != "open" and length.members.get("until") == "year_end"
    key = "check.after_months_year" if year_end else "check.after_months"
    return page.say(key, n=number, mark=page.mark(figure, figure=True))


def rule_lines(page, rule, phase):
    lines = [(0, rule_head(page, rule, phase))]
    lines += event_lines(page, rule.find("events", []), "event.on_decision")
    return lines + then_lines(page, rule, "then.that_day")


def rule_head(page, rule, phase):
    on = rule.take("on")
    if "reaches" in rule:
        figure = rule.take("reaches")
        value = numbers.number_of(figure.take("value"))
        number = day_of_month(page, value) if on == "failures" else numbers.show(value)
        text = page.say(f"rule.on.{on}", value, n=number) + page.mark(figure, figure=True)
    else:
        text = page.say(f"rule.on.{on}")
    if on == "failures" and "blocks" not in rule:
        text = page.say("within.cycle" if phase.members.get("numbered") else "within.run", rule=text)
    if "blocks" in rule:
        text = page.say("within.blocks", rule=text, months=months_or_days(page, rule.take("blocks"), "months"))
    said = [text]
    if "downgrades" in rule:
        said.append(downgrades(page, rule.take("downgrades")))
    if "judge" in rule:
        said.append(page.say("rule.judge", titles=page.standard_titles(rule.take("judge"))))
    if rule.find("again"):
        said.append(page.say("rule.again.row" if on.endswith("_in_a_row") else "rule.again"))
    return page.say("rule", rule=page.say("rule.and").join(said))


def downgrades(page, part):
    low, high = part.find("at_least"), part.find("at_most")
    if low is not None and high is not None:
        return page.say("downgrades.between", high, low=numbers.show(low), high=numbers.show(high))
    end = "at_least" if high is None else "at_most"
    value = low if high is None else high
    return page.say(f"downgrades.{end}", value, n=numbers.show(value))


def choice_lines(page, choice, phase):
    events = choice.find("events", [])
    names = [page.say(f"event.{event.take('event')}") for event in events] or [page.say(f"choice.{choice.members['id']}")]
    said = [page.say("choice", name=page.words.listed(names))]
    if "after" in choice:
        said.append(page.say("choice.after", events=page.words.quoted(_events_of(page, choice.take("after"), phase))))
    if "month_after" in choice:
        said.append(page.say(f"choice.month_after.{choice.take('month_after')}"))
    lines = [(0, page.say("rule", rule=page.say("rule.and").join(said)))]
    lines += event_lines(page, events, "event.on_chosen_day")
    return lines + (then_lines(page, choice, "then.that_day") if "then" in choice else [(1, page.say("then.leaves"))])


def _events_of(page, rules, phase):
    """What the rules that open a choice say: their events' names, each once."""
    ids = [rules] if isinstance(rules, str) else rules
    events = [event for rule in phase.take("rules") if rule.members["id"] in ids for event in rule.find("events", [])]
    return list(dict.fromkeys(page.say(f"event.{event.members['event']}") for event in events))


def event_lines(page, events, default, depth=1):
    lines = []
    for event in events:
        when = page.say("on.date", date=date(page, event)) if "month_after" in event else page.say(default)
        name = page.say(f"event.{event.take('event')}")
        if "to" in event:
            name = page.say("event.to", event=name, to=becomes(page, event.take("to")))
        rule = page.say("event.text", text=page.text_of(f"rule.{event.take('rule')}"))
        lines.append((depth, page.say("event.line", when=when, event=name) + page.mark(event) + rule))
        if "amount" in event:
            lines.append((depth + 1, amount(page, event.take("amount"))))
        if event.find("areas"):
            lines.append((depth + 1, page.say("event.areas")))
    return lines


def amount(page, part):
    share = part.take("share")
    share = numbers.percent(numbers.number_of(share.take("value"))) + page.mark(share, figure=True)
    return page.say("page.calendar.amount", amount=page.say("event.share", of=page.threshold(part.take("of")), share=share))


def becomes(page, target):
    if "store_type" in target:
        return page.say("becomes", type=page.store_type(target.take("store_type")))
    if target.find("entered"):
        return page.say("becomes.entered")
    types = page.say("list.or").join(page.store_type(word) for word in target.take("of"))
    choice = page.say(f"choice.{target.take('choice')}")
    return page.say("becomes.chosen", choice=choice, types=types, default=page.store_type(target.take("default")))


def then_lines(page, part, default, depth=1):
    if "then" not in part:
        return []
    then = part.take("then")
    when = page.say("on.date", date=date(page, then)) if "month_after" in then else page.say(default)
    return [(depth, page.say("then", phase=phase_name(page, then.take("phase")), when=when))]


def next_lines(page, entries):
    if not entries:
        return [(0, page.say("next.leaves"))]
    lines = []
    for entry in entries:
        phase = phase_name(page, entry.take("phase"))
        if "when" in entry:
            when = entry.take("when")
            since, at = (page.say(f"enrolment.{when.take(key)}") for key in ("since", "at"))
            months = months_or_days(page, when.take("younger_than_months"), "months_of_age")
            lines.append((0, page.say("next.when", phase=phase, months=months, since=since, at=at)))
        else:
            lines.append((0, page.say("next.else" if lines else "next", phase=phase)))
    return lines
