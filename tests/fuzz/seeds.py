#!/usr/bin/env python3
"""Writes the seeds of the fuzz targets: seeds.py FOLDER makes FOLDER/check, FOLDER/assess and FOLDER/timeline.

Requests are those of the cases and of the golden replies. Documents are the shipped ones and those of the tests, thinned out: each text cut to
a letter and each table to three rows, so that a run gets through many. Each thin document also stands inline in requests.
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / "core" / "programs"
LONGEST = 3000  # bytes of a request; longer ones are slow and say nothing more


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def thin(value, key=""):
    if isinstance(value, dict):
        if set(value) == {"zh-CN", "en"}:
            return {"zh-CN": "字", "en": "x"}
        if key == "words":
            return value
        return {name: thin(member, name) for name, member in value.items() if name not in ("note", "advice", "questions", "where", "clock", "window")}
    if isinstance(value, list):
        return [thin(item) for item in (value[:3] if key == "rows" else value)]
    return value


def thin_document(document):
    """Three rows of a table no longer use all of its words."""
    thinned = thin(document)
    for table in thinned.get("rows", []):
        used = {word for row in table["rows"] for word in row if isinstance(word, str)}
        for key in ("words", "same"):
            if key in table:
                table[key] = {word: member for word, member in table[key].items() if word in used}
        for key in ("any", "others"):
            if key in table:
                table[key] = [word for word in table[key] if word in used]
    for metric in thinned["metrics"]:
        metric["where"] = metric["what"]
    for path in thinned.get("profile_texts", {}).values():
        path["where"] = path["title"]
    thinned["questions"] = []
    return thinned


def shipped():
    """(document, its requests by function) of each edition."""
    for path in sorted(PROGRAMS.glob("*/*.json")):
        if path.name.count(".") == 1:
            yield read(path), cases(read(path.with_name(path.stem + ".cases.json")))


def of_tests():
    for path in sorted((ROOT / "tests" / "api" / "features").glob("*.json")):
        file = read(path)
        if isinstance(file, dict):  # a list of cases has no document of its own
            yield file["document"], cases(file["cases"])
    for path in (ROOT / "tests" / "rules" / "good.json", ROOT / "tests" / "rules" / "full.json"):
        yield read(path), []


def cases(list_):
    return [(case["function"], case["request"]) for case in list_]


def golden():
    lines = (ROOT / "tests" / "golden" / "requests.ndjson").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    return [(one["function"], one["text"] if "text" in one else text(one["request"])) for one in asked]


def seeds():
    wanted = {"check": [], "assess": [], "timeline": []}
    for of_file, inline in ((shipped(), 3), (of_tests(), 100)):
        for document, requests in of_file:
            document = thin_document(document)
            wanted["check"].append(text(document))
            for function in ("assess", "timeline"):
                mine = [request for name, request in requests if name == function]
                wanted[function] += [text(request) for request in mine if "program" in request]
                for request in mine[:inline]:
                    wanted[function].append(text({**{key: value for key, value in request.items() if key != "edition"}, "program": document}))
    for function, request in golden():
        if function in ("assess", "timeline") and len(request) < LONGEST:
            wanted[function].append(request)
    return {target: list(dict.fromkeys(list_)) for target, list_ in wanted.items()}


def main():
    folder = pathlib.Path(sys.argv[1])
    for target, list_ in seeds().items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for old in (folder / target).iterdir():
            old.unlink()
        for number, one in enumerate(list_):
            (folder / target / f"{number:04}.json").write_text(one, encoding="utf-8")
        print(f"{target}: {len(list_)} seeds, {sum(map(len, list_))} characters")


main()
