"""The shop's own numbers, and the platform's tables that give them by category and type of store."""
from . import numbers


def write_profile(page):
    texts = page.document.find("profile_texts")
    if texts is None or not texts.members:
        return
    page.heading(2, page.say("profile.title"))
    page.block(page.say("profile.intro"))
    given = {path for table in page.document.find("rows", []) for path in table.members["gives"]}
    rows = []
    for path, part in texts.take_all().items():
        where = page.text(part.take("where"))
        rows.append([page.title(part), page.say("profile.in_table", where=where) if path in given else where])
    page.table([page.say("profile.number"), page.say("page.about.where")], rows)
    page.flush_notes()


def write_rows(page):
    for table in page.document.find("rows", []):
        page.heading(2, title(page, table))
        count = len(table.take("rows"))
        page.block(page.stated(page.say("rows.intro", count, n=str(count)), table))
        lines = readings(page, table)
        if lines:
            page.bullets(lines)
        head = [page.say(f"enrolment.{field}") for field in table.take("by")] + gives_titles(page, table)
        rows = [row_cells(page, table, row) for row in table.take("rows")]
        page.table(head, rows, range(len(table.take("by")), len(head)))
        page.flush_notes()


def title(page, table):
    return page.say("rows.title", fields=page.words.listed([page.say(f"enrolment.{field}") for field in table.take("by")]))


def gives_titles(page, table):
    titles = []
    for path in table.take("gives"):
        kind, _, node = path.partition(".")
        is_weight = kind == "weights"
        titles.append(page.say("page.grounds.weight_of", name=page.nodes[node]) if is_weight else page.profile_title(path))
    return titles


def readings(page, table):
    """How words of the table are to be read that stand for others."""
    lines = [page.say(f"rows.{kind}", words=page.words.quoted([page.word(word) for word in table.take(kind)]))
             for kind in ("any", "others") if kind in table]
    if "same" in table:
        same = table.take("same")
        for word, others in same.take_all().items():
            names = [page.store_type(other) for other in others if page.has_text(f"store_type.{other}") or not other.isascii()]
            if names:  # the others are ids that requests use
                lines.append(page.say("rows.same", word=page.word(word), others=page.words.quoted(names)))
    table.take("words").take_all()
    return lines


def row_cells(page, table, row):
    width = len(table.take("by"))
    words = [page.say("rows.all") if word is None else page.word(word) for word in row[:width]]
    return words + [cell(page, path, value) for path, value in zip(table.take("gives"), row[width:])]


def cell(page, path, value):
    if value is None:
        return page.say("rows.not_assessed")
    if value == "positive":
        return page.say("page.positive")
    is_rate = path.startswith("weights.") or page.units.get(path) == "rate"
    return numbers.percent(value) if is_rate else numbers.show(value)
