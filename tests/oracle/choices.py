"""What the seller may choose on a day of a phase, and what it ends."""
from datetime import timedelta

from dates import month_of
from judged import PASS
from phases import after_month


def choice_in(walk, run, month):
    """The choice that ends the phase in this month, with its day."""
    for choice in run.phase.get("choices", []):
        for chosen in walk.course.chosen_days(choice["id"]):
            if (choice["id"], chosen) not in walk.used_choices and month_of(chosen) == month and on_a_day_of(walk, run, chosen):
                if allowed(run, choice):
                    return choice, chosen
    return None


def on_a_day_of(walk, run, chosen):
    """Nobody leaves on the very day that the request begins with, nor after `until`."""
    first = run.start + timedelta(1) if run is walk.runs[0] else run.start
    return first <= chosen <= min(run.planned or walk.course.until, walk.course.until)


def allowed(run, choice):
    """Once a rule has fired, in a month that follows a passing one."""
    if "after" not in choice:
        return True
    rules = choice["after"] if isinstance(choice["after"], list) else [choice["after"]]
    if not any(counter.fired for counter in run.counters if counter.rule["id"] in rules):
        return False
    if choice.get("month_after") != "pass":
        return True
    return run.history[-1][1] == PASS if run.history else any(counter.count > 0 for counter in run.counters)


def choose(walk, run, choice, chosen):
    """Where the choice leads, or None where the store leaves the program."""
    walk.used_choices.add((choice["id"], chosen))
    run.end = chosen - timedelta(1)
    for event in choice["events"]:
        walk.events.add(event, chosen)
    then = choice.get("then")
    if not then:
        return None
    return then["phase"], after_month(then, month_of(chosen)) if "month_after" in then else chosen
