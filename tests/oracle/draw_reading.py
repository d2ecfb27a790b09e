"""Draws requests of assess from a document alone."""
from datetime import date, timedelta
from fractions import Fraction

import draw_profile


def given(draw, share):
    """Scores read off the back office, of dimensions and now and then of indicators."""
    nodes = draw_profile.every_node(draw.document.score["nodes"])
    return {
        node["id"]: draw.random.choice(node["range"]) if draw.chance(0.1) else draw.between(*node["range"], draw.random.choice((0, 1, 2)))
        for node in nodes
        if draw.chance(share if node["kind"] == "dimension" else share / 4)
    }


def given_alike(draw):
    """All dimensions at one score, so that the total lies at, or half a printed step beside, a threshold of the score."""
    score = draw.document.score
    half = Fraction(1, 2 * 10 ** int(score["rounding"]["digits"]))
    value = draw.random.choice(sorted(draw.interest.scores) or score["scale"]) + draw.random.choice((-half, -half / 50, 0, 0, half))
    return {node["id"]: min(max(value, node["range"][0]), node["range"][1]) for node in score["nodes"]}


def day_beside(draw):
    """A day at, near or far from the ends of the edition."""
    span = draw.document.content["in_force"]
    ends = [date.fromisoformat(end) for end in (span["from"], span["until"], span.get("last_seen")) if end]
    return (draw.random.choice(ends) + timedelta(draw.random.choice((-400, -1, 0, 1, 30)))).isoformat()


def in_force(document, when):
    """Whether the date alone selects this edition."""
    span = document.content["in_force"]
    return not span.get("article") and span["from"] <= when and (span["until"] is None or when <= span["until"])


def reading(draw):
    document = draw.document
    draw.new_mood()
    request = {"program": document.program, "edition": document.edition}
    if draw.chance(0.3):
        request["date"] = day_beside(draw)
        if in_force(document, request["date"]) and draw.chance(0.3):
            del request["edition"]
    enrolment, profile = draw_profile.words(draw), draw_profile.profile(draw)
    if enrolment:
        request["enrolment"] = enrolment
    if profile:
        request["profile"] = profile
    request["metrics"] = draw.metrics(draw.random.choice((0.95, 1) if draw.good else (0.3, 0.8, 0.95, 1)))
    if document.score and draw.chance(0.5):
        scores = given_alike(draw) if draw.chance(0.2) else given(draw, draw.random.choice((0.2, 0.6, 1)))
        if scores:
            request["given"] = scores
    return request
