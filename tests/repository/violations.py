"""For each check, texts that it must report and texts that it must let pass: a check that cannot fail proves nothing."""
import json
import pathlib
import re
import shutil
import subprocess

from planted_papers import PAPERS_PLANTED, PAPER_TREES

ROOT = pathlib.Path(__file__).resolve().parents[2]

# A document of a program, and one that uses the whole format.
DOCUMENT = max(path for path in ROOT.glob("core/programs/*/*.json") if re.fullmatch(r"[-\d]+\.json", path.name))
EDITION = DOCUMENT.relative_to(ROOT).as_posix()
TEXT = DOCUMENT.read_text(encoding="utf-8")
VERSION = re.search(r"VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8").split("project(")[1]).group(1)
FULL = (ROOT / "tests/rules/full.json").read_text(encoding="utf-8")


def with_other_number(text):
    return re.sub(r'("value": )[\d.]+', r"\g<1>77", text, count=1)


def with_unknown_key(text):
    return text.replace('"title": {', '"unheard_of": 1, "title": {', 1)


def lay_rules_pages(root):
    """One program with its pages as they should be."""
    for folder in (DOCUMENT.parent.relative_to(ROOT), "core/api/texts"):
        shutil.copytree(ROOT / folder, root / folder)
    subprocess.run([ROOT / "scripts/rules_pages", "--root", root], check=True, stdout=subprocess.DEVNULL)


def with_window(zh="近 30 天", en="The last 30 days", **members):
    """A document of one metric; it has a score of 0 to 100 itself."""
    metric = {"id": "a", "range": [0, 100], "what": {"zh-CN": "低于 60 的天数", "en": "Days below 60"}, "window": {"zh-CN": zh, "en": en}, **members}
    return json.dumps({"program": "a", "metrics": [metric], "score": {"scale": [0, 100]}})


WINDOWED = "core/programs/a/2026-01-01.json"

# What the tree of a planted text holds besides, for checks that compare files with each other.
TREES = {
    "rules_pages_current": lay_rules_pages,
    "one_version": lambda root: shutil.copy(ROOT / "CMakeLists.txt", root),
    **PAPER_TREES,
}

