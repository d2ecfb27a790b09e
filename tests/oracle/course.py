"""A store's history as a request gives it: months, checks, choices; and the reading that each of them is judged by."""
from dates import day, read_month
from reading import Reading


def merged(base, own):
    """The profile of a month or check over that of the request, number by number."""
    whole = dict(base)
    for key, value in own.items():
        whole[key] = merged(whole[key], value) if isinstance(value, dict) and isinstance(whole.get(key), dict) else value
    return whole


class Course:
    def __init__(self, document, request):
        self.document = document
        self.enrolment = request.get("enrolment", {})
        self.profile = request.get("profile", {})
        self.months = {read_month(one["month"]): one for one in request.get("months", [])}
        self.checks = {day(one["date"]): one for one in request.get("checks", [])}
        self.choices = request.get("choices", {})
        self.until = day(request["until"])
        self.date = day(request["date"]) if "date" in request else None

    def reading(self, metrics, own_profile):
        return Reading(self.document, {"enrolment": self.enrolment, "profile": merged(self.profile, own_profile), "metrics": metrics})

    def reading_of_month(self, month):
        """None where the month is not given, or only whether it was met."""
        one = self.months.get(month)
        if one is None or "met" in one:
            return None
        return self.reading(one.get("metrics", {}), one.get("profile", {}))

    def chosen_days(self, choice):
        """The days on which the seller chose it; a word is no day."""
        given = self.choices.get(choice, [])
        given = given if isinstance(given, list) else [given]
        return sorted(day(one) for one in given if one[:1].isdigit())
