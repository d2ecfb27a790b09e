"""The phases of a cycle: how a store enters, how long a phase lasts, what follows it."""
from datetime import date

from dates import day, day_in, first_day, last_day, month_of, plus_days, plus_months_clamped
from document import figure
from refused import Refused


def entry_of(document, enrolment):
    found = [entry for entry in document.cycle["entries"] if all(field in enrolment for field in entry["fields"])]
    if len(found) != 1:
        raise Refused("enrolment.missing")
    return found[0]


def entry_day(entry, enrolment):
    days = [day(enrolment[field]) for field in entry["fields"]]
    if days != sorted(days):
        raise Refused("enrolment.date")
    rule = entry["from"]
    start = day(enrolment[rule["field"]])
    if "month_start" in rule:
        month = month_of(start)
        return first_day(month if start.day <= figure(rule["month_start"]) else month + 1)
    return plus_days(start, rule.get("days", 0))


def planned_end(phase, start):
    """None for an open phase."""
    length = phase["length"]
    if length == "open":
        return None
    if "months" in length:
        return last_day(month_of(start) + int(figure(length["months"])) - 1)
    if "days" in length:
        return plus_days(start, figure(length["days"]) - 1)
    return last_day(month_of(start)) if length["until"] == "month_end" else date(start.year, 12, 31)


def successor(phase, enrolment):
    """The id of the next phase, or None where the store leaves."""
    for rule in phase.get("next", []):
        if "when" not in rule or younger(rule["when"], enrolment):
            return rule["phase"]
    return None


def younger(rule, enrolment):
    """Less than so many months lie between the two dates; a store that does not give them is not known to be young."""
    since, at = enrolment.get(rule["since"]), enrolment.get(rule["at"])
    if since is None or at is None:
        return False
    return plus_months_clamped(day(since), figure(rule["younger_than_months"])) > day(at)


def after_month(rule, month):
    """The day that a transition or event names, counted from the deciding month."""
    return day_in(month + int(rule["month_after"]), rule["day"])
