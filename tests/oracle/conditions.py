"""Conditions of a document: joined comparisons of metrics, words of the enrolment, standards, and the score itself."""
from document import operator_of
from exact import printed
from reading import ABSENT, GIVEN
from standards import compare_metric, judge_standard
from truth import Outcome, both, compare, compare_span, either, join, margin_of, shown_truth


def evaluate(condition, reading, result=None, absent_is=None):
    """`result`: the score, for gates and tiers. `absent_is` False: what is not given counts as not applied."""
    if "all" in condition:
        return join([evaluate(part, reading, result, absent_is) for part in condition["all"]], both)
    if "any" in condition:
        return join([evaluate(part, reading, result, absent_is) for part in condition["any"]], either)
    if "metric" in condition:
        return compare_metric(reading, condition, absent_is=absent_is)
    if "count_of" in condition or "sample_of" in condition:
        return compare_counts(condition, reading, absent_is)
    if "enrolment" in condition:
        return compare_word(condition, reading, absent_is)
    if "met" in condition:
        return join([judge_standard(reading, reading.document.standards[id], "metric") for id in condition["met"]], both)
    if "stage" in condition:
        return compare_stage(condition, result)
    return compare_score(condition, reading, result)


def compare_counts(condition, reading, absent_is):
    metric = condition.get("count_of") or condition["sample_of"]
    entry = reading.inputs[metric]
    value = entry.events if "count_of" in condition else entry.sample
    operator, threshold = operator_of(condition)
    target = reading.target(threshold)
    truth = compare(value, operator, target.value) if value is not None else absent_is if entry.state in (ABSENT, GIVEN) else None
    return Outcome(truth, [metric], statuses=[target.status])


def compare_word(condition, reading, absent_is):
    word = reading.enrolment.get(condition["enrolment"])
    truth = absent_is if word is None else word == condition["is"]
    return Outcome(truth, [f"enrolment.{condition['enrolment']}"])


def compare_stage(condition, result):
    finding = {"id": "stage", "of": "stage", "operator": "is", "target": condition["stage"]}
    if result.stage_open:
        return Outcome(None, result.missing, [{**finding, "met": shown_truth(None), "needs": result.missing}])
    truth = result.stage == condition["stage"]
    return Outcome(truth, findings=[{**finding, "observed": result.stage, "met": truth}])


def compare_score(condition, reading, result):
    operator, threshold = operator_of(condition)
    target = reading.target(threshold)
    if "node" in condition:
        subject, id, span, wanting = "node", condition["node"], result.node_span(condition["node"]), [f"given.{condition['node']}"]
    else:
        subject, id, span, wanting = "score", condition["score"], result.span(condition["score"]), result.missing
    finding = {"id": id, "of": subject, "operator": operator}
    if target.value is not None:
        finding["target"] = target.value
    if span is not None:
        finding["observed"] = printed(span[0]) if span[0] == span[1] else {"low": printed(span[0]), "high": printed(span[1])}
    truth = None if span is None or target.value is None else compare_span(*span, operator, target.value)
    if truth is not None and span[0] == span[1]:
        finding["margin"] = printed(margin_of(span[0], operator, target.value))
    needs = [f"profile.{target.path}"] if target.value is None else []
    needs += wanting
    finding["met"] = shown_truth(truth)
    if truth is None:
        finding["needs"] = needs
    return Outcome(truth, needs, [finding], [target.status])
