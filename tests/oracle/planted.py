"""Shows that the oracle would notice a fault: the engine is given the document with one number changed, inline, and must differ.

A request counts only where the engine agrees on the true document, so that what is found is the planted fault.
"""
import copy
from fractions import Fraction

from draw_history import history
from draw_reading import reading
from draw_values import Draw
from engine import ask
from exact import ratio
from trial import AGREED, DIFFERENT, judge

ROUND, ROUNDS = 150, 12
OPERATORS = ("at_least", "above", "at_most", "below")


def parts(value, path=()):
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield from parts(part, path + (key,))


def at(content, path):
    for key in path:
        content = content[key]
    return content


def step_of(document, comparison):
    metric = document.metrics.get(comparison.get("metric"))
    return metric["step"] if metric else Fraction(1) if "count_of" in comparison or "sample_of" in comparison else Fraction(1, 2)


def thresholds(document):
    """(words, change of a copy): a threshold one step higher."""
    for path, part in parts(document.content):
        operator = next((key for key in OPERATORS if isinstance(part, dict) and isinstance(part.get(key), dict)), None)
        if operator is None or not any(key in part for key in ("metric", "count_of", "sample_of", "score", "node")):
            continue
        if "profile" in part[operator] and "default" not in part[operator]:
            continue
        where = path + (operator,) + (("default",) if "default" in part[operator] else ())
        step = step_of(document, part)
        yield f"threshold {'/'.join(map(str, where))}", lambda content, where=where, step=step: raise_by(at(content, where), step)


def raise_by(figure, step):
    figure["value"] = ratio(figure["value"]) + step


def weights(document):
    """Some weight moved from one node of a group to the next."""
    for path, part in parts(document.content.get("score", {}), ("score",)):
        if path and path[-1] == "nodes" and len(part) > 1:
            yield f"weight {'/'.join(map(str, path))}", lambda content, where=path: move_weight(at(content, where))


def move_weight(nodes):
    moved = Fraction(1, 20)
    for node, change in zip(nodes, (moved, -moved)):
        value = ratio(node["weight"]["value"]) + change
        node["weight"]["value"] = {"num": Fraction(value.numerator), "den": Fraction(value.denominator)}


def reaches(document):
    for path, part in parts(document.content.get("cycle", {}), ("cycle",)):
        if path and path[-1] == "reaches":
            for step in (1, -1):
                yield f"{'/'.join(map(str, path))} {step:+}", lambda content, where=path, change=step: raise_by(at(content, where), change)


def accepted(document, command, change):
    """The changed document, or None where the checker refuses it."""
    content = copy.deepcopy(document.content)
    change(content)
    reply = ask(command, [{"program": content, "metrics": {}}])[0]
    return None if not reply["ok"] and any(issue["code"].startswith("program.") for issue in reply["issues"]) else content


def noticed(document, command, content, draw, make):
    """After how many requests the fault shows, or None."""
    for number in range(ROUNDS):
        requests = [make(draw) for _ in range(ROUND)]
        inline = [{**{key: value for key, value in request.items() if key != "edition"}, "program": content} for request in requests]
        for request, true, false in zip(requests, ask(command, requests), ask(command, inline)):
            if judge(document, request, true)[0] == AGREED and judge(document, request, false)[0] == DIFFERENT:
                return (number + 1) * ROUND
    return None


def plant(documents, command, seed):
    """One fault of each kind in every edition. Returns how many stay unseen."""
    planted = unseen = 0
    for document in documents:
        draw = Draw(document, f"{seed} planted {document.name}")
        for faults in (thresholds, weights, reaches):
            choices = list(faults(document))
            draw.random.shuffle(choices)
            found = next(((words, content) for words, change in choices if (content := accepted(document, command, change))), None)
            if found is None:
                continue
            planted += 1
            makes = [history] if faults is reaches else [reading] if document.score or not document.cycle else [reading, history]
            after = next((after for make in makes if (after := noticed(document, command, found[1], draw, make))), None)
            unseen += after is None
            print(f"{document.name}: {found[0]}: {'NOT NOTICED' if after is None else f'noticed within {after} requests'}", flush=True)
    print(f"{planted} faults planted, {unseen} not noticed; seed {seed}")
    return unseen if planted else 1
