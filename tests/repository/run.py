#!/usr/bin/env python3
"""Runs the checks of checks.py over the repository, each only after it has caught the violations planted for it."""
import pathlib
import shutil
import sys
import tempfile

from checks import CHECKS
from violations import PLANTED, TREES

ROOT = pathlib.Path(__file__).resolve().parents[2]


def found_in(check, path, text):
    """What the check says about a repository that holds this one file, and the tree that the check cannot do without."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        shutil.copy(ROOT / ".clang-format", root)
        if check.__name__ in TREES:
            TREES[check.__name__](root)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        return check(root)


def self_test(check):
    violating, harmless = PLANTED[check.__name__]
    missed = [f"does not catch, in {path}: {text!r}" for path, text in violating if not found_in(check, path, text)]
    wrong = [f"{line}  (is harmless)" for path, text in harmless for line in found_in(check, path, text)]
    return missed + wrong


def main():
    failed = 0
    for check in CHECKS:
        problems = self_test(check) or check(ROOT)
        failed += bool(problems)
        print(f"{'FAILED' if problems else 'ok':6}  {check.__name__}: {check.__doc__}")
        for problem in problems:
            print(f"        {problem}")
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
