"""One reading: status, score, standards, verdict, tier, look-back, gates; what is missing; the basis."""
from conditions import evaluate
from document import UNSURE, figure
from itemised import itemise, shown_score
from reading import NO_SCORE, Reading
from score import compute
from standards import judge_standard, verdict_over, verdict_word
from truth import UNDETERMINED, Outcome, shown_truth


def assess(document, request):
    reading = Reading(document, request)
    head = {"program": document.program, "edition": document.edition}
    if "date" in request:
        head.update(force(document, request["date"], request["date"]))
    for rule in document.content.get("not_applicable", []):
        if evaluate(rule["when"], reading, absent_is=False).truth:
            return {**head, "status": "not_applicable", "reason": rule["reason"], "basis": "exact", "missing": [], **notices(document)}
    return {**head, **assessment(document, reading), **notices(document)}


def force(document, first, last):
    """Whether days from first to last lie outside the edition's; ISO dates compare as text."""
    span = document.content["in_force"]
    outside = first < span["from"] or (span["until"] is not None and last > span["until"])
    return {"out_of_force": True} if outside else {}


def notices(document):
    return {"notices": document.content["notices"]} if document.content.get("notices") else {}


def assessment(document, reading):
    result = compute(document, reading) if document.score else None
    judged, missing, statuses = judge_reading(document, reading)
    parts = {**score_parts(result, reading), **judged}
    if document.content.get("tiers"):
        shown, more = tier_of(document, reading, result)
        parts.update(shown)
        statuses += more
    parts.update(lookback_of(document, reading))
    parts.update(gates_of(document, reading, result))
    if result is None:
        open_verdict = missing or judged.get("verdict") == UNDETERMINED
        return {"status": "judged", **parts, "basis": "partial" if open_verdict else relied_on("exact", statuses), "missing": missing}
    basis = relied_on(result.basis, statuses)
    return {**parts, "basis": basis, "missing": result.missing}


def relied_on(basis, statuses):
    return "estimated" if basis == "exact" and any(status in UNSURE for status in statuses) else basis


def score_parts(result, reading):
    if result is None:
        return {}
    if result.reason:
        return {"status": "not_scored", "reason": result.reason}
    nodes, adjustments = itemise(result)
    return {"status": "scored", "score": shown_score(result, reading), "nodes": nodes, "adjustments": adjustments}


def judge_reading(document, reading):
    """The standards' findings with the verdict, what it lacks, the statuses of all their targets."""
    rules = [rule for rule in document.standards.values() if rule.get("only") != "timeline"]
    if not rules:
        return {}, [], []
    outcomes = [judge_standard(reading, rule) for rule in rules]
    binding = [outcome for rule, outcome in zip(rules, outcomes) if not rule.get("advisory")]
    shown = {"standards": [outcome.findings[0] for outcome in outcomes], **verdict_of(reading, rules, binding)}
    missing = list(dict.fromkeys(need for outcome in binding for need in outcome.needs if need in document.metrics))
    return shown, missing, [status for outcome in outcomes for status in outcome.statuses]


def verdict_of(reading, rules, binding):
    """A period in which the platform showed no score is not judged, and nothing that could be given changes that."""
    if any(reading.inputs[rule["metric"]].state == NO_SCORE for rule in rules if not rule.get("advisory")):
        return {"verdict": verdict_word(None)}
    verdict = verdict_over(binding)
    return {"verdict": verdict_word(verdict.truth), **({"needs": verdict.needs} if verdict.truth is None else {})}


def tier_of(document, reading, result):
    """The first that holds, or those that are possible: the open ones before it, and it."""
    rules = document.content["tiers"]
    if result is not None and result.reason:
        without = [rule for rule in rules if rule.get("not_scored")]
        return ({"tier": shown_tier(without[0])}, [without[0]["status"]]) if without else ({}, [])
    possible, needs = [], []
    for rule in rules:
        outcome = tier_outcome(rule, reading, result)
        if outcome.truth and not possible:
            possible = [rule]
            break
        if outcome.truth is not False:
            possible.append(rule)
            needs += outcome.needs
        if outcome.truth:
            break
    # Where it is open whether there is a score at all, so is the tier of a store without one.
    if result is not None and result.refusal_needs:
        possible += [rule for rule in rules if rule.get("not_scored")]
        needs += result.refusal_needs
    if len(possible) == 1:
        return {"tier": shown_tier(possible[0])}, [possible[0]["status"]]
    return {"tier": {"possible": [rule["id"] for rule in possible], "needs": needs}}, []


def tier_outcome(rule, reading, result):
    if rule.get("not_scored"):
        return Outcome(False)
    return evaluate(rule["when"], reading, result) if "when" in rule else Outcome(True)


def shown_tier(rule):
    return {"id": rule["id"], "consequences": rule.get("consequences", [])}


def lookback_of(document, reading):
    possible, needs = [], []
    for rule in document.content.get("lookback", []):
        outcome = evaluate(rule["when"], reading) if "when" in rule else None
        truth = True if outcome is None else outcome.truth
        if truth and not possible:
            return {"lookback": {"id": rule["id"], "months": figure(rule["months"])}}
        if truth is not False:
            possible.append(rule["id"])
            needs += outcome.needs if outcome else []
        if truth:
            break
    return {"lookback": {"possible": possible, "needs": needs}} if possible else {}


def gates_of(document, reading, result):
    """Without a score, those that are decided without it."""
    scored = result is None or not result.reason
    shown = [gate_of(rule, reading, result) for rule in document.content.get("gates", [])]
    shown = [gate for gate in shown if scored or gate["met"] != UNDETERMINED]
    return {"gates": shown} if shown else {}


def gate_of(rule, reading, result):
    if result is not None:
        result.hide_estimates = rule.get("exact", False)
    outcome = evaluate(rule["when"], reading, result)
    shown = {"id": rule["id"], "met": shown_truth(outcome.truth), "conditions": outcome.findings}
    if outcome.truth is None:
        shown["needs"] = outcome.needs
    return shown
