#!/usr/bin/env python3
"""Writes requests.ndjson: what the golden replies answer. usage: make.py [--cases]

One line each: {"function":…,"request":…} with the request as it is sent, or {"function":…,"text":…} for a text that is no JSON.
The conformance cases, the examples, all refused requests, the catalog, and a spread of readings and courses drawn with a fixed seed.
With --cases it prints instead what is compared between native and WebAssembly, but not frozen: the cases beside the programs,
whose replies they assert themselves, and the documents.
"""
import datetime
import json
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / "core" / "programs"
FUNCTIONS = {"programs", "assess", "timeline", "compare", "plan", "forecast", "check"}  # `load` changes the catalog; tests/api has it
SEED = 20260908


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def line(function, **content):
    return json.dumps({"function": function, **content}, ensure_ascii=False, separators=(",", ":"))


def documents():
    found = [p for p in sorted(PROGRAMS.glob("*/*.json")) if p.name.count(".") == 1]
    return [read(path) for path in found]


def cases(files):
    return [line(case["function"], request=case["request"]) for file in files for case in read(file) if case["function"] in FUNCTIONS]


def examples():
    requests = [read(path) for path in sorted(PROGRAMS.glob("*/example.request.json"))]
    return [line("timeline" if "until" in request else "assess", request=request) for request in requests]


def refused():
    lines = []
    for file in sorted((ROOT / "tests" / "api" / "issues").glob("*.json")):
        for row in read(file):
            if row["function"] in FUNCTIONS:
                key = "text" if "text" in row else "request"
                lines.append(line(row["function"], **{key: row[key]}))
    return lines


def catalog():
    good = read(ROOT / "tests" / "rules" / "good.json")
    faulty = {**good, "colour": "red", "edition": "2026-1-1", "title": {"en": "Good"}, "metrics": good["metrics"][1:]}
    return [line("programs", request={})] + [line("check", request=d) for d in [good, faulty, []]]


def whole_documents():
    requests = [line("programs", request={"program": d["program"], "edition": d["edition"]}) for d in documents()]
    return requests + [line("check", request=d) for d in documents()]


