"""Writes exact numbers as sellers read them: grouped, rates as percentages, never rounded."""
from .document import DocumentError, Part


def number_of(value):
    """A number of a document: a fraction already, or {"num", "den"}."""
    return value.take("num") / value.take("den") if isinstance(value, Part) else value


def show(value):
    """12500 as 12,500; 0.425 as it stands; a third, which decimals cannot write, as 1/3."""
    if value < 0:
        return "−" + show(-value)
    digits = _digits(value)
    if digits is None:
        return f"{value.numerator:,}/{value.denominator:,}"
    scaled = value * 10**digits
    whole, rest = divmod(scaled.numerator, 10**digits)
    return f"{whole:,}" + (f".{rest:0{digits}}" if digits else "")


def percent(value):
    return show(value) if _digits(value) is None else show(value * 100) + "%"


def whole(value):
    if value.denominator != 1:
        raise DocumentError(f"{show(value)} must be whole")
    return value.numerator


def ordinal(number):
    """1st, 2nd, 3rd, 11th: for texts in English."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _digits(value):
    """How many digits behind the point write the value exactly; None where no number of them does."""
    rest, digits = value.denominator, 0
    while rest % 10 == 0:
        rest, digits = rest // 10, digits + 1
    for factor in (2, 5):
        while rest % factor == 0:
            rest, digits = rest // factor, digits + 1
    return digits if rest == 1 else None
