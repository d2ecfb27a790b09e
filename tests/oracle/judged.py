"""How one month is judged: by whether it was met, or by standards; for the month's verdict and for rules with standards of their own."""
from assess import tier_of
from reading import NO_SCORE
from standards import judge_standard, verdict_over

PASS, FAIL, PENDING, OPEN, NONE = "pass", "fail", "pending", "undetermined", "not_assessed"


class Judged:
    def __init__(self, verdict, needs=(), findings=(), reading=None):
        self.verdict = verdict
        self.needs = list(needs)
        self.findings = list(findings)
        self.reading = reading


def judge_by(reading, ids):
    rules = [reading.document.standards[id] for id in ids]
    outcomes = [judge_standard(reading, rule) for rule in rules]
    findings = [outcome.findings[0] for outcome in outcomes]
    if any(reading.inputs[rule["metric"]].state == NO_SCORE for rule in rules):
        return Judged(NONE, findings=findings, reading=reading)
    assessed = [outcome for outcome in outcomes if outcome.assessed]
    if not assessed:
        return Judged(NONE, findings=findings, reading=reading)
    whole = verdict_over(assessed)
    return Judged({True: PASS, False: FAIL, None: OPEN}[whole.truth], whole.needs, findings, reading)


def judge_month(course, phase, month):
    one = course.months.get(month)
    if one is None:
        return Judged(PENDING)
    if "met" in one:
        return Judged(PASS if one["met"] else FAIL)
    return judge_by(course.reading_of_month(month), phase["judge"])


def verdict_for_rule(course, rule, month, judged):
    """Months that leave a rule's own standards undetermined do not count, nor do those that were only met or not."""
    if "judge" not in rule:
        return judged.verdict
    if month not in course.months:
        return PENDING
    reading = course.reading_of_month(month)
    verdict = judge_by(reading, rule["judge"]).verdict if reading else OPEN
    return NONE if verdict == OPEN else verdict


def month_tier(course, judged):
    """Without a score, the months carry their tier too."""
    if judged.reading is None or course.document.score or not course.document.content.get("tiers"):
        return {}
    shown, _ = tier_of(course.document, judged.reading, None)
    return shown
