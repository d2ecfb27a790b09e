"""Events: what happens on a date, and what it makes of the store."""
from typing import Any, NamedTuple

from dates import month_of
from document import figure
from phases import after_month


class Event(NamedTuple):
    when: Any
    order: int
    shown: dict
    becomes: Any


class Events:
    def __init__(self, store):
        self.store = store
        self.all = []

    def in_order(self):
        return sorted(self.all, key=lambda event: event[:2])

    def of_month(self, rules, month, judged):
        for rule in rules:
            self.add(rule, after_month(rule, month), judged=judged)

    def of_check(self, rules, held, reading):
        for rule in rules:
            self.add(rule, after_month(rule, month_of(held)) if "month_after" in rule else held, reading=reading)

    def add(self, rule, when, judged=None, reading=None):
        shown = {"date": when.isoformat(), "event": rule["event"], "rule": rule["rule"]}
        becomes = self.store.change(rule)
        if becomes:
            shown["to"] = self.store.type = becomes
        if rule["event"] == "downgraded":
            self.store.downgrades += 1
        if "amount" in rule and reading is not None:
            target = reading.target(rule["amount"]["of"])
            if target.value is not None:
                shown["amount"] = target.value * figure(rule["amount"]["share"])
        if rule.get("areas"):
            shown["areas"] = failed_areas(judged)
        self.all.append(Event(when, len(self.all), shown, becomes))


def failed_areas(judged):
    found = [finding["area"] for finding in judged.findings if finding.get("met") is False and "area" in finding] if judged else []
    return list(dict.fromkeys(found))
