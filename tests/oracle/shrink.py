"""Makes a request smaller that both sides answer differently: members and list entries go as long as the difference stays."""
import re

from engine import ask
from trial import DIFFERENT, judge

KEPT = ("program", "edition", "until")


def without(value, path):
    """A copy without what stands at the path."""
    head, *rest = path
    if isinstance(value, list):
        return value[:head] + ([without(value[head], rest)] if rest else []) + value[head + 1:]
    return {key: without(part, rest) if key == head and rest else part for key, part in value.items() if key != head or rest}


def paths(value, path=()):
    """Largest parts first, so that whole members go before their parts."""
    pairs = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    found = [path + (key,) for key, _ in pairs if path or key not in KEPT]
    for key, part in pairs:
        if path or key not in ("program",):
            found += paths(part, path + (key,))
    return found


def place(difference):
    return re.sub(r"\d+", "#", difference[0])


def shrink(document, command, request, difference):
    wanted = place(difference)
    while True:
        smaller = [without(request, path) for path in paths(request)]
        for candidate, reply in zip(smaller, ask(command, smaller)):
            result, found = judge_or_nothing(document, candidate, reply)
            if result == DIFFERENT and place(found) == wanted:
                request, difference = candidate, found
                break
        else:
            return request, difference


def judge_or_nothing(document, candidate, reply):
    """A request may have lost what makes it one."""
    try:
        return judge(document, candidate, reply)
    except (KeyError, TypeError, IndexError, ValueError, ZeroDivisionError):
        return None, None
