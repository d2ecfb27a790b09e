"""What a document compares each metric with: the values at whose two sides a request is worth drawing."""
from document import figure, operator_of
from exact import ratio


class Interest:
    """`values`: by metric; `paths`: what the profile may give, with the subject that it is compared with."""

    def __init__(self, document):
        self.document = document
        self.values = {id: set() for id in document.metrics}
        self.counts = {id: set() for id in document.metrics}
        self.scores = set()
        self.paths = {}
        self.words = {}
        self.walk(document.content)
        for path, (kind, id) in self.paths.items():
            self.from_rows(path, kind, id)

    def walk(self, value):
        if isinstance(value, list):
            for part in value:
                self.walk(part)
        if not isinstance(value, dict):
            return
        if "enrolment" in value and "is" in value:
            self.words.setdefault(value["enrolment"], set()).add(value["is"])
        if any(key in value for key in ("at_least", "above", "at_most", "below")):
            self.comparison(value)
        if "curve" in value and "metric" in value:
            self.curve(value["metric"], value["curve"])
        if "bands" in value:
            self.scores.update(ratio(band["at_least"]) for band in value["bands"])
        if value.get("of") == "value" and "curve" in value:
            self.scores.update(ratio(row[0]) for row in value["curve"]["rows"])
        for part in value.values():
            self.walk(part)

    def comparison(self, value):
        subject = next(((kind, value[kind]) for kind in ("metric", "count_of", "sample_of", "node", "score") if kind in value), None)
        _, threshold = operator_of(value)
        if subject and isinstance(threshold, dict):
            self.threshold(subject, threshold)

    def threshold(self, subject, threshold):
        kind, id = subject
        if "profile" in threshold:
            self.paths.setdefault(threshold["profile"], subject)
            threshold = threshold.get("default")
        if threshold and kind == "metric":
            self.values[id].add(figure(threshold))
        if threshold and kind in ("count_of", "sample_of"):
            self.counts[id].add(figure(threshold))
        if threshold and kind in ("score", "node"):
            self.scores.add(figure(threshold))

    def curve(self, metric, curve):
        for knot in curve.get("knots", []):
            self.values[metric].add(ratio(knot[0]))
        for row in curve.get("rows", []):
            self.values[metric].update(ratio(end) for end in row[:2])
        for end in ("excellent", "poor"):
            if end in curve:
                self.threshold(("metric", metric), curve[end])

    def from_rows(self, path, kind, id):
        for table in self.document.content.get("rows", []):
            if path in table["gives"] and kind == "metric":
                column = len(table["by"]) + table["gives"].index(path)
                self.values[id].update(row[column] for row in table["rows"] if not isinstance(row[column], (str, type(None))))
