"""What rules count over the months of one run of a phase."""
from document import figure
from judged import FAIL, NONE, PASS


class Counter:
    """One rule's count. `start`: what the store had before the months that are listed."""

    def __init__(self, rule, start=0, start_index=0):
        self.rule = rule
        self.kind = rule["on"]
        self.reaches = figure(rule["reaches"]) if "reaches" in rule else None
        self.blocks = int(figure(rule["blocks"])) if "blocks" in rule else None
        self.count = 0
        self.start = self.trial_start = int(start)
        self.start_index = start_index
        self.broken = False
        self.fired = False
        self.row_fired = False
        if self.kind == "passes_in_a_row":
            self.count = self.start

    def begin_month(self, index):
        """A new block begins with 0. The failures before the first listed month belong to its block."""
        if self.kind != "failures":
            return
        if self.blocks and index % self.blocks == 0:
            self.count = 0
        if self.start and (index // self.blocks == self.start_index // self.blocks if self.blocks else True):
            self.count += self.start
            self.start = 0

    def add(self, verdict):
        """Whether this month makes the count reach its number."""
        if self.kind in ("each_failure", "each_pass"):
            return verdict == (FAIL if self.kind == "each_failure" else PASS)
        if self.kind == "failures":
            self.count += verdict == FAIL
            return verdict == FAIL and self.count == self.reaches
        return self.add_to_row(verdict, PASS if self.kind == "passes_in_a_row" else FAIL)

    def add_to_row(self, verdict, wanted):
        """An open month leaves the row as it stands, but the next begins a new one; a month without a score does neither."""
        if verdict == NONE:
            return False
        if verdict == wanted:
            self.count = 1 if self.broken else self.count + 1
            self.broken = False
            return self.count == self.reaches
        if verdict in (PASS, FAIL):
            self.count, self.broken = 0, False
        else:
            self.broken = True
        return False
