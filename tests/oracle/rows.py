"""The platform's own tables: which row a store has, and what numbers it gives."""
from refused import Refused


def names(table, word, given):
    return word == given or given in table.get("same", {}).get(word, [])


def named_beside(table, row, column, given):
    """Whether another row names the given word in this column, beside the same words to its left."""
    return any(
        other is not row and other[:column] == row[:column] and other[column] is not None and names(table, other[column], given)
        for other in table["rows"]
    )


def cell_matches(table, row, column, given):
    word = row[column]
    if given is None or word is None or word in table.get("any", []) or names(table, word, given):
        return True
    return word in table.get("others", []) and not named_beside(table, row, column, given)


def matching(table, enrolment):
    words = [enrolment.get(field) for field in table["by"]]
    return [row for row in table["rows"] if all(cell_matches(table, row, column, word) for column, word in enumerate(words))]


def numbers_of(table, row):
    return dict(zip(table["gives"], row[len(table["by"]):]))


def row_numbers(document, enrolment, in_profile):
    """{profile path: (number, "positive" or None for not assessed, status)} of every table that is asked."""
    found = {}
    for table in document.content.get("rows", []):
        if table["by"][0] not in enrolment:
            continue
        rows = matching(table, enrolment)
        if len(rows) > 1:
            if all(in_profile(path) for path in table["gives"]):
                continue
            raise Refused("enrolment.ambiguous")
        for row in rows:
            found.update({path: (value, table["status"]) for path, value in numbers_of(table, row).items()})
    return found
