"""What the store is while it moves through its phases: its type, its downgrades, the number of its cycle."""


class Store:
    def __init__(self, course, entry):
        cycle = course.document.cycle
        own = course.enrolment.get("store_type")
        self.entered = own or cycle.get("store_type")
        self.type = entry.get("store_type") or self.entered
        self.downgrades = int(course.enrolment.get("downgrades", 0))
        if course.document.phases[entry["phase"]].get("phase", entry["phase"]) == "recovery":
            self.downgrades = max(1, self.downgrades)
        self.cycle = 0
        self.course = course

    def change(self, event):
        """The type that an event makes it, or None."""
        target = event.get("to")
        if target is None:
            return None
        if "store_type" in target:
            return target["store_type"]
        if "choice" in target:
            return self.course.choices.get(target["choice"], target["default"])
        return self.entered if target.get("entered") else None
