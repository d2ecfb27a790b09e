"""A Markdown page in one language, while it is written: headings, lists, tables, marks of sources, notes."""
import re
from collections import Counter, defaultdict

from . import numbers
from .document import Part, parts
from .words import LANGUAGES

STATUSES = ("official", "reported", "inferred", "example", "assumed")
OPERATORS = ("at_least", "above", "at_most", "below")
MARKDOWN = re.compile(r"([\\`*_\[\]<>~$|])")


def escaped(text):
    """A text of a document as plain text in Markdown; GitHub reads ~ and $ too."""
    return MARKDOWN.sub(lambda match: match.group() if match.group() == "_" else "\\" + match.group(), text)


class Page:
    """`plain`: inside a comparison of two editions, where statuses are words without sources and notes."""

    def __init__(self, document, words, plain=False):
        self.document, self.words, self.plain = document, words, plain
        self.lines, self.headings = [], []
        self.notes, self.notes_said = [], 0
        self.marks = set()
        self.counted = set()
        self.by_status = Counter()
        self.by_source = defaultdict(Counter)
        self.sources = {source.take("id"): n for n, source in enumerate(document.find("sources", []), 1)}
        self.metrics = {metric.take("id"): metric for metric in document.find("metrics", [])}
        self.standards = {standard.take("id"): standard for standard in document.find("standards", [])}
        self.nodes = {}
        self.units = _units(document, self.metrics)
        document.find("texts")

    # Words

    def say(self, key, count=None, /, **params):
        return self.words.say(key, count, **params)

    def text(self, part):
        texts = {language: part.take(language) for language in LANGUAGES}
        return escaped(texts[self.words.language])

    def text_of(self, key):
        """A text of the document's own table, such as reason.<id>."""
        return self.text(self.document.take("texts").take(key))

    def has_text(self, key):
        return key in self.document.find("texts", {})

    def title(self, part):
        return self.text(part.take("title"))

    def metric_title(self, id):
        return self.title(self.metrics[id])

    def unit(self, metric):
        return self.metrics[metric].take("unit")

    def profile_title(self, path):
        return self.title(self.document.take("profile_texts").take(path))

    def store_type(self, word):
        return self.text_of(f"store_type.{word}") if self.has_text(f"store_type.{word}") else self.word(word)

    def word(self, word):
        """A word of the enrolment; in English with its name from the platform's table."""
        for table in self.document.find("rows", []):
            name = table.take("words").members.get(word)
            if name is not None and self.words.language == "en":
                return f"{escaped(name)} ({escaped(word)})"
        return escaped(word)

    def standard_titles(self, ids):
        return self.words.quoted([self.title(self.standards[id]) for id in ids])

    # Numbers

    def amount(self, value, unit="none"):
        """A number with its unit: 2%, 30 orders."""
        if unit == "rate":
            return numbers.percent(value)
        text = numbers.show(value)
        if f"amount.{unit}" in self.words:
            return self.say(f"amount.{unit}", abs(value), n=text)
        name = self.say(f"unit.{unit}")
        return self.words.join(text, " " if self.words.language == "en" and name else "", name)

    def figure(self, part, unit="none"):
        return self.amount(numbers.number_of(part.take("value")), unit) + self.mark(part, figure=True)

    def threshold(self, part, unit="none"):
        """A figure, or the shop's own number and what stands for it."""
        if "profile" not in part:
            return self.figure(part, unit)
        title = self.profile_title(part.take("profile"))
        default = part.find("default")
        if default is None:
            return self.say("threshold.own", title=title)
        return self.say("threshold.own_or", title=title, default=self.figure(default, unit))

    def span(self, low, high, unit="none"):
        if low is None and high is None:
            return self.say("span.any")
        if high is None:
            return self.say("span.from", low=self.amount(low, unit))
        if low is None:
            return self.say("span.to", high=self.amount(high, unit))
        return self.say("span", low=self.amount(low, "rate" if unit == "rate" else "none"), high=self.amount(high, unit))

    # Where a number comes from

    def mark(self, part, figure=False):
        """(official 1, note 2): what the text before it rests on."""
        basis = self.basis(part, figure)
        return self.say("mark", mark=basis) if basis else ""

    def basis(self, part, figure=False):
        status, source, note = part.find("status"), part.find("source"), part.find("note")
        number = None if source is None else self.sources[source]
        if part.pointer not in self.counted and (status or source):
            self.counted.add(part.pointer)
            self.by_source[source]["figures" if figure else "others"] += 1
            self.by_status[status, figure] += 1
        name = self.say(f"mark.{status}" if status is not None else "mark.source") if status or source else None
        if self.plain:
            return name if status is not None else ""
        said = []
        if name is not None:
            mark = name if number is None else f"{name} {number}"
            self.marks.add(mark)
            said.append(f"[{mark}]")
        if note is not None:
            said.append(self.say("mark.note", n=self.note(self.text(note))))
        return self.say("mark.and").join(said)

    def stated(self, text, part):
        """A sentence with its mark before the full stop."""
        stop = text[-1]
        return text[:-1] + self.mark(part) + stop if stop in ".。" else text + self.mark(part)

    def note(self, text):
        if text not in self.notes:
            self.notes.append(text)
        return str(self.notes.index(text) + 1)

    # Markdown

    def heading(self, level, text):
        self.headings.append((level, text))
        self.block("#" * level + " " + text)

    def block(self, text):
        self.lines += [text, ""]

    def bullets(self, items):
        """Texts, or (depth, text)."""
        pairs = [item if isinstance(item, tuple) else (0, item) for item in items]
        self.block("\n".join("  " * depth + "* " + text for depth, text in pairs))

    def run_on(self, lines):
        """Bullets as running text, for a cell of a table."""
        text = ""
        for _, line in [line if isinstance(line, tuple) else (0, line) for line in lines]:
            ended = text.rstrip("*").endswith((".", "。", ":", "："))
            between = self.say("sentences.mark" if ended else "list.semicolon")
            text += (between if text else "") + line
        return text.replace("**", "")

    def numbered(self, items):
        """(text, [bullets below it])."""
        lines = []
        for n, (text, below) in enumerate(items, 1):
            indent = " " * len(f"{n}. ")
            lines += [f"{n}. {text}"] + [f"{indent}* {line}" for line in below]
        self.block("\n".join(lines))

    def table(self, head, rows, numeric=()):
        """`numeric`: the columns that are aligned to the right."""
        marks = ["---:" if column in numeric else "---" for column in range(len(head))]
        self.block("\n".join("| " + " | ".join(cells) + " |" for cells in [head, marks, *rows]))

    def flush_notes(self):
        """The notes that the section just written has brought."""
        lines = [self.say("note", n=str(n), text=text) for n, text in enumerate(self.notes, 1) if n > self.notes_said]
        if lines:
            self.block(self.say("notes"))
            self.bullets(lines)
        self.notes_said = len(self.notes)

    def anchors(self):
        """(level, text, anchor) of each heading: GitHub numbers those that repeat."""
        seen, found = Counter(), []
        for level, text in self.headings:
            anchor = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
            found.append((level, text, f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor))
            seen[anchor] += 1
        return found

    def contents_here(self):
        """Where the links to the page's sections go, once all of them are known."""
        self.contents_at = len(self.lines)

    def markdown(self):
        sections = [(text, anchor) for level, text, anchor in self.anchors() if level == 2]
        contents = self.say("top.contents", links=" · ".join(f"[{text}](#{anchor})" for text, anchor in sections))
        sources = dict(sections)[self.say("sources.title")]
        lines = self.lines[:self.contents_at] + [contents, ""] + self.lines[self.contents_at:]
        return "\n".join(lines + [f"[{mark}]: #{sources}" for mark in sorted(self.marks)]).rstrip("\n") + "\n"


def _units(document, metrics):
    """The unit of each number of the profile: that of the metric or score which it is compared with."""
    units = {}
    for part in parts(document):
        metric = metrics.get(part.members.get("metric"))
        unit = metric.members["unit"] if metric else "points" if {"score", "node"} & set(part.members) else None
        compared = [part.members[operator] for operator in OPERATORS if operator in part.members]
        curve = part.members.get("curve")
        if isinstance(curve, Part):
            compared += [curve.members[end] for end in ("excellent", "poor") if end in curve.members]
        for threshold in compared:
            if unit and isinstance(threshold, Part) and "profile" in threshold:
                units[threshold.members["profile"]] = unit
    return units
