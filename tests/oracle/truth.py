"""Three-valued truth (True, False, None for undetermined) and the comparisons that it comes from."""
from reading import POSITIVE

UNDETERMINED = "undetermined"


def both(truths):
    return False if False in truths else None if None in truths else True


def either(truths):
    return True if True in truths else None if None in truths else False


def shown_truth(truth):
    return UNDETERMINED if truth is None else truth


def compare(value, operator, target):
    if operator == "is":
        return value == target
    if target == POSITIVE:
        return value > 0
    return {"at_least": value >= target, "above": value > target, "at_most": value <= target, "below": value < target}[operator]


def margin_of(value, operator, target):
    bound = 0 if target == POSITIVE else target
    return value - bound if operator in ("at_least", "above") else bound - value


def compare_span(low, high, operator, target):
    """True or False only where every number from low to high says so."""
    ends = {compare(low, operator, target), compare(high, operator, target)}
    return ends.pop() if len(ends) == 1 else None


class Outcome:
    """A truth, what would decide it, its leaves in the order of the document, the statuses of the figures that it rests on."""

    def __init__(self, truth, needs=(), findings=(), statuses=(), assessed=True):
        self.truth = truth
        self.needs = list(dict.fromkeys(needs)) if truth is None else []
        self.findings = list(findings)
        self.statuses = list(statuses)
        self.assessed = assessed


def join(outcomes, rule):
    """Of an `any` or `all`, what decides is the first part that settles it alone, else every part."""
    truth = rule([outcome.truth for outcome in outcomes])
    settles = [outcome for outcome in outcomes if outcome.truth is (rule is either)]
    decisive = settles[:1] if truth is (rule is either) else outcomes
    return Outcome(
        truth,
        [need for outcome in outcomes if outcome.truth is None for need in outcome.needs],
        [finding for outcome in outcomes for finding in outcome.findings],
        [status for outcome in decisive for status in outcome.statuses],
    )
