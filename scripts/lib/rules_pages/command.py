"""Writes docs/rules, or compares it with what the documents say now."""
import argparse
import pathlib
import re

from . import edition as edition_page
from . import index
from .document import DocumentError, read
from .words import LANGUAGES, Words, faults

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
PROGRAMS = pathlib.Path("core/programs")
PAGES = pathlib.Path("docs/rules")
EDITION = re.compile(r"\d{4}-\d{2}-\d{2}\.json")


def editions_of(root):
    """{program: [edition…]}, the oldest first."""
    found = {}
    for path in sorted((root / PROGRAMS).glob("*/*.json")):
        if EDITION.fullmatch(path.name):
            found.setdefault(path.parent.name, []).append(path.stem)
    return found


def render_file(root, path, words, other_words, before=None, after=None):
    """The page of one document; a fault names the document."""
    try:
        editions = (read(root / path.parent / f"{before}.json"), read(root / path)) if before else None
        return edition_page.render(read(root / path), words, other_words, before, after, path.as_posix(), editions)
    except DocumentError as fault:
        raise DocumentError(f"{path}: {fault}") from fault


def render_all(root):
    """{path below docs/rules: text}"""
    if faults():
        raise DocumentError("\n".join(faults()))
    programs, pages = editions_of(root), {}
    tables = [Words(root, language) for language in LANGUAGES]
    for words, other_words in zip(tables, reversed(tables)):
        documents = {}
        for program, editions in programs.items():
            for before, edition, after in zip([None, *editions], editions, [*editions[1:], None]):
                path = PROGRAMS / program / f"{edition}.json"
                pages[f"{words.language}/{program}/{edition}.md"] = render_file(root, path, words, other_words, before, after)
                documents.setdefault(program, []).insert(0, (edition, read(root / path)))
        pages[f"{words.language}/README.md"] = index.render(words, documents)
    pages["README.md"] = index.render_entrance(tables)
    return pages


def differences(root):
    """The files of docs/rules that are missing, stale or superfluous, one line each."""
    pages = render_all(root)
    there = {path.relative_to(root / PAGES).as_posix(): path for path in (root / PAGES).rglob("*") if path.is_file()}
    found = [f"{PAGES / name}: missing" for name in sorted(set(pages) - set(there))]
    found += [f"{PAGES / name}: superfluous" for name in sorted(set(there) - set(pages))]
    stale = [name for name in sorted(set(pages) & set(there)) if there[name].read_bytes() != pages[name].encode()]
    return found + [f"{PAGES / name}: stale" for name in stale]


def write(root):
    pages = render_all(root)
    for path in sorted((root / PAGES).rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(root / PAGES).as_posix() not in pages:
            path.unlink()
    for name, text in pages.items():
        path = root / PAGES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != text.encode():
            path.write_bytes(text.encode())
    return len(pages)


def try_document(path):
    """Renders a document that may lie anywhere, in every language: a fault if the pages would drop something of it."""
    tables = [Words(REPOSITORY, language) for language in LANGUAGES]
    for words, other_words in zip(tables, reversed(tables)):
        render_file(REPOSITORY, path, words, other_words)


def main(arguments):
    parser = argparse.ArgumentParser(prog="scripts/rules_pages", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; name what is not current, and exit 1")
    parser.add_argument("--try", dest="document", metavar="FILE", type=pathlib.Path,
                        help="write nothing; name what of this document the pages have no words for, and exit 1")
    parser.add_argument("--root", type=pathlib.Path, default=REPOSITORY,
                        help="another tree with core/programs, core/api/texts and docs/rules")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.document:
            try_document(chosen.document.resolve())
        elif chosen.check:
            found = differences(chosen.root)
            print("\n".join([*found, "run scripts/rules_pages"] if found else ["docs/rules is current"]))
            return 1 if found else 0
        else:
            print(f"{write(chosen.root)} files in {PAGES}")
        return 0
    except DocumentError as fault:
        print(fault)
        return 1
