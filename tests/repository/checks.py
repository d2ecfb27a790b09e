"""What must hold for the repository's own text. Each check takes the root and returns the violations, one line each."""
import json
import os
import pathlib
import re
import subprocess

from papers import PAPER_CHECKS
from windows import windows_as_their_texts

MODULE_ORDER = ["base", "calendar", "rules", "scoring", "cycle", "outlook", "api", "cli"]
DECIDING = ["base", "calendar", "rules", "scoring", "cycle"]
SKIPPED_FOLDERS = {"build", "node_modules", "dist", ".git"}

COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^\s()\\]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL,
)


def files(root, folder, *suffixes):
    """The files below folder with one of the suffixes, in a fixed order."""
    found = []
    for parent, folders, names in os.walk(root / folder):
        folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
        found += [pathlib.Path(parent) / name for name in names if name.endswith(suffixes)]
    return sorted(found)


def lines(path):
    return enumerate(path.read_text(encoding="utf-8").split("\n"), 1)


def code_lines(path):
    """The numbered lines of a C++ file without comments and string literals, each with its original text."""
    text = path.read_text(encoding="utf-8")
    code = COMMENT_OR_STRING.sub(lambda match: "\n" * match.group().count("\n"), text)
    return [(number, line, full) for (number, full), line in zip(lines(path), code.split("\n"))]


def core_files(root):
    """Each C++ file of the core with the module it belongs to."""
    return [(p, p.relative_to(root).parts[1]) for p in files(root, "core", ".h", ".cpp")]


def at(root, path, number, what):
    return f"{path.relative_to(root)}:{number}: {what}"


def module_order(root):
    """Includes follow the order of the modules; WebAssembly's bindings see the api alone."""
    found = []
    for path in files(root, "core", ".h", ".cpp") + files(root, "wasm", ".h", ".cpp"):
        parts = path.relative_to(root).parts
        for number, line in lines(path):
            include = re.match(r'\s*#\s*include\s*"(?:core/(\w+)/)?', line)
            if not include:
                continue
            used = include.group(1)
            if parts[0] == "wasm":
                if used != "api" and '"wasm/' not in line:
                    found.append(at(root, path, number, f"wasm/ may include core/api/ alone: {line.strip()}"))
            elif used is None:
                found.append(at(root, path, number, f"include from the repository root: {line.strip()}"))
            elif used not in MODULE_ORDER or parts[1] not in MODULE_ORDER:
                found.append(at(root, path, number, f"a module without a place in the order: {line.strip()}"))
            elif MODULE_ORDER.index(used) > MODULE_ORDER.index(parts[1]):
                found.append(at(root, path, number, f"{parts[1]} must not use {used}"))
    return found


def no_platform_names(root):
    """Rules are data: no platform is named in code."""
    names = re.compile(r"douyin|tmall|taobao|tiktok|ebay|etsy", re.IGNORECASE)
    code = files(root, "core", ".h", ".cpp") + files(root, "wasm", ".h", ".cpp", ".ts") + files(root, "web/src", ".ts")
    return [
        at(root, path, number, f"names a platform: {line.strip()}")
        for path in code
        for number, line in lines(path)
        if names.search(line)
    ]


def exact_numbers(root):
    """No binary floating point where scores and verdicts are decided; nlohmann's SAX callback must name its parameter's type."""
    return [
        at(root, path, number, f"binary floating point: {full.strip()}")
        for path, module in core_files(root)
        if module in DECIDING
        for number, line, full in code_lines(path)
        if re.search(r"\b(double|float)\b", line) and not full.rstrip().endswith("// sax signature")
    ]


def months_in_calendar_alone(root):
    """Debian's libc++ for WebAssembly gets chrono's month arithmetic wrong; core/calendar alone knows how to live with it."""
    return [
        at(root, path, number, f"month arithmetic outside core/calendar: {full.strip()}")
        for path in files(root, "core", ".h", ".cpp") + files(root, "wasm", ".h", ".cpp")
        if path.relative_to(root).parts[1] != "calendar"
        for number, line, full in code_lines(path)
        if re.search(r"chrono::(months|years|month)\b|\byear_month", line)
    ]


def no_outside_world(root):
    """Only the command line reads files, clock, locale and environment."""
    outside = re.compile(
        r"\b[io]?fstream\b|<filesystem>|\bfopen\b|\bgetenv\b|\b(system|steady|high_resolution)_clock\b"
        r"|\bstd::locale\b|\bsetlocale\b|<iostream>"
    )
    return [
        at(root, path, number, f"reaches outside: {full.strip()}")
        for path, module in core_files(root)
        if module != "cli"
        for number, line, full in code_lines(path)
        if outside.search(line)
    ]


