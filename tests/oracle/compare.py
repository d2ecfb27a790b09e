"""Engine's reply against the oracle's: the first member that differs, numbers as exact decimals."""
from exact import is_number, printed

# Words about where a number comes from, and echoes of the document: golden and case tests look at those.
ANYWHERE = {"source", "table", "row", "input", "anchor", "trend", "change", "worst", "assumptions", "warnings", "sources"}


def kept(value, path):
    """The reply without what is not compared. `status` of a part is provenance; of the reply it is the result."""
    if isinstance(value, dict):
        skip = ANYWHERE if path == "" else ANYWHERE | {"status"}
        parts = {key: kept_member(key, part, f"{path}/{key}") for key, part in value.items() if key not in skip}
        return {key: part for key, part in parts.items() if key != "needs" or part}
    if isinstance(value, list):
        return [kept(part, f"{path}/{i}") for i, part in enumerate(value)]
    return value


def kept_member(key, part, path):
    """Margins are display figures of 6 digits."""
    return needs_of(part) if key == "needs" else printed(part) if key == "margin" else kept(part, path)


def needs_of(needs):
    """As a set, and without the hints of `exact` gates how an estimate could become exact."""
    return sorted({need for need in needs if not need.startswith(("given.", "profile.weights.", "profile.method", "profile.tables"))})


def difference(expected, actual, path=""):
    """(path, expected, actual) of the first difference, or None."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in list(expected) + [key for key in actual if key not in expected]:
            if key not in actual or key not in expected:
                return f"{path}/{key}", expected.get(key, "(absent)"), actual.get(key, "(absent)")
            found = difference(expected[key], actual[key], f"{path}/{key}")
            if found:
                return found
        return None
    if isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            return path, expected, actual
        return next((found for i, pair in enumerate(zip(expected, actual)) if (found := difference(*pair, f"{path}/{i}"))), None)
    same = expected == actual and is_number(expected) == is_number(actual) and isinstance(expected, bool) == isinstance(actual, bool)
    return None if same else (path, expected, actual)


def compare_replies(expected, reply):
    """`expected`: the oracle's value, or the code of a refusal."""
    if isinstance(expected, str) or not reply["ok"]:
        seen = "(refused)" if not reply["ok"] else "(accepted)"
        wanted = expected if isinstance(expected, str) else "(accepted)"
        return None if isinstance(expected, str) and not reply["ok"] else ("/ok", wanted, seen)
    wanted, seen = kept(expected, ""), kept(reply["value"], "")
    for side in (wanted, seen):
        if "missing" in side:
            side["missing"] = sorted(side["missing"])
        if "standing" in side or "phases" in side:
            side.pop("basis", None)
    return difference(wanted, seen)
