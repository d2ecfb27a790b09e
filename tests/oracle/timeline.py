"""A store's assessment, past and coming: phases, months, checks, events, and where it stands on a day."""
from assess import force, notices
from conditions import evaluate
from course import Course
from dates import first_day, last_day, month_text
from judged import OPEN, PENDING, month_tier
from phases import after_month, entry_day, entry_of
from reading import Reading
from refused import Refused
from store import Store
from walk import Walk


def timeline(document, request):
    head = {"program": document.program, "edition": document.edition}
    reading = Reading(document, {key: request[key] for key in ("enrolment", "profile") if key in request})
    course = Course(document, request)
    for rule in document.content.get("not_applicable", []):
        if evaluate(rule["when"], reading, absent_is=False).truth:
            nothing = {"phases": [], "months": [], "checks": [], "events": []}
            return {**head, "status": "not_applicable", "reason": rule["reason"], **nothing, **notices(document)}
    walk, start, initial = walked(course)
    refuse_unknown(course, walk)
    return {
        **head,
        **force(document, start.isoformat(), request["until"]),
        "phases": phases_of(walk),
        "months": months_of(walk),
        "checks": checks_of(walk),
        "events": [event.shown for event in walk.events.in_order() if event.when <= course.until],
        "standing": standing(walk, initial),
        **notices(document),
    }


def walked(course):
    """The walk with its first day and what the store was then."""
    entry = entry_of(course.document, course.enrolment)
    start = entry_day(entry, course.enrolment)
    walk = Walk(course, Store(course, entry))
    initial = walk.store.type
    walk.go(entry, start)
    return walk, start, initial


def unknown_parts(course, walk):
    """What of the request falls where nothing asks for it: (months, days of checks, (choice, day))."""
    assessed = {month for run in walk.runs for month, _ in run.history if run_takes_months(run)}
    months = [month for month in course.months if month not in assessed or first_day(month) > course.until]
    held = {when for run in walk.runs for when, _, _ in run.checks}
    chosen = {(choice, when) for choice in course.choices for when in course.chosen_days(choice)}
    return months, [when for when in course.checks if when not in held], sorted(chosen - walk.used_choices)


def refuse_unknown(course, walk):
    for code, parts in zip(("months.not_assessed", "checks.date", "choices.date"), unknown_parts(course, walk)):
        if parts:
            raise Refused(code)


def run_takes_months(run):
    return "judge" in run.phase or any("sum" in check or "mean" in check for check in run.phase.get("checks", []))


def name(run):
    shown = {"phase": run.word}
    if run.phase["id"] != run.word:
        shown["id"] = run.phase["id"]
    if run.number is not None:
        shown["cycle"] = run.number
    return shown


def phases_of(walk):
    runs = [run for run in walk.runs if run.start <= walk.course.until and run.word != "none"]
    runs = [run for run in runs if run.end is None or run.end >= run.start]
    return [{**name(run), "from": run.start.isoformat(), "to": run.end and run.end.isoformat()} for run in runs]


def months_of(walk):
    return [month_row(walk.course, run, *month) for run in walk.runs for month in run.months if first_day(month[0]) <= walk.course.until]


def month_row(course, run, month, judged, counts):
    row = {"month": month_text(month), **name(run), "verdict": judged.verdict, **shown_counts(counts)}
    if "reviews" in run.phase:
        row["reviewed"] = after_month(run.phase["reviews"], month).isoformat()
    row.update(month_tier(course, judged))
    if judged.findings:
        row["standards"] = judged.findings
    if judged.verdict == OPEN:
        row["needs"] = judged.needs
    return row


def shown_counts(counts):
    """Of the rules that go by the month's own verdict."""
    shown = {}
    for counter, count, _ in counts:
        if "judge" not in counter.rule and counter.kind in ("failures", "passes_in_a_row"):
            shown[counter.kind] = count
    return shown


def checks_of(walk):
    return [row for run in walk.runs for when, _, row in run.checks if when <= walk.course.until]


def standing(walk, initial):
    course = walk.course
    when = course.date or course.until
    run = next((run for run in walk.runs if run.start <= when and (run.end is None or when <= run.end)), None)
    shown = {"date": when.isoformat(), "phase": None}
    if run:
        shown.update(name(run))
        shown["phase"] = None if run.word == "none" else run.word
    kind = initial
    for event in walk.events.in_order():
        if event.becomes and event.when <= when:
            kind = event.becomes
    if kind:
        shown["store_type"] = kind
    if run:
        shown.update(counts_at(run, when))
    shown["deadline"] = deadline(walk, when)
    coming = [event.shown for event in walk.events.in_order() if event.when > when]
    shown["next"] = coming[0] if coming else None
    return shown


def counts_at(run, when):
    """As after the last listed month that has begun by then."""
    shown = {}
    for i, counter in enumerate(run.counters):
        if "judge" in counter.rule or counter.kind not in ("failures", "passes_in_a_row"):
            continue
        states = [counts[i][1:] for month, _, counts in run.months if first_day(month) <= when]
        count, fired = states[-1] if states else (counter.trial_start, False)
        shown[counter.kind] = count
        if counter.kind == "failures" and "then" in counter.rule:
            shown["failures_left"] = counter.reaches - count
        fired = fired and not counter.rule.get("again")
        if counter.kind == "passes_in_a_row" and run.holds(counter) and not fired and count < counter.reaches:
            shown["passes_needed"] = counter.reaches - count
    return shown


def deadline(walk, when):
    """The next day on which anything is decided that is not decided yet."""
    found = []
    for run in walk.runs:
        found += [(at, "check") for at, verdict, _ in run.checks if verdict == PENDING]
        for month, judged, _ in run.months:
            at = after_month(run.phase["reviews"], month) if "reviews" in run.phase else last_day(month)
            if judged.verdict == PENDING or "reviews" in run.phase:
                found.append((at, "cycle" if run.number is not None and at == run.end else "month"))
    coming = sorted((one for one in found if one[0] >= when), key=lambda one: (one[0], ("cycle", "month", "check").index(one[1])))
    if not coming:
        return None
    at, decides = coming[0]
    return {"date": at.isoformat(), "decides": decides, "in_days": (at - when).days}