def same_on_every_platform(root):
    """Nothing whose result or order the platforms leave open (style §3)."""
    varying = re.compile(r"\bunordered_|\bstd::hash\b|\bshuffle\b|\blong\b|_distribution\b")
    return [
        at(root, path, number, f"differs between platforms: {full.strip()}")
        for path, _ in core_files(root)
        for number, line, full in code_lines(path)
        if varying.search(line)
    ]


def build_by_targets(root):
    """CMake: listed sources, flags on targets, sanitizers in presets."""
    banned = re.compile(
        r"file\s*\(\s*GLOB|-fsanitize|^\s*(add_compile_options|add_compile_definitions|add_definitions|include_directories"
        r"|link_libraries|link_directories|add_link_options)\s*\(|set\s*\(\s*CMAKE_CXX_FLAGS",
        re.IGNORECASE,
    )
    return [
        at(root, path, number, f"directory-wide or globbed: {line.strip()}")
        for path in files(root, ".", "CMakeLists.txt", ".cmake")
        for number, line in lines(path)
        if banned.search(line.split("#")[0])
    ]


def locked_without_hosts(root):
    """Lock files pin versions and checksums, and name no registry: the machine's own settings choose it."""
    return [
        at(root, path, number, "names a registry (npm config: omit-lockfile-registry-resolved)")
        for path in files(root, ".", "package-lock.json")
        for number, line in lines(path)
        if re.search(r'"resolved":\s*"https?:', line)
    ]


def one_version(root):
    """The version is that of CMakeLists.txt; packages have the same, or 0.0.0 where their build fills it in. The core spells none."""
    project = re.search(r"project\(\w+ VERSION ([\d.]+)", (root / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
    found = []
    for path in files(root, ".", "package.json", "package-lock.json"):
        package = json.loads(path.read_text(encoding="utf-8"))
        said = {package.get("version"), package.get("packages", {}).get("", {}).get("version")} - {None, "0.0.0"}
        if package.get("name", "").startswith("shopgauge") and said - {project}:
            found.append(f"{path.relative_to(root)}: version {', '.join(sorted(said))}, CMakeLists.txt says {project}")
    return found + [
        at(root, path, number, f"spells the version: {line.strip()}")
        for path in files(root, "core", ".h", ".cpp", ".txt") + files(root, "wasm", ".h", ".cpp", ".txt") + files(root, "cmake", ".cmake", ".in")
        for number, line in lines(path)
        if project in line
    ]


def formatted(root):
    """clang-format has nothing to change."""
    code = [p for folder in ("core", "wasm", "tests", "cmake") for p in files(root, folder, ".h", ".cpp")]
    if not code:
        return ["no C++ files found"]
    run = subprocess.run(
        ["clang-format-14", "--dry-run", f"--style=file:{root}/.clang-format", *map(str, code)],
        capture_output=True, text=True, check=False,
    )
    if run.returncode:
        return [run.stderr.strip()]
    badly = sorted({line.split(":")[0] for line in run.stderr.split("\n") if "-Wclang-format-violations" in line})
    return [f"{pathlib.Path(p).relative_to(root)}: run clang-format-14 -i" for p in badly]


def percent_without_space(root):
    """Texts for people write 95%, in both languages."""
    return [
        at(root, path, number, f"a space before the percent sign: {line.strip()}")
        for path in files(root, "core/programs", ".json") + files(root, "core/api/texts", ".json")
        if not path.name.endswith(".cases.json")
        for number, line in lines(path)
        if re.search(r"[\d}] %", line)
    ]


RULES_PAGES = pathlib.Path(__file__).resolve().parents[2] / "scripts/rules_pages"


def said_by_rules_pages(*arguments):
    run = subprocess.run([RULES_PAGES, *arguments], capture_output=True, text=True, check=False)
    return (run.stdout + run.stderr).strip().split("\n") if run.returncode else []


def rules_pages_current(root):
    """docs/rules is what scripts/rules_pages writes from the program documents."""
    return said_by_rules_pages("--check", "--root", root)


def rules_pages_drop_nothing(root):
    """The pages have words for the whole format: tests/rules/full.json uses all of it."""
    return said_by_rules_pages("--try", root / "tests/rules/full.json")


CHECKS = [
    module_order,
    no_platform_names,
    exact_numbers,
    months_in_calendar_alone,
    no_outside_world,
    same_on_every_platform,
    build_by_targets,
    locked_without_hosts,
    one_version,
    formatted,
    percent_without_space,
    rules_pages_current,
    rules_pages_drop_nothing,
    windows_as_their_texts,
    *PAPER_CHECKS,
]
