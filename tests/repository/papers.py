"""Whether papers that list what stands elsewhere list all of it: string tables, the schema of documents, translations, the glossary."""
import json
import re

LANGUAGES = ("zh-CN", "en")
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")


def text_of(path):
    return path.read_text(encoding="utf-8")


def rows_of(text):
    """The rows of a page's tables, each as its cells; samples left out."""
    return [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in FENCED.sub("", text).split("\n") if line.startswith("|")]


TEXTS = "core/api/texts"
# Their parameters stand in the row of the prefix `issue.`.
STAND_FOR_OTHERS = ("issue.program", "issue.other")


def listed_parameters(readme):
    """What the table of the string tables' page says: {"issue.<code>" or "warning.<code>": parameters}."""
    return {
        ("warning." if row[0].startswith("warning ") else "issue.") + code: set(CODE.findall(row[1]))
        for row in rows_of(readme.partition("| code | parameters |")[2])
        for code in CODE.findall(row[0])
    }


def texts_listed(root):
    """The string tables' page names every prefix, and every parameter that the text of an issue or warning has."""
    page = root / TEXTS / "README.md"
    if not page.is_file():
        return []
    readme, texts = text_of(page), json.loads(text_of(root / TEXTS / "en.json"))
    first_cells = " ".join(row[0] for row in rows_of(readme))
    listed = listed_parameters(readme)
    prefixes = dict.fromkeys(key.split(".")[0] + "." for key in texts)
    found = [f"no row of the prefix {prefix}" for prefix in prefixes if f"`{prefix}" not in first_cells]
    for key, text in texts.items():
        lacks = set(re.findall(r"\{(\w+)\}", text)) - listed.get(key, set())
        if key.startswith(("issue.", "warning.")) and key not in STAND_FOR_OTHERS and lacks:
            found.append(f"{key} has {', '.join(sorted(lacks))}, which its row does not")
    found += [f"{key} has a row and no text" for key in listed if key not in texts]
    return [f"{TEXTS}/README.md: {what}" for what in found]


FORMATS = ("core/rules/FORMAT.md", "core/rules/FORMAT.zh-CN.md")


def words_of_schema(node):
    """Every key that a document may have, and every word that may stand under one."""
    if isinstance(node, list):
        return {word for one in node for word in words_of_schema(one)}
    if not isinstance(node, dict):
        return set()
    keys = node["properties"] if isinstance(node.get("properties"), dict) else {}
    words = [*node.get("enum", []), node.get("const")]
    return {*keys, *(word for word in words if isinstance(word, str)), *words_of_schema(list(node.values()))}


def format_names_all(root):
    """FORMAT names every key and every word of the schema of program documents, in both languages."""
    schema = root / "core/rules/schema/program.schema.json"
    words = sorted(words_of_schema(json.loads(text_of(schema)))) if schema.is_file() else []
    return [
        f"{name}: does not name {word}"
        for name in FORMATS
        for word in words
        if not re.search(f'[`"]{re.escape(word)}[`"]', text_of(root / name))
    ]


def plain_code(cell):
    """Code without anything to translate in it."""
    return {code for code in CODE.findall(cell) if re.fullmatch(r"[\w./*-]+", code)}


def table_faults(english, chinese):
    if [len(row) for row in english] != [len(row) for row in chinese]:
        return [f"{len(english)} rows of tables in English, {len(chinese)} in Chinese, or rows of other lengths"]
    return [
        f"stands beside the English row of {', '.join(sorted(plain_code(one[0])))}: {other[0]}"
        for one, other in zip(english, chinese)
        if not plain_code(one[0]) <= plain_code(" ".join(other))
    ]


def tables_alike(root):
    """Each Chinese page has the rows of its English one's tables, in their order."""
    folders = [root / folder for folder in ("docs", "core/rules", "wasm/npm")]
    pages = [page for folder in folders for page in sorted(folder.glob("*.zh-CN.md"))]
    return [
        f"{page.relative_to(root)}: {fault}"
        for page in pages
        for fault in table_faults(rows_of(text_of(page.with_name(page.name.replace(".zh-CN.", ".")))), rows_of(text_of(page)))
    ]


def glossary_as_written(root):
    """The glossary's Chinese words stand in the string table or in a document, where it does not mark them with (–)."""
    page = root / "ARCHITECTURE.md"
    if not page.is_file():
        return []
    glossary = re.search(r"^## Glossary$(.*?)^## ", text_of(page), re.DOTALL | re.MULTILINE).group(1)
    written = "".join(text_of(path) for path in [root / TEXTS / "zh-CN.json", *root.glob("core/programs/*/*.json")])
    return [
        f"ARCHITECTURE.md: no text has {word}, the glossary's word of {row[0]}"
        for row in rows_of(glossary)[2:]
        if "(–)" not in row[1]
        for word in re.findall(r"[\u4e00-\u9fff]+", row[1])
        if word not in written
    ]


def oracle_files_listed(root):
    """The oracle's page says what each of its files is for."""
    page = root / "tests/oracle/README.md"
    if not page.is_file():
        return []
    listed = {code for row in rows_of(text_of(page)) for code in CODE.findall(row[0])}
    there = {path.stem for path in page.parent.glob("*.py")}
    return [f"tests/oracle/README.md: its table lacks or has too much: {name}" for name in sorted(listed ^ there)]


PAPER_CHECKS = [texts_listed, format_names_all, tables_alike, glossary_as_written, oracle_files_listed]