# check: ([(path, violating text)…], [(path, harmless text)…])
PLANTED = {
    "module_order": (
        [
            ("core/base/a.cpp", '#include "core/calendar/date.h"\n'),
            ("core/cycle/a.h", '#include "core/api/engine.h"\n'),
            ("core/rules/a.h", '#include "model.h"\n'),
            ("core/rules/a.h", '#include "core/helpers/a.h"\n'),
            ("wasm/bindings.cpp", '#include "core/base/json.h"\n'),
        ],
        [
            ("core/cli/a.cpp", '#include <string>\n\n#include "core/api/engine.h"\n'),
            ("core/base/a.cpp", '#include "core/base/a.h"\n'),
            ("wasm/bindings.cpp", '#include "core/api/engine.h"\n'),
        ],
    ),
    "no_platform_names": (
        [
            ("core/api/a.cpp", "// as Douyin does\n"),
            ("wasm/a.cpp", 'auto x = "etsy";\n'),
            ("wasm/npm/src/a.ts", 'const x = "etsy";\n'),
            ("web/src/parts/a.ts", "const tiktok = 1;\n"),
        ],
        [("core/programs/a.json", '"douyin"\n'), ("web/src/generated/a.json", '"tmall"\n')],
    ),
    "exact_numbers": (
        [("core/base/a.h", "double x;\n"), ("core/cycle/a.cpp", "auto f(float x) -> int;  // sax\n")],
        [
            ("core/base/a.h", "// no double here\n/* a\nfloat */ int doubled;\n"),
            ("core/base/a.h", "bool number_float(double, const std::string& text);  // sax signature\n"),
            ("core/scoring/a.h", 'const char* k = "double";\n'),
            ("core/outlook/a.h", "double sample;\n"),
        ],
    ),
    "months_in_calendar_alone": (
        [
            ("core/cycle/a.cpp", "auto x = date + std::chrono::months{1};\n"),
            ("core/rules/a.h", "std::chrono::year_month m;\n"),
            ("wasm/a.cpp", "using std::chrono::year_month_day;\n"),
        ],
        [("core/calendar/a.cpp", "std::chrono::year_month m;\n"), ("core/cycle/a.cpp", "int months;\n")],
    ),
    "no_outside_world": (
        [
            ("core/base/a.cpp", "std::ifstream in;\n"),
            ("core/base/a.cpp", "#include <fstream>\n"),
            ("core/api/a.cpp", "#include <iostream>\n"),
            ("core/api/a.cpp", 'auto* home = getenv("HOME");\n'),
            ("core/cycle/a.cpp", "auto now = std::chrono::system_clock::now();\n"),
            ("core/rules/a.cpp", 'std::locale l("");\n'),
        ],
        [("core/cli/a.cpp", "#include <fstream>\n#include <iostream>\n"), ("core/api/a.cpp", "// no system_clock\n")],
    ),
    "same_on_every_platform": (
        [
            ("core/api/a.h", "std::unordered_map<int, int> m;\n"),
            ("core/base/a.h", "unsigned long x;\n"),
            ("core/cycle/a.cpp", "std::shuffle(a, b, c);\n"),
            ("core/rules/a.cpp", "std::hash<int> h;\n"),
        ],
        [("core/base/a.h", "// as long as it takes\nint longest;\n")],
    ),
    "build_by_targets": (
        [
            ("core/CMakeLists.txt", "file(GLOB sources *.cpp)\n"),
            ("CMakeLists.txt", "add_compile_options(-Wall)\n"),
            ("cmake/a.cmake", "target_compile_options(a PRIVATE -fsanitize=address)\n"),
            ("core/CMakeLists.txt", 'set(CMAKE_CXX_FLAGS "-O3")\n'),
        ],
        [("CMakeLists.txt", "target_include_directories(a PUBLIC .)  # never file(GLOB)\n")],
    ),
    "locked_without_hosts": (
        [("web/package-lock.json", '  "resolved": "https://registry.example/a.tgz"\n')],
        [
            ("web/package-lock.json", '  "integrity": "sha512-x"\n'),
            ("web/node_modules/a/package-lock.json", '  "resolved": "https://registry.example/a.tgz"\n'),
        ],
    ),
    "one_version": (
        [
            ("web/package.json", '{"name": "shopgauge-web", "version": "77.1.0"}\n'),
            ("web/package-lock.json", '{"name": "shopgauge-web", "packages": {"": {"version": "77.1.0"}}}\n'),
            ("core/api/a.cpp", f'auto version = "{VERSION}";\n'),
        ],
        [
            ("web/package.json", f'{{"name": "shopgauge-web", "version": "{VERSION}"}}\n'),
            ("wasm/npm/package.json", '{"name": "shopgauge", "version": "0.0.0"}\n'),
            ("tests/a/package.json", '{"name": "consumer", "version": "77.1.0"}\n'),
        ],
    ),
    "percent_without_space": (
        [("core/programs/a/2026-01-01.json", '{"en": "95 % of orders"}\n'), ("core/api/texts/en.json", '{"page.percent": "{number} %"}\n')],
        [
            ("core/programs/a/2026-01-01.json", '{"en": "95% of orders"}\n'),
            ("core/programs/a/2026-01-01.cases.json", '{"source": "95 % of orders"}\n'),
        ],
    ),
    "rules_pages_current": (
        [
            (EDITION, with_other_number(TEXT)),
            (EDITION, with_unknown_key(TEXT)),
            ("core/programs/another/2026-01-01.json", TEXT),
            ("docs/rules/README.md", "# Rules\n"),
            ("docs/rules/en/gone/2020-01-01.md", "# Gone\n"),
        ],
        [(EDITION, TEXT + "\n"), ("core/programs/another/2026-01-01.cases.json", "{}\n")],
    ),
    "rules_pages_drop_nothing": (
        [
            ("tests/rules/full.json", with_unknown_key(FULL)),
            ("tests/rules/full.json", FULL.replace('"event": "warned"', '"event": "unheard_of"', 1)),
            ("tests/rules/full.json", FULL.replace('"unit": "orders"', '"unit": "unheard_of"', 1)),
        ],
        [("tests/rules/full.json", FULL)],
    ),
    "windows_as_their_texts": (
        [
            (WINDOWED, with_window(rolls={"days": 31})),
            (WINDOWED, with_window(en="Lately", rolls={"days": 30})),
            (WINDOWED, with_window(zh="近 60 天", rolls={"days": 30})),
            (WINDOWED, with_window(rolls={"days": 30, "lag": 3})),
            (WINDOWED, with_window(zh="第 15 到 104 天前", en="15 to 104 days ago", rolls={"days": 90, "lag": 14})),
            (WINDOWED, with_window(en="The last 30 days, up to 1 day before the data's day", rolls={"days": 30})),
            (WINDOWED, with_window(rolls={"calendar": "month"})),
            (WINDOWED, with_window(fed_by={"program": "a", "statistic": "mean", "days": 7})),
            (WINDOWED, with_window(fed_by={"program": "b", "statistic": "mean", "days": 30})),
            (WINDOWED, with_window(range=[3, 5], fed_by={"program": "a", "statistic": "mean", "days": 30})),
            (WINDOWED, with_window(range=[3, 5], fed_by={"program": "a", "statistic": "last"})),
            (WINDOWED, with_window(fed_by={"program": "a", "statistic": "days_below", "below": 65})),
        ],
        [
            (WINDOWED, with_window(zh="当前", en="Now")),
            (WINDOWED, with_window(rolls={"days": 30})),
            (WINDOWED, with_window(rolls={"days": 30, "lag": 0})),
            (WINDOWED, with_window(zh="近 30 天，算到 3 天前", en="The last 30 days, up to 3 days ago", rolls={"days": 30, "lag": 3})),
            (WINDOWED, with_window(zh="第 15 到 104 天前", en="15 to 104 days ago", rolls={"days": 90, "lag": 15})),
            (WINDOWED, with_window(zh="自然月", en="Natural month", rolls={"calendar": "month"})),
            (WINDOWED, with_window(fed_by={"program": "a", "statistic": "mean", "days": 30})),
            (WINDOWED, with_window(range=[0, None], fed_by={"program": "a", "statistic": "days_below", "below": 60})),
            ("core/programs/a/2026-01-01.cases.json", "[]\n"),
        ],
    ),
    "formatted": (
        [("core/base/a.h", "int   x;\n"), ("tests/base/a.cpp", "int main( ) { }\n")],
        [("core/base/a.h", "int x;\n")],
    ),
    **PAPERS_PLANTED,
}
