#!/usr/bin/env python3
"""Runs every code sample of the documentation, and refuses one that nothing runs. What a sample is stands above it:

<!-- file: NAME -->     a file that the samples after it use
<!-- run -->            a script, with `shopgauge` on the path; it must succeed, and say nothing on standard error
<!-- prints -->         what the script before it prints; a line … stands for any number of lines
<!-- in: PATH -->       it stands, word for word, in a file of the repository that tests run
<!-- by: PATH -->       that test, which names this page, runs all such blocks of it (blocks.mjs)
<!-- usage -->          calls of the repository's own scripts, which take such options
<!-- piece: PROGRAM/EDITION.json#/PLACE -->  a piece of a program document: that shipped one with the piece there is accepted by `check` (pieces.py)
<!-- program -->        a whole program document, accepted by `check`
<!-- request: VERB -->  a request to that command, answered; its {…} is the page's last program
<!-- words -->          no code

usage: tests/docs/samples.py SHOPGAUGE [--update]    --update writes what the scripts print into the pages
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from pieces import fault_of_piece, fault_of_request, refusal

ROOT = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(?:<!-- (?P<mark>[a-z]+)(?:: (?P<of>\S+))? -->\n)?(?P<fence>```(?P<language>[\w-]*)\n)(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def pages():
    """What docs/site/pages.mjs names, but for the rules, which scripts/rules_pages writes and which have no code."""
    listed = subprocess.run(["node", "-e", "import('./docs/site/pages.mjs').then(({pages}) => console.log(JSON.stringify(pages.map(({file}) => file))))"],
                            cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in json.loads(listed) if not name.startswith("docs/rules/")]


STAND_INS = ROOT / "tests/docs/stand_ins"


def runner(language, text):
    """What runs a sample, and what it reads."""
    if language == "python":
        return [sys.executable, STAND_INS / "spark.py"], text
    return ["bash", "-eu", "-c", text], None


def run_in(folder, command, language, text):
    path = f"{os.path.dirname(command)}:{STAND_INS}:{os.environ['PATH']}"
    environment = dict(os.environ, PATH=path, LC_ALL="C.UTF-8", SHOPGAUGE_ROOT=str(ROOT))
    arguments, reads = runner(language, text)
    return subprocess.run(arguments, cwd=folder, env=environment, input=reads, capture_output=True, text=True, check=False)


def outline(path):
    """Headings and samples of a page, without its words: the same in each language."""
    text = path.read_text(encoding="utf-8")
    samples = [(match["mark"], match["of"], match["mark"] not in ("prints", "by", "words") and match["text"].replace("--lang en ", "")) for match in FENCE.finditer(text)]
    return [len(marks) for marks in re.findall(r"^(#+) ", FENCE.sub("", text), re.MULTILINE)], samples


def translated(paths):
    """What a page's Chinese text lacks of its English one."""
    for path in paths:
        english = path.with_name(path.name.replace(".zh-CN.", "."))
        if english != path and outline(path) != outline(english):
            yield f"{path.relative_to(ROOT)}: its headings or samples are not those of {english.name}"


def as_pattern(text):
    return "".join(".*" if line == "…\n" else re.escape(line) for line in text.splitlines(keepends=True))


class Page:
    """Runs the samples of one page in a folder of its own, in their order."""

    def __init__(self, path, folder, command, update):
        self.path, self.folder, self.command, self.update = path, folder, command, update
        self.printed, self.document, self.problems, self.count = None, "{}", [], 0

    def sample(self, match):
        mark, of, text = match["mark"], match["of"] or match["language"], match["text"]
        self.count += 1
        kinds = {"file": self.file, "run": self.run, "prints": self.prints, "in": self.stands_in, "by": self.by, "usage": self.usage, "piece": self.piece,
                 "program": self.program, "request": self.request, "words": lambda of, text: None}
        at = self.path.read_text(encoding="utf-8")[:match.start()].count("\n") + 1
        problem = kinds[mark](of, text) if mark in kinds else "a sample that nothing runs: say above it what it is"
        if problem:
            self.problems.append(f"{self.path.relative_to(ROOT)}:{at}: {problem}")
        if mark == "prints" and self.update and "…\n" not in text:
            return f"<!-- prints -->\n{match['fence']}{self.printed}```"
        return match.group()

    def file(self, of, text):
        (self.folder / of).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / of).write_text(text, encoding="utf-8")

    def run(self, language, text):
        run = run_in(self.folder, self.command, language, text)
        self.printed = run.stdout
        # A pipe hides what fails before its last command, but not what it says.
        return f"status {run.returncode}: {run.stderr or run.stdout}" if run.returncode or run.stderr else None

    def prints(self, _, text):
        if self.update and "…\n" not in text:
            return None
        if self.printed is not None and re.fullmatch(as_pattern(text), self.printed, re.DOTALL):
            return None
        return f"it prints\n{self.printed}"

    def stands_in(self, of, text):
        return None if text in (ROOT / of).read_text(encoding="utf-8") else f"it does not stand in {of}"

    def by(self, test, _):
        names = (self.path.name, self.path.name.replace(".zh-CN.", "."))
        text = (ROOT / test).read_text(encoding="utf-8") if (ROOT / test).is_file() else ""
        # It is given all blocks that name it, and says how many these are.
        return None if "blocks_by(import.meta.url, " in text and any(name in text for name in names) else f"{test} does not run the blocks of this page"

    def usage(self, _, text):
        for line in text.splitlines():
            script, *options = line.split("#")[0].split()
            says = (ROOT / script).read_text(encoding="utf-8") if (ROOT / script).is_file() else ""
            unknown = [option for option in options if option not in says]
            if not says or unknown:
                return f"there is no {script} {' '.join(unknown)}"
        return None

    def piece(self, of, text):
        return fault_of_piece(self.command, of, text)

    def program(self, _, text):
        self.document = text
        return refusal(self.command, "check", text)

    def request(self, verb, text):
        return fault_of_request(self.command, verb, self.document, text)


def main():
    paths = pages()
    command, update = os.path.abspath(sys.argv[1]), "--update" in sys.argv
    problems, count = [], 0
    for path in paths:
        with tempfile.TemporaryDirectory() as name:
            page = Page(path, pathlib.Path(name), command, update)
            text = FENCE.sub(page.sample, path.read_text(encoding="utf-8"))
        if update:
            path.write_text(text, encoding="utf-8")
        problems += page.problems
        count += page.count
    problems += translated(paths)
    for problem in problems:
        print(problem)
    if problems or not count:
        sys.exit(1)
    print(f"{count} samples of {len(paths)} pages run")


if __name__ == "__main__":
    main()