class Draw:
    """Draws inputs that a metric may have."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, share):
        return self.random.random() < share

    def decimal(self, low, high, digits):
        return round(self.random.uniform(low, high), digits)

    def ratio(self):
        den = self.random.choice([1, 7, 30, 1000, 99991, 10**12 + 39])
        return {"num": min(den, int(den * self.random.random() ** 3)), "den": den}

    def rate(self):
        return self.random.choice([lambda: self.decimal(0, 1, 6), lambda: {"percent": self.decimal(0, 5, 3)}, self.ratio])()

    def mean(self, low, high):
        n = self.random.randint(1, 9999)
        value = self.decimal(low, high, 4)
        return self.random.choice([value, {"sum": round(value * n), "n": n} if low * n < round(value * n) < high * n else value])

    def input(self, metric):
        if self.chance(0.04):
            return None
        low, high = metric.get("range") or [0, 1]
        low, high = low or 0, 60 if high is None else high
        if metric["kind"] == "flag":
            return self.chance(0.5)
        if metric["kind"] == "rate":
            return {"num": 0, "den": 0} if self.chance(0.04) else self.rate()
        if metric["kind"] == "mean":
            return {"sum": 0, "n": 0} if self.chance(0.04) else self.mean(low, high)
        if metric["kind"] == "count":
            return self.random.choice([0, 1, 2, 3, 29, 30, 31, self.random.randint(0, 10**9)])
        return {"no_score": True} if metric.get("no_score") and self.chance(0.1) else self.decimal(low, high, 2)

    def metrics(self, program, share):
        return {m["id"]: self.input(m) for m in program["metrics"] if self.chance(share)}

    def words(self, program):
        """Those of a row of the platform's table, some left out."""
        if not program.get("rows"):
            return {}
        table = self.random.choice(program["rows"])
        row = self.random.choice(table["rows"])
        return {field: word for field, word in zip(table["by"], row) if word is not None and self.chance(0.9)}

    def weights(self, nodes):
        parts = [self.random.randint(1, 500) for _ in nodes]
        parts[-1] += 1000 * -(-sum(parts) // 1000) - sum(parts)
        return {node["id"]: {"num": part, "den": sum(parts)} for node, part in zip(nodes, parts)}

    def given(self, nodes, share):
        return {n["id"]: self.decimal(n["range"][0], n["range"][1], 2) for n in nodes if self.chance(share)}

    def targets(self, program):
        paths = [path.split(".")[1:] for path in program.get("profile_texts", {}) if path.startswith("targets.")]
        ids = {m["id"]: m for m in program["metrics"]}
        drawn = {path[0]: self.input(ids[path[0]]) for path in paths if path[0] in ids and self.chance(0.9)}
        return {key: value for key, value in drawn.items() if isinstance(value, (int, float)) and not isinstance(value, bool)}


def reading(draw, program):
    request = {"program": program["program"], "edition": program["edition"]}
    score = program.get("score")
    if draw.chance(0.4):
        request["date"] = draw.random.choice(["2022-10-01", "2026-09-08", "2026-10-31", "2027-06-30"])
    if draw.chance(0.2):
        request["enrolment"] = {"store_type": draw.random.choice(["personal", "flagship", "official_flagship", "enterprise_store"])}
    if draw.chance(0.5):
        request.setdefault("enrolment", {}).update(draw.words(program))
    if score and draw.chance(0.4):
        request["profile"] = {"weights": draw.weights(score["nodes"])}
    if not score:
        request["profile"] = {"targets": draw.targets(program)}
    if score and "methods" in score and draw.chance(0.5):
        request.setdefault("profile", {})["method"] = draw.random.choice(score["methods"]["of"])
    request["metrics"] = draw.metrics(program, draw.random.choice([0.3, 0.8, 1]))
    if score and draw.chance(0.6):
        request["given"] = draw.given(score["nodes"], draw.random.choice([0.3, 1]))
    if draw.chance(0.3):
        request["what_if"] = {"metrics": draw.metrics(program, 0.2)}
    return line("assess", request=request)


def comparison(draw, program, others):
    """A reading in two scenarios, or under two editions of one program."""
    request = json.loads(reading(draw, program))["request"]
    request.pop("what_if", None)
    if draw.chance(0.5):
        request["sides"] = [{}, {"metrics": draw.metrics(program, 0.3)}]
    else:
        own = {"edition": request.pop("edition")}
        request["sides"] = [{"edition": draw.random.choice(others)}, own]
    return line("compare", request=request)


def goal(draw, program):
    """What a reading may be asked to reach."""
    goals = [{"verdict": "pass"}] if program.get("standards") else []
    if program.get("score"):
        low, high = program["score"]["scale"]
        goals.append({"score": draw.decimal(low, high, program["score"]["rounding"]["digits"])})
    goals += [{"gate": gate["id"]} for gate in program.get("gates", [])]
    return draw.random.choice(goals)


def plan(draw, program):
    request = json.loads(reading(draw, program))["request"]
    request.pop("what_if", None)
    request["goal"] = goal(draw, program)
    return line("plan", request=request)


def weighed_plan(draw, program):
    """With what the seller says of each metric: easy, hard, or that it cannot change; half of them in a period."""
    request = json.loads(plan(draw, program))["request"]
    ids = [metric["id"] for metric in program["metrics"]]
    request["effort"] = {id: draw.random.choice([None, None, 0.5, 3]) for id in ids if draw.chance(0.6)}
    if draw.chance(0.5):
        request["period"] = {"as_of": "2026-11-22", "orders_a_day": draw.random.randint(0, 50)}
    return line("plan", request=request)


def counts_of(draw, metric):
    """What a day brings to a metric."""
    low, high = metric.get("range") or [0, 1]
    cases = draw.random.choice([0, 1, 7, 40, 900])
    if metric["kind"] == "rate":
        return {"num": int(cases * draw.random.random() ** 4), "den": cases}
    if metric["kind"] == "mean" and metric.get("rolls", {}).get("by", "day") != "day":
        return {"sum": cases * draw.random.randint(int(low or 0), int(high or 20)), "n": cases}
    return draw.chance(0.1) if metric["kind"] == "flag" else draw.random.randint(int(low or 0), int(high or 50))


def scenario(draw, program, days):
    changes = []
    for _ in range(draw.random.randint(0, 3)):
        metric = draw.random.choice(program["metrics"])
        first = draw.random.randint(1, days)
        dates = {"from": day(first), "to": day(draw.random.randint(first, days))} if draw.chance(0.7) else {"on": day(first)}
        what = draw.random.choice([{"orders": {"times": draw.decimal(0, 5, 2)}}, {"times": draw.decimal(0, 2, 2)}, {"bad": draw.random.randint(0, 9)},
                                   {"value": draw.input(metric)}])
        changes.append({**dates, **what} if "orders" in what else {**dates, "metric": metric["id"], **what})
    return changes


def day(offset):
    return str(datetime.date(2026, 11, 22) + datetime.timedelta(offset))


def forecast(draw, program, feeds=()):
    request = json.loads(reading(draw, program))["request"]
    request.pop("what_if", None)
    request.pop("date", None)
    days = draw.random.choice([1, 10, 40, 75])
    if draw.chance(0.3):
        known = [m for m in program["metrics"] if draw.chance(0.7)]
        first = -draw.random.choice([0, 5, 29, 60, 119])
        request["history"] = [{"date": day(at), "metrics": {m["id"]: counts_of(draw, m) for m in known}} for at in range(first, 1)]
    if draw.chance(0.3):
        request["known"] = [{"on": day(-draw.random.randint(0, 29)), "metric": draw.random.choice(program["metrics"])["id"], "bad": draw.random.randint(1, 3)}]
    if draw.chance(0.6):
        request["scenario"] = scenario(draw, program, days)
    if "cycle" in program and draw.chance(0.6):
        request["enrolment"] = {**request.get("enrolment", {}), **enrolment(draw, program, "2026-09")}
    for feeding in feeds:
        fed = json.loads(reading(draw, feeding))["request"]
        request["feeds"] = [{key: value for key, value in fed.items() if key not in ("what_if", "date")}]
    if draw.chance(0.4):
        request.update(paths=draw.random.choice([1, 33, 64]), seed=draw.random.randint(0, 10**9 - 1))
    return line("forecast", request={**request, "as_of": day(0), "until": day(days)})


def feeders(program, others):
    """The newest edition of each program whose score feeds this one's metrics, also where an old edition of these refuses its scale."""
    fed = {m["fed_by"]["program"] for m in program["metrics"] if "fed_by" in m} - {program["program"]}
    return [[other for other in others if other["program"] == one][-1] for one in sorted(fed)][:1]


def month(year, number):
    return f"{year + (number - 1) // 12}-{(number - 1) % 12 + 1:02}"


def enrolment(draw, program, start):
    """The dates of one way in, rising, and sometimes its counters."""
    entry = draw.random.choice(program["cycle"]["entries"])
    whole = entry["phase"] in ("formal", "recovery") and len(entry["fields"]) == 1
    days = sorted(1 if whole else draw.random.randint(1, 28) for _ in entry["fields"])
    fields = {field: f"{start}-{day:02}" for field, day in zip(entry["fields"], days)}
    fields.update({field: draw.random.randint(0, 1) for field in entry.get("counts", {}).values() if draw.chance(0.5)})
    return fields


def months(draw, program, year, first):
    given = []
    for number in range(first, first + draw.random.choice([0, 3, 6, 24])):
        if draw.chance(0.1):
            continue
        one = {"month": month(year, number)}
        if draw.chance(0.3):
            one.update(metrics=draw.metrics(program, 0.9), profile={"targets": draw.targets(program)})
        else:
            one["met"] = draw.chance(0.6)
        given.append(one)
    return given


def course(draw, program):
    year, first = int(program["edition"][:4]), draw.random.randint(1, 12)
    request = {"program": program["program"], "edition": program["edition"], "enrolment": enrolment(draw, program, month(year, first))}
    if draw.chance(0.2):
        request["enrolment"]["downgrades"] = draw.random.randint(0, 3)
    request["enrolment"].update(draw.words(program))
    request["months"] = months(draw, program, year, first + draw.random.choice([0, 0, 1, 2, 4, 5]))
    if draw.chance(0.3):
        request["date"] = month(year, first + draw.random.randint(0, 8)) + "-15"
    request["until"] = month(year, first + draw.random.randint(9, 30)) + "-28"
    return line("timeline", request=request)


def drawn():
    draw = Draw(SEED)
    lines = []
    for program in documents():
        lines += [reading(draw, program) for _ in range(20)]
        others = [other["edition"] for other in documents() if other["program"] == program["program"]]
        lines += [comparison(draw, program, others) for _ in range(10)]
        lines += [plan(draw, program) for _ in range(6)]
        if "cycle" in program:
            lines += [course(draw, program) for _ in range(20)]
    for program in documents():
        lines += [forecast(draw, program, feeders(program, documents())) for _ in range(6)]
    for program in documents():
        lines += [weighed_plan(draw, program) for _ in range(3)]
    return lines


def main():
    if "--cases" in sys.argv:
        print("\n".join(cases(sorted(PROGRAMS.glob("*/*.cases.json"))) + whole_documents()))
        return
    lines = catalog() + cases(sorted((ROOT / "tests" / "conformance").glob("*.json"))) + examples() + refused() + drawn()
    lines = list(dict.fromkeys(lines))
    (pathlib.Path(__file__).parent / "requests.ndjson").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} requests")


if __name__ == "__main__":
    main()
