"""Draws requests of timeline from a document alone: an entry, months with gaps, checks, choices, counts so far."""
from datetime import date, timedelta
from fractions import Fraction

import draw_profile
from dates import day, first_day, last_day, month_of, month_text
from phases import entry_day
from course import Course
from refused import Refused
from timeline import unknown_parts, walked


def base_day(draw):
    start = date.fromisoformat(draw.document.content["in_force"]["from"])
    return start + timedelta(draw.random.randint(-40, 400))


def enrolment(draw):
    """The dates of one entry, now and then at a month's edge, with its counts so far."""
    entry = draw.random.choice(draw.document.cycle["entries"])
    start = base_day(draw)
    if draw.chance(0.3):
        start = draw.random.choice((first_day(month_of(start)), last_day(month_of(start)), first_day(month_of(start)) + timedelta(14)))
    phase = draw.document.phases[entry["phase"]]
    if "months" in phase["length"] and not draw.month_start(entry):
        start = first_day(month_of(start))
    days = [start]
    while len(days) < len(entry["fields"]):
        days.insert(0, days[0] - timedelta(draw.random.choice((0, 1, 20, 27, 28, 29, 30, 31, 32, 400))))
    drawn = {field: one.isoformat() for field, one in zip(entry["fields"], days)}
    for kind, field in entry.get("counts", {}).items():
        if draw.chance(0.4):
            drawn[field] = Fraction(draw.random.choice((0, 0, 1, 1, 1, 2)))
    if draw.chance(0.3):
        drawn["downgrades"] = Fraction(draw.random.randint(0, 3))
    return {**drawn, **draw_profile.words(draw)}, entry


def month_profile(draw):
    drawn = {}
    draw_profile.thresholds(draw, drawn, 0.8)
    return drawn


def month(draw, number, meets, known):
    """`known`: how often a month is given by its metrics, not by whether it was met."""
    one = {"month": month_text(number)}
    if not draw.chance(known):
        one["met"] = draw.chance(meets)
        return one
    one["metrics"] = draw.metrics(draw.random.choice((0.7, 1, 1)))
    if draw.chance(0.3):
        one["profile"] = month_profile(draw)
    return one


def history(draw):
    document = draw.document
    draw.new_mood()
    words, entry = enrolment(draw)
    request = {"program": document.program, "edition": document.edition, "enrolment": words}
    profile = {}
    if draw.chance(0.8):
        draw_profile.thresholds(draw, profile, draw.random.choice((0.6, 1)))
    if profile:
        request["profile"] = profile
    first = month_of(entry_day(entry, words))
    count = draw.random.choice((0, 2, 5, 9, 14, 26))
    start = first + draw.random.choice((0, 0, 0, 1, 3, 4))
    meets, gaps = draw.random.choice((0.2, 0.5, 0.8, 0.97)), draw.random.choice((0, 0, 0.1, 0.4))
    known = draw.random.choice((0, 0.4, 0.4, 1))
    request["months"] = [month(draw, number, meets, known) for number in range(start, start + count) if not draw.chance(gaps)]
    request["until"] = (first_day(start + count) + timedelta(draw.random.randint(-3, 100))).isoformat()
    if draw.chance(0.3):
        request["date"] = (day(request["until"]) - timedelta(draw.random.choice((0, 1, 31, 100, 400)))).isoformat()
    settle(draw, request)
    # A failed check leads to a phase with checks of its own.
    for _ in range(3):
        add_checks(draw, request)
        settle(draw, request)
    add_choices(draw, request)
    settle(draw, request)
    return request


def walk_of(draw, request):
    course = Course(draw.document, request)
    return course, walked(course)[0]


def settle(draw, request):
    """Most requests that ask for what nothing decides would be refused: leave that out, so that the rest is compared."""
    for _ in range(6):
        try:
            months, checks, choices = unknown_parts(*walk_of(draw, request))
        except Refused:
            return
        if not (months or checks or choices) or draw.chance(0.003):
            return
        dropped = {month_text(month) for month in months}
        request["months"] = [one for one in request["months"] if one["month"] not in dropped]
        request["checks"] = [one for one in request.get("checks", []) if day(one["date"]) not in checks]
        drop_choices(request, {(choice, when.isoformat()) for choice, when in choices})


def drop_choices(request, dropped):
    for choice, days in list(request.get("choices", {}).items()):
        if isinstance(days, list):
            request["choices"][choice] = [when for when in days if (choice, when) not in dropped]
        elif (choice, days) in dropped:
            del request["choices"][choice]


def add_checks(draw, request):
    try:
        _, walk = walk_of(draw, request)
    except Refused:
        return
    days = sorted({when.isoformat() for run in walk.runs for when, _, _ in run.checks if when.isoformat() <= request["until"]})
    known = {one["date"] for one in request.get("checks", [])}
    drawn = [check(draw, when) for when in days if when not in known and draw.chance(0.3)]
    if drawn:
        request["checks"] = sorted(request.get("checks", []) + drawn, key=lambda one: one["date"])


def check(draw, when):
    one = {"date": when}
    if draw.chance(0.5):
        return {**one, "met": draw.chance(0.5)}
    one["metrics"] = draw.metrics(draw.random.choice((0.5, 1)))
    if draw.chance(0.3):
        one["profile"] = month_profile(draw)
    return one


def add_choices(draw, request):
    """A day of a phase that has the choice; and the words of events that leave a choice."""
    choices = {}
    for target in choice_words(draw.document.cycle):
        if draw.chance(0.5):
            choices[target["choice"]] = draw.random.choice(target["of"])
    try:
        _, walk = walk_of(draw, request)
    except Refused:
        return
    for run in walk.runs:
        for choice in run.phase.get("choices", []):
            if draw.chance(0.5):
                last = run.end or day(request["until"])
                span = max(0, (last - run.start).days)
                when = draw.random.choice((run.start, last, run.start + timedelta(draw.random.randint(0, span)), first_day(month_of(last))))
                choices.setdefault(choice["id"], []).append(when.isoformat())
    if choices:
        request["choices"] = {id: days[0] if isinstance(days, list) and len(days) == 1 else days for id, days in choices.items()}


def choice_words(value):
    if isinstance(value, dict):
        if "choice" in value and "of" in value:
            yield value
        for part in value.values():
            yield from choice_words(part)
    if isinstance(value, list):
        for part in value:
            yield from choice_words(part)
