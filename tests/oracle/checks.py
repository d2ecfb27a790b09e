"""Checks: judgements held once, on a day of a phase; with totals over its months."""
from dates import last_day, month_of, plus_days
from document import figure
from exact import printed
from judged import FAIL, NONE, OPEN, PASS, PENDING, judge_by
from reading import ABSENT, GIVEN, NO_SCORE, Input


def check_day(check, start, end):
    if "after_days" in check:
        return plus_days(start, figure(check["after_days"]))
    held = last_day(month_of(start) + int(figure(check["after_months"])) - 1)
    return held if end is None else min(held, end)


class Total:
    """A metric over the months: `value` where all are given, `so_far` over those that are."""

    def __init__(self, course, metric, kind, months):
        entries = [course.reading_of_month(month).inputs[metric] for month in months if course.reading_of_month(month)]
        known = [entry.value for entry in entries if entry.state == GIVEN]
        # A month without a score is left out of a mean.
        lacking = any(entry.state not in ((GIVEN, NO_SCORE) if kind == "mean" else (GIVEN,)) for entry in entries)
        self.open = any(month not in course.months for month in months)
        self.lacking = lacking or any("met" in course.months.get(month, {}) for month in months)
        self.so_far = sum(known) if kind == "sum" else sum(known) / len(known) if known else None
        self.value = None if self.open or self.lacking else self.so_far
        self.state = GIVEN if self.value is not None else NO_SCORE if self.all_without_score(entries) else ABSENT

    def all_without_score(self, entries):
        return not self.open and not self.lacking and all(entry.state == NO_SCORE for entry in entries)


def totals_of(course, check, metrics, months):
    """Of what the check itself is not given."""
    found = {}
    for kind in ("sum", "mean"):
        for metric in check.get(kind, []):
            if metric not in metrics:
                found[metric] = Total(course, metric, kind, months)
    return found


def hold(course, check, held, months):
    """(verdict, the reply's row, the reading) of one check."""
    row = {"date": held.isoformat(), "standard": check["standard"]}
    given = course.checks.get(held)
    if given is not None and "met" in given:
        verdict = PASS if given["met"] else FAIL
        return verdict, {**row, "verdict": verdict}, course.reading({}, given.get("profile", {}))
    metrics = given.get("metrics", {}) if given else {}
    totals = totals_of(course, check, metrics, months)
    reading = course.reading(metrics, given.get("profile", {}) if given else {})
    for metric, total in totals.items():
        reading.inputs[metric] = Input(total.state, total.value, raw=printed(total.value) if total.state == GIVEN else None)
    pending = any(total.open for total in totals.values()) or (given is None and not totals)
    judged = judge_by(reading, check["judge"])
    # What is given may fail the check before its months are all there.
    if pending and judged.verdict not in (NONE, FAIL):
        return PENDING, pending_row(row, check, judged, totals), reading
    return judged.verdict, decided_row(row, check, judged), reading


def decided_row(row, check, judged):
    row["verdict"] = judged.verdict
    if len(check["judge"]) > 1:
        row["standards"] = judged.findings
        return {**row, **({"needs": judged.needs} if judged.verdict == OPEN else {})}
    finding = {key: value for key, value in judged.findings[0].items() if key not in ("id", "of", "met", "assessed")}
    return {**row, **finding}


def pending_row(row, check, judged, totals):
    """What is to be met, without saying of each metric that it lacks: the check waits for its months."""
    row["verdict"] = PENDING
    if len(totals) == len(check.get("sum", []) + check.get("mean", [])) == 1:
        total = next(iter(totals.values()))
        row.update({} if total.so_far is None else {"so_far": printed(total.so_far)})
    findings = [{key: value for key, value in finding.items() if key != "needs"} for finding in judged.findings]
    if len(check["judge"]) > 1:
        return {**row, **({"standards": findings} if totals else {})}
    return {**row, **{key: findings[0][key] for key in ("operator", "target", "area") if key in findings[0]}}
