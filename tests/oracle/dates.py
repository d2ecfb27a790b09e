"""Civil dates and months. A month is a count of months since year 0, so that months add like numbers."""
from datetime import date, timedelta


def day(text):
    return date.fromisoformat(text)


def month_of(when):
    return when.year * 12 + when.month - 1


def first_day(month):
    return date(month // 12, month % 12 + 1, 1)


def last_day(month):
    return first_day(month + 1) - timedelta(1)


def day_in(month, number):
    return first_day(month) + timedelta(int(number) - 1)


def month_text(month):
    return f"{month // 12:04}-{month % 12 + 1:02}"


def read_month(text):
    year, number = text.split("-")
    return int(year) * 12 + int(number) - 1


def plus_days(when, days):
    return when + timedelta(int(days))


def plus_months_clamped(when, months):
    """The same day so many months later, the month's end where it has no such day."""
    month = month_of(when) + int(months)
    return min(day_in(month, when.day), last_day(month)) if when.day > 28 else day_in(month, when.day)
