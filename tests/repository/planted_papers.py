"""What the checks of papers.py must report, and what they must let pass, as in violations.py."""
import json
import pathlib
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]

TEXTS = "core/api/texts"
FORMAT, FORMAT_ZH = "core/rules/FORMAT.md", "core/rules/FORMAT.zh-CN.md"
SCHEMA = "core/rules/schema/program.schema.json"
ENGLISH_PAGE = "# A\n\n| what | how |\n|---|---|\n| `one` | 1 |\n| `two` | 2 |\n"


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def without(name, words):
    """The text of a file, but for these words, which stand in it."""
    assert words in text_of(name), f"{name} does not have {words}"
    return text_of(name).replace(words, "")


def laid(*names):
    """Lays files of the repository into a tree, as they are."""

    def lay(root):
        for name in names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)

    return lay


def written(name, text):
    def lay(root):
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(text, encoding="utf-8")

    return lay


def with_text(key, text):
    return json.dumps({**json.loads(text_of(f"{TEXTS}/en.json")), key: text})


def glossary(chinese):
    return f"## Glossary\n\n| term | 中文 | meaning |\n|---|---|---|\n| profile | {chinese} | own numbers (没有的词) |\n\n## Next\n"


PAPER_TREES = {
    "texts_listed": laid(f"{TEXTS}/README.md", f"{TEXTS}/en.json"),
    "format_names_all": laid(FORMAT, FORMAT_ZH, SCHEMA),
    "tables_alike": written("docs/a.md", ENGLISH_PAGE),
    "glossary_as_written": laid(f"{TEXTS}/zh-CN.json"),
    "oracle_files_listed": written("tests/oracle/exact.py", ""),
}

PAPERS_PLANTED = {
    "texts_listed": (
        [
            (f"{TEXTS}/README.md", without(f"{TEXTS}/README.md", "`reason.`")),
            (f"{TEXTS}/README.md", without(f"{TEXTS}/README.md", "| `request.date` | `value` |\n")),
            (f"{TEXTS}/README.md", without(f"{TEXTS}/README.md", "| warning `stale` | `newest` |\n")),
            (f"{TEXTS}/README.md", text_of(f"{TEXTS}/README.md") + "| `request.gone` | `value` |\n"),
            (f"{TEXTS}/en.json", with_text("unheard_of.a", "A.")),
            (f"{TEXTS}/en.json", with_text("issue.request.date", "{value} of {unheard_of}")),
            (f"{TEXTS}/en.json", with_text("warning.unheard_of", "{value}")),
        ],
        [
            (f"{TEXTS}/README.md", text_of(f"{TEXTS}/README.md")),
            (f"{TEXTS}/en.json", with_text("warning.unheard_of", "Nothing to say.")),
            (f"{TEXTS}/en.json", with_text("page.unheard_of", "{value}")),
        ],
    ),
    "format_names_all": (
        [
            (FORMAT, without(FORMAT, "`half_even`")),
            (FORMAT_ZH, without(FORMAT_ZH, "`half_even`")),
            (FORMAT_ZH, without(FORMAT_ZH, "`last_seen`").replace('"last_seen"', "")),
            (SCHEMA, text_of(SCHEMA).replace('"half_even"', '"half_even", "half_odd"')),
            (SCHEMA, text_of(SCHEMA).replace('"last_seen": {', '"first_seen": {}, "last_seen": {', 1)),
        ],
        [(FORMAT, text_of(FORMAT)), (SCHEMA, text_of(SCHEMA))],
    ),
    "tables_alike": (
        [
            ("docs/a.zh-CN.md", "# 甲\n\n| 什么 | 怎样 |\n|---|---|\n| `one` | 1 |\n"),
            ("docs/a.zh-CN.md", "# 甲\n\n| 什么 | 怎样 |\n|---|---|\n| `two` | 2 |\n| `one` | 1 |\n"),
            ("docs/a.zh-CN.md", "# 甲\n\n| 什么 | 怎样 |\n|---|---|\n| `one` | 1 |\n| `two` |\n"),
        ],
        [
            ("docs/a.zh-CN.md", "# 甲\n\n| 什么 | 怎样 |\n|---|---|\n| 甲（`one`） | 一 |\n| `two` | `2` |\n"),
            ("docs/a.zh-CN.md", "# 甲\n\n| 什么 | 怎样 |\n|---|---|\n| `one` | 1 |\n| `two` | 2 |\n\n```text\n| `three` | 3 |\n```\n"),
        ],
    ),
    "glossary_as_written": (
        [("ARCHITECTURE.md", glossary("没有的词")), ("ARCHITECTURE.md", glossary("店铺 (考没有的词)"))],
        [("ARCHITECTURE.md", glossary("店铺")), ("ARCHITECTURE.md", glossary("没有的词 (–)")), ("ARCHITECTURE.md", glossary("–"))],
    ),
    "oracle_files_listed": (
        [
            ("tests/oracle/README.md", "| files | job |\n|---|---|\n| `dates` | days |\n"),
            ("tests/oracle/README.md", "| files | job |\n|---|---|\n| `exact`, `dates` | days |\n"),
            ("tests/oracle/README.md", "`exact`\n\n| files | job |\n|---|---|\n"),
        ],
        [("tests/oracle/README.md", "| files | job |\n|---|---|\n| `exact` | fractions, as `dates` |\n")],
    ),
}
