"""Draws inputs that a metric may have: at and one step beside every threshold, inside and at the ends of the range, in every form."""
import random
from fractions import Fraction

from thresholds import Interest

SIZES = (1, 2, 3, 4, 7, 30, 100, 300, 1000, 99991, 10**12 + 39)


class Draw:
    def __init__(self, document, seed):
        self.document = document
        self.random = random.Random(seed)
        self.interest = Interest(document)
        self.good = False
        self.habits = {}

    def new_mood(self):
        """Every third request is of a good shop: where much must be met at once, chance alone hardly passes.

        Now and then a flag stays as it is through all months, since some rules count many that are alike.
        """
        self.good = self.chance(0.3)
        flags = [id for id, metric in self.document.metrics.items() if metric["kind"] == "flag"]
        self.habits = {id: self.chance(0.5) for id in flags} if self.chance(0.4) else {}

    def chance(self, share):
        return self.random.random() < share

    def between(self, low, high, digits=4):
        scale = 10**digits
        return Fraction(self.random.randint(int(low * scale), int(high * scale)), scale)

    def range_of(self, metric):
        low, high = metric.get("range") or (Fraction(0), Fraction(1))
        low = Fraction(0) if low is None else low
        if high is None:
            high = 2 * max([Fraction(10), *self.interest.values[metric["id"]]]) if self.chance(0.95) else Fraction(10**9)
        return low, high

    def value(self, metric):
        """A plain number within the metric's range."""
        low, high = self.range_of(metric)
        near = sorted(self.interest.values[metric["id"]])
        step = metric.get("step", Fraction(1))
        if self.good and metric["better"] != "neither" and self.chance(0.95):
            drawn = self.good_value(metric, low, high, near)
        elif near and self.chance(0.5):
            drawn = self.random.choice(near) + self.random.choice((-step, 0, 0, step))
        elif self.chance(0.15):
            drawn = self.random.choice((low, high))
        else:
            drawn = self.between(low, high)
        drawn = min(max(drawn, low), high)
        return Fraction(round(drawn)) if metric["kind"] == "count" else drawn

    def good_value(self, metric, low, high, near):
        """At or beyond the best threshold."""
        if metric["better"] == "higher":
            edge = min(max(near, default=low + (high - low) * 4 / 5), high)
            return self.random.choice((edge, high, self.between(edge, high)))
        edge = max(min(near, default=low + (high - low) / 5), low)
        return self.random.choice((edge, low, self.between(low, edge)))

    def input(self, metric):
        bad = 0.2 if self.good else 1
        if self.chance(0.04 * bad):
            return None
        if metric.get("no_score") and self.chance(0.06 * bad):
            return {"no_score": True}
        if metric["id"] in self.habits:
            return self.habits[metric["id"]]
        if metric["kind"] == "flag":
            return self.chance(0.5 if not self.good else 0.95 if metric["better"] == "higher" else 0.05)
        value = self.value(metric)
        if metric["kind"] == "rate" and self.chance(0.5):
            return self.as_rate(metric, value)
        if metric["kind"] == "mean" and self.chance(0.4):
            return self.as_mean(metric, value)
        return value

    def as_rate(self, metric, value):
        if self.chance(0.05):
            return {"num": Fraction(0), "den": Fraction(0)}
        if self.chance(0.3):
            return {"percent": value * 100}
        den = self.random.choice(SIZES)
        num = round(value * den) + (0 if self.good else self.random.choice((-1, 0, 0, 0, 1)))
        if self.interest.counts[metric["id"]] and self.chance(0.5):
            num = int(self.random.choice(sorted(self.interest.counts[metric["id"]]))) + self.random.choice((0, 0, 1))
        return {"num": Fraction(min(max(num, 0), den)), "den": Fraction(den)}

    def as_mean(self, metric, value):
        if self.chance(0.08):
            return {"sum": Fraction(0), "n": Fraction(0)}
        size = self.random.choice(SIZES[:-1])
        return {"sum": value * size, "n": Fraction(size)}

    def target(self, metric):
        """What a shop is to reach; for a good one not too much."""
        if not self.good:
            return self.value(metric)
        low, high = self.range_of(metric)
        return self.between(low, low + (high - low) / 2) if metric["better"] == "higher" else self.between(high - (high - low) / 2, high)

    def metrics(self, share):
        return {id: self.input(metric) for id, metric in self.document.metrics.items() if self.chance(share)}

    def composition(self, count):
        """Parts of 1, none of them 0."""
        whole = self.random.choice((100, 1000, 997))
        cuts = sorted(self.random.sample(range(1, whole), count - 1)) if count > 1 else []
        parts = [end - start for start, end in zip([0] + cuts, cuts + [whole])]
        return [{"num": Fraction(part), "den": Fraction(whole)} if whole == 997 else Fraction(part, whole) for part in parts]

    @staticmethod
    def month_start(entry):
        return "month_start" in entry["from"]
