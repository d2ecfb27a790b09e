"""Curves from a value to points."""
from fractions import Fraction


def points_on(curve, value):
    if curve["kind"] == "identity":
        return value
    return on_steps(curve, value) if curve["kind"] == "steps" else on_lines(curve["knots"], value)


def on_lines(knots, value):
    """Straight lines; beyond the outer knots the end value holds."""
    if value <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in zip(knots, knots[1:]):
        if value <= x1:
            return y0 + (y1 - y0) * Fraction(value - x0) / (x1 - x0)
    return knots[-1][1]


def on_steps(curve, value):
    """What lies beyond the outermost ends belongs to the outermost rows."""
    rows = curve["rows"]
    for start, end, points in rows:
        if value < end or (value == end and curve["closed"] == "right"):
            return points
    return rows[-1][2]


def benchmark_knots(curve, metric, excellent, poor):
    """Four points, the outer ones at the better end of the metric's range and `reach` times as far as poor, cut at the other end."""
    low, high = metric["range"]
    best, worst = (high, low) if metric["better"] == "higher" else (low, high)
    far = excellent + curve["reach"] * (poor - excellent)
    if worst is not None:
        far = max(far, worst) if metric["better"] == "higher" else min(far, worst)
    return sorted([[x, y] for x, y in zip((best, excellent, poor, far), curve["points"])])
