"""Whether the windows that a forecast reads say what the texts beside them say. No case notices a changed window, so this does."""
import json
import re

LANGUAGES = ("zh-CN", "en")
MONTH = {"zh-CN": "自然月", "en": "month"}


def faults_of(metric, scales):
    """What is wrong with one metric's windows. `scales`: those of each program's editions, by the program's id."""
    found = []
    window = metric.get("rolls", metric.get("fed_by", {}))
    for language in LANGUAGES:
        text = metric.get("window", {}).get(language, "")
        if not agree(window, [int(number) for number in re.findall(r"\d+", text)], re.search(r"up to (\d+) days? before", text)):
            found.append(f"days and lag are not those of its window: {text}")
        if window.get("calendar") == "month" and MONTH[language] not in text.lower():
            found.append(f"its window names no month: {text}")
        if "below" in window and str(window["below"]) not in re.findall(r"\d+", metric["what"][language]):
            found.append(f"the limit is not that of its meaning: {metric['what'][language]}")
    if "fed_by" in metric:
        fed = scales.get(window["program"])
        if not fed:
            found.append(f"no program {window['program']} has a score")
        elif window["statistic"] != "days_below" and metric["range"] not in fed:
            found.append(f"its range is no scale of {window['program']}")
    return found


def agree(window, numbers, said):
    """The text begins with the number of days, and names the lag after it; or with the first and the last day: 15 to 104 days ago."""
    if "days" not in window:
        return True
    days, lag = window["days"], window.get("lag", 0)
    if said and int(said.group(1)) != lag:
        return False
    return numbers[:2] == [lag, lag + days - 1] or (numbers[:1] == [days] and (lag == 0 or lag in numbers[1:]))


def windows_as_their_texts(root):
    """Each metric's days, lag and feeding program are what its texts say, and such a program is shipped."""
    paths = sorted(path for path in root.glob("core/programs/*/*.json") if re.fullmatch(r"[-\d]+\.json", path.name))
    documents = {path: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    scales = {}
    for document in documents.values():
        if "score" in document:
            scales.setdefault(document["program"], []).append(document["score"]["scale"])
    return [
        f"{path.relative_to(root)}: {metric['id']}: {fault}"
        for path, document in documents.items()
        for metric in document.get("metrics", [])
        for fault in faults_of(metric, scales)
    ]
