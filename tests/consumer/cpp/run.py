#!/usr/bin/env python3
"""What `cmake --install` lays down, used by a program that has nothing else of this repository: the project beside this file.

usage: tests/consumer/cpp/run.py build/release
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PROGRAM, EDITION = "douyin-experience-score", "2026-09-08"
REQUEST = """{"program": "douyin-experience-score", "edition": "2026-09-08",
 "metrics": {"valid_paid_orders": 4000, "freight_insurance": true},
 "given": {"goods": 69, "logistics": 99, "service": 85}}"""


def run(*command, folder=None):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CMAKE_PREFIX")}
    return subprocess.run([str(one) for one in command], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def done(*command, folder=None):
    ran = run(*command, folder=folder)
    if ran.returncode:
        sys.exit(f"status {ran.returncode} of {' '.join(map(str, command))}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def expect(what, holds):
    if not holds:
        sys.exit(f"consumer: {what}")
    print(f"ok      {what}")


def installed(build, folder):
    """The prefix, moved after the installation: nothing in it may know where it was."""
    done("cmake", "--install", build, "--prefix", folder / "first")
    (folder / "first").rename(folder / "prefix")
    return folder / "prefix"


def check_files(prefix):
    found = {path.relative_to(prefix).as_posix() for path in prefix.rglob("*") if path.is_file()}
    wanted = {"bin/shopgauge", "lib/libshopgauge.a", "include/shopgauge/shopgauge.h", "share/shopgauge/schema/shopgauge.schema.json",
              "share/shopgauge/schema/program.schema.json", "share/shopgauge/texts/en.json", "share/shopgauge/texts/zh-CN.json",
              "share/doc/shopgauge/LICENSE", "lib/cmake/shopgauge/shopgaugeConfig.cmake",
              "lib/cmake/shopgauge/shopgaugeConfigVersion.cmake"}
    expect(f"{len(found)} files, among them all that are promised: {sorted(wanted - found) or 'none is missing'}", wanted <= found)
    editions = [path for path in (ROOT / "core/programs").glob("*/*.json") if re.fullmatch(r"[-\d]+\.json", path.name)]
    laid = {path for path in found if path.startswith("share/shopgauge/programs/")}
    expect("every edition is there, and no case",
           laid == {f"share/shopgauge/programs/{path.parent.name}/{path.name}" for path in editions} and len(laid) > 10)


def configured(prefix, folder, version="0.1"):
    return run("cmake", "-S", HERE, "-B", folder / "build", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DWANTED={version}")


def check_consumer(prefix, folder):
    for version in ("9.0", "0.2", "0.0"):
        expect(f"find_package(shopgauge {version}) finds none", "compatible with requested version" in configured(prefix, folder, version).stderr)
    configuring = configured(prefix, folder)
    expect(f"find_package(shopgauge 0.1) finds it {configuring.stderr}", configuring.returncode == 0)
    done("cmake", "--build", folder / "build")
    request = folder / "request.json"
    request.write_text(REQUEST, encoding="utf-8")
    ran = run(folder / "build/consumer", PROGRAM, EDITION, request, folder=folder)
    says = done(prefix / "bin/shopgauge", "assess", "--json", request, folder=folder)
    expect("it prints the reply that the command prints", ran.returncode == 0 and ran.stdout == says)
    expect("the score is that of README", '"score":{"value":82,' in says)
    version = done(prefix / "bin/shopgauge", "--version").strip()
    project = re.search(r"project\(ShopGauge VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
    expect(f"library, command and project are of version {version}", version == project and ran.stderr.startswith(f'{version} {{"ok":true'))


def check_readme():
    """What README tells embedders to write stands in the project beside this file."""
    told = re.search(r"^## In a C\+\+ program$(.*?)^## ", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL).group(1)
    blocks = dict(re.findall(r"```(cmake|cpp)\n(.*?)```", told, re.DOTALL))
    for kind, name in (("cmake", "CMakeLists.txt"), ("cpp", "main.cpp")):
        said = [line.strip() for line in blocks[kind].splitlines() if line.strip()]
        does = [line.strip() for line in (HERE / name).read_text(encoding="utf-8").replace("${WANTED}", "0.1").splitlines()]
        missing = [line for line in said if line not in does]
        expect(f"README's lines stand in {name}{': not ' + missing[0] if missing else ''}", said and not missing)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prefix = installed(sys.argv[1], folder)
        check_files(prefix)
        check_consumer(prefix, folder)
    check_readme()


main()
