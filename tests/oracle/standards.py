"""Standards: a metric compared with a target, or with any of several; and the verdict over them."""
from document import operator_of
from exact import printed
from reading import ABSENT, GIVEN, NO_SAMPLE, NOT_ASSESSED, UNKNOWN, Target
from truth import Outcome, both, compare, either, margin_of, shown_truth


def observed(entry):
    """What the request says, with the quotient where it is not a plain number."""
    shown = {} if entry.raw is None and entry.state != UNKNOWN else {"observed": entry.raw}
    if isinstance(entry.raw, dict) and entry.state == GIVEN:
        shown["rate"] = printed(entry.value)
    return shown


def target_of(reading, comparison):
    operator, threshold = operator_of(comparison)
    if operator == "is":
        return operator, Target(threshold, comparison.get("status", "official"))
    return operator, reading.target(threshold)


def needs_of(metric, entry, target):
    needs = [] if entry.state == GIVEN else [metric]
    return needs + ([f"profile.{target.path}"] if target.value is None else [])


def compare_metric(reading, comparison, no_sample_met=False, absent_is=None):
    """`absent_is`: what an input that is not given counts as; None where it leaves the comparison open."""
    metric = comparison["metric"]
    entry = reading.inputs[metric]
    operator, target = target_of(reading, comparison)
    finding = {"id": metric, "of": "metric", **observed(entry), "operator": operator}
    if target.value == NOT_ASSESSED:
        return Outcome(True, findings=[{**finding, "assessed": False}], assessed=False)
    if target.value is not None:
        finding["target"] = target.value
    truth = None
    if entry.state == GIVEN and target.value is not None:
        truth = compare(entry.value, operator, target.value)
        if operator != "is":
            finding["margin"] = margin_of(entry.value, operator, target.value)
    elif entry.state == NO_SAMPLE and no_sample_met:
        truth = True
    elif entry.state == ABSENT:
        truth = absent_is
    needs = needs_of(metric, entry, target)
    finding["met"] = shown_truth(truth)
    if truth is None:
        finding["needs"] = needs
    return Outcome(truth, needs, [finding], [target.status])


def judge_standard(reading, standard, title="id"):
    """`title`: which member names the finding; a gate names it by its metric."""
    own = compare_metric(reading, standard, standard.get("no_sample") == "met")
    finding = {**own.findings[0], "id": standard[title]}
    if not own.assessed:
        return finish(standard, finding, own)
    others = [compare_metric(reading, other) for other in standard.get("or", [])]
    if not others:
        return finish(standard, finding, own)
    truth = either([own.truth] + [other.truth for other in others])
    needs = [need for part in [own] + others if part.truth is None for need in part.needs]
    outcome = Outcome(truth, needs, statuses=own.statuses + [status for other in others for status in other.statuses])
    finding.update({"met": shown_truth(truth), "or": [other.findings[0] for other in others]})
    finding.pop("needs", None)
    if truth is None:
        finding["needs"] = outcome.needs
    # A margin below 0 would contradict "met" where another alternative met it.
    if truth and finding.get("margin", 0) < 0:
        del finding["margin"]
    return finish(standard, finding, outcome)


def finish(standard, finding, outcome):
    marks = {key: standard[key] for key in ("advisory", "area") if key in standard}
    outcome.findings = [{**finding, **marks}]
    return outcome


def judge(reading, standards):
    """The verdict over several standards, advisory ones left out by whoever asks."""
    outcomes = [judge_standard(reading, standard) for standard in standards]
    return verdict_over(outcomes)


def verdict_over(outcomes):
    assessed = [outcome for outcome in outcomes if outcome.assessed]
    truth = both([outcome.truth for outcome in assessed])
    needs = [need for outcome in assessed for need in outcome.needs]
    return Outcome(truth, needs, [finding for outcome in outcomes for finding in outcome.findings],
                   [status for outcome in assessed for status in outcome.statuses])


def verdict_word(truth):
    return {True: "pass", False: "fail", None: "undetermined"}[truth]
