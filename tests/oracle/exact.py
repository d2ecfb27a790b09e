"""Exact numbers: JSON read and written without binary floats, the two roundings of a reply, weights printed to a sum."""
import json
from fractions import Fraction
from functools import lru_cache
from math import floor

PRINTED_DIGITS = 6


def read_json(text):
    """Numbers come as fractions, so that 0.1 is one tenth."""
    return json.loads(text, parse_float=Fraction, parse_int=Fraction)


@lru_cache(maxsize=65536)
def decimal_text(number):
    """A fraction that ends as a decimal, written as one."""
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
        if digits > 40:
            raise ValueError(f"{number} does not end as a decimal")
    whole = abs(number) * 10**digits
    text = str(whole.numerator).rjust(digits + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (text[:-digits] + "." + text[-digits:] if digits else text)


def write_json(value):
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key, ensure_ascii=False)}:{write_json(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(write_json(part) for part in value) + "]"
    if isinstance(value, Fraction):
        return decimal_text(value)
    return json.dumps(value, ensure_ascii=False)


def is_number(value):
    return isinstance(value, (Fraction, int)) and not isinstance(value, bool)


def half_up(value, digits):
    """Halves go away from 0, as with money: -0.5 to -1."""
    scale = 10 ** int(digits)
    rounded = floor(abs(value) * scale + Fraction(1, 2))
    return Fraction(rounded if value >= 0 else -rounded, scale)


def is_tie(value, digits):
    return (value * 10 ** int(digits)) % 1 == Fraction(1, 2)


def printed(value):
    return half_up(value, PRINTED_DIGITS)


def share_out(total, parts):
    """The parts as printed numbers that sum to `total`: each down, then the missing units to the largest remainders, the earlier first."""
    scale = 10**PRINTED_DIGITS
    units = [floor(part * scale) for part in parts]
    missing = int(total * scale) - sum(units)
    order = sorted(range(len(parts)), key=lambda i: units[i] - parts[i] * scale)
    for i in order[:missing]:
        units[i] += 1
    return [Fraction(unit, scale) for unit in units]


def ratio(value):
    """A number of a document or profile: plain, {"num","den"} or {"percent"}."""
    if isinstance(value, dict):
        if "percent" in value:
            return value["percent"] / 100
        return Fraction(value["num"]) / Fraction(value["den"])
    return Fraction(value)
