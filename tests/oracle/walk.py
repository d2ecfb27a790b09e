"""The walk through a store's phases, month by month: what is judged, what happens, where it leads."""
from datetime import timedelta

from checks import check_day, hold
from choices import choice_in, choose
from counters import Counter
from dates import last_day, month_of
from events import Events
from judged import FAIL, NONE, OPEN, PASS, PENDING, judge_month, verdict_for_rule
from phases import after_month, planned_end, successor
from refused import Refused

# Far enough beyond `until` for the next deadline and the next event.
HORIZON_MONTHS = 60


class Run:
    """One run of a phase. `end` is None while it is open; `planned` is what the length alone says."""

    def __init__(self, phase, start, number, planned, downgrades):
        self.phase = phase
        self.start, self.planned, self.end = start, planned, planned
        self.number = number
        self.months, self.checks = [], []
        self.counters = []
        self.history = []
        self.downgrades = downgrades
        self.listed_from = 0

    def holds(self, counter):
        """Whether the rule is one for a store with so many downgrades as it had when the phase began."""
        limit = counter.rule.get("downgrades", {})
        return limit.get("at_least", 0) <= self.downgrades <= limit.get("at_most", self.downgrades)

    @property
    def word(self):
        return self.phase.get("phase", self.phase["id"])


class Walk:
    def __init__(self, course, store):
        self.course, self.store = course, store
        self.runs, self.events = [], Events(store)
        self.first = True
        self.used_choices = set()
        self.horizon = month_of(course.until) + HORIZON_MONTHS

    def go(self, entry, start):
        where = (entry["phase"], start)
        while where and month_of(where[1]) <= self.horizon:
            where = self.run(self.course.document.phases[where[0]], where[1], entry if self.first else None)
            self.first = False

    def run(self, phase, start, entry):
        if phase.get("numbered"):
            self.store.cycle += 1
        number = self.store.cycle if phase.get("numbered") else None
        run = Run(phase, start, number, planned_end(phase, start), self.store.downgrades)
        run.listed_from = self.listed_from(start, entry)
        run.counters = self.counters_of(run, entry)
        self.runs.append(run)
        months = range(month_of(start), self.horizon + 1 if run.planned is None else month_of(run.planned) + 1)
        for index, month in enumerate(months):
            chosen = choice_in(self, run, month)
            if chosen:
                return choose(self, run, *chosen)
            # A month that the phase does not see the end of is not judged in it.
            if run.planned is not None and last_day(month) > run.planned:
                break
            there = self.month(run, index, month)
            if there:
                return there
        return self.run_out(run)

    def listed_from(self, start, entry):
        """Counts so far stand for the months before the first one listed; without any, for those before the day asked for."""
        course = self.course
        if not entry or not any(field in course.enrolment for field in entry.get("counts", {}).values()):
            return month_of(start)
        if course.months:
            return max(month_of(start), min(course.months))
        return max(month_of(start), month_of(course.date)) if course.date else month_of(start)

    def counters_of(self, run, entry):
        so_far = {}
        if entry:
            so_far = {kind: self.course.enrolment.get(field, 0) for kind, field in entry.get("counts", {}).items()}
        counters = []
        for rule in run.phase.get("rules", []):
            counter = Counter(rule, 0 if "judge" in rule else so_far.get(rule["on"], 0), run.listed_from - month_of(run.start))
            if counter.reaches is not None and "judge" not in rule and so_far.get(rule["on"], 0) >= counter.reaches:
                if "then" in rule:
                    raise Refused("enrolment.out_of_range")
                counter.fired = run.holds(counter)
            counters.append(counter)
        return counters

    def month(self, run, index, month):
        """Where the month leads, or None."""
        judged = judge_month(self.course, run.phase, month) if "judge" in run.phase else None
        run.history.append((month, judged.verdict if judged else None))
        leading = None
        for counter in run.counters:
            counter.begin_month(index)
            if month < run.listed_from:
                continue
            verdict = verdict_for_rule(self.course, counter.rule, month, judged)
            if counter.add(verdict) and leading is None and self.fires(run, counter):
                self.events.of_month(counter.rule["events"], month, judged)
                leading = counter.rule if "then" in counter.rule else None
        if judged and month >= run.listed_from:
            run.months.append((month, judged, [(counter, counter.count, counter.fired) for counter in run.counters]))
        there = self.month_checks(run, month, leading is not None)
        if leading:
            run.end = last_day(month)
            return leading["then"]["phase"], after_month(leading["then"], month)
        return there

    def fires(self, run, counter):
        if not run.holds(counter):
            return False
        if counter.fired and not counter.rule.get("again") and counter.reaches is not None:
            return False
        counter.fired = True
        return True

    def month_checks(self, run, month, already_led):
        there = None
        for check in run.phase.get("checks", []):
            if "after_months" in check and check_day(check, run.start, run.planned) == last_day(month):
                led = self.check(run, check, last_day(month), already_led or there is not None)
                there = there or led
        return there

    def check(self, run, check, held, already_led):
        months = [month for month, _ in run.history]
        verdict, row, reading = hold(self.course, check, held, months)
        run.checks.append((held, verdict, row))
        outcome = check.get({PASS: "passed", FAIL: "failed"}.get(verdict, ""), {})
        if already_led:
            return None
        self.events.of_check(outcome.get("events", []), held, reading)
        then = outcome.get("then")
        if verdict in (PENDING, OPEN, NONE):
            then = check.get("passed", {}).get("then")
        if then is None:
            return None
        run.end = min(held, run.planned) if run.planned else held
        if "month_after" in then:
            return then["phase"], after_month(then, month_of(held))
        return then["phase"], held if "after_days" in check else held + timedelta(1)

    def run_out(self, run):
        """Nothing ended the phase: it is complete, and what is next follows."""
        for check in run.phase.get("checks", []):
            if "after_days" in check:
                there = self.check(run, check, check_day(check, run.start, run.planned), False)
                if there:
                    return there
        if run.planned is None:
            return None
        if self.certain(run):
            for event in run.phase.get("completed", {}).get("events", []):
                self.events.add(event, run.planned)
        next_phase = successor(run.phase, self.course.enrolment)
        return (next_phase, run.planned + timedelta(1)) if next_phase else None

    def certain(self, run):
        """Whether no open month or check could still have ended it."""
        for held, verdict, row in run.checks:
            rule = next(check for check in run.phase["checks"] if check["standard"] == row["standard"])
            if verdict in (PENDING, OPEN) and any("then" in rule.get(end, {}) for end in ("passed", "failed")):
                return False
        return not any("then" in counter.rule and self.could_fire(run, counter) for counter in run.counters)

    def could_fire(self, run, counter):
        """With every open month at its worst."""
        wanted = FAIL if counter.kind in ("failures", "failures_in_a_row", "each_failure") else PASS
        trial = Counter(counter.rule, counter.trial_start, counter.start_index)
        for month, judged, _ in run.months:
            trial.begin_month(month - month_of(run.start))
            verdict = verdict_for_rule(self.course, counter.rule, month, judged)
            if trial.add(wanted if verdict in (PENDING, OPEN) else verdict):
                return True
        return False
