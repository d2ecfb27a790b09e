"""The words of one language: the string tables of the page and the command, and words.json for what they lack."""
import json
import pathlib
import re

from .document import DocumentError

LANGUAGES = ("zh-CN", "en")
OWN = json.loads((pathlib.Path(__file__).parent / "words.json").read_text(encoding="utf-8"))
PARAMETER = re.compile(r"\{(\w+)\}")
INNER = str.maketrans("“”", "‘’")  # quotes inside quotes
PLURAL = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def faults():
    """What is wrong with words.json: a language that is missing, parameters that differ."""
    found = []
    for key, texts in OWN.items():
        if tuple(texts) != LANGUAGES or not all(isinstance(text, str) for text in texts.values()):
            found.append(f"words.json: “{key}” needs a text in {' and '.join(LANGUAGES)}, in this order")
        elif len({frozenset(PARAMETER.findall(text)) for text in texts.values()}) > 1:
            found.append(f"words.json: “{key}” has other parameters in the other language")
    return found


class Words:
    def __init__(self, root, language):
        self.language = language
        table = root / "core/api/texts" / f"{language}.json"
        self.table = json.loads(table.read_text(encoding="utf-8"))
        both = sorted(set(self.table) & set(OWN))
        if both:
            raise DocumentError(f"words.json repeats keys of {table.name}: {', '.join(both)}")

    def __contains__(self, key):
        return key in OWN or key in self.table

    def say(self, key, count=None, /, **params):
        """The text of a key. `{a|b}` in it is the first word when count is 1, else the second."""
        if key in OWN:
            text = OWN[key][self.language]
        elif key in self.table:
            text = self.table[key]
        else:
            raise DocumentError(f"there are no words for “{key}”; add it to the string tables or to words.json")
        text = PLURAL.sub(lambda match: match.group(1 if count == 1 else 2), text)
        missing = set(PARAMETER.findall(text)) ^ set(params)
        if missing:
            raise DocumentError(f"“{key}” and its parameters do not fit: {', '.join(sorted(missing))}")
        parts = PARAMETER.split(text)
        for i in range(1, len(parts), 2):
            inside = parts[i - 1].endswith("“") and parts[i + 1].startswith("”")
            parts[i] = params[parts[i]].translate(INNER) if inside else params[parts[i]]
        return self.join(*parts)

    def join(self, *texts):
        """One text after the other. In Chinese a number or Latin word is set off from the characters by a space."""
        whole = ""
        for text in texts:
            if self.language == "zh-CN" and whole and text and _apart(whole[-1], text[0]):
                whole += " "
            whole += text
        return whole

    def listed(self, texts):
        return self.say("list.mark").join(texts)

    def quoted(self, texts):
        return self.listed([f"“{text.translate(INNER)}”" for text in texts])


def _apart(left, right):
    han = re.compile("[\u4e00-\u9fff]")
    latin = re.compile(r"[0-9A-Za-z%−]")
    return bool(han.match(left) and latin.match(right) or latin.match(left) and han.match(right))
