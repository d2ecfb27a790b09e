#!/usr/bin/env python3
"""The command `batch` as others run it: split by GNU parallel, by threads, in little memory, into a closed pipe.

usage: tests/cli/batch.py SHOPGAUGE
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

COMMAND = os.path.abspath(sys.argv[1])
EDITION = ["--program", "douyin-experience-score", "--edition", "2026-09-08"]
MOST_MEMORY_MORE = 4.0  # MB, between few and many requests; what a batch holds is a few MB in all


def shell(script, folder, check=True):
    environment = dict(os.environ, PATH=f"{os.path.dirname(COMMAND)}:{os.environ['PATH']}", LC_ALL="C.UTF-8")
    run = subprocess.run(["bash", "-eu", "-c", script], cwd=folder, env=environment, capture_output=True,
                         text=True, check=False)
    if check and run.returncode:
        sys.exit(f"status {run.returncode} of:\n{script}\n{run.stdout}{run.stderr}")
    return run


def stores(count):
    draw = random.Random(20260908)
    for i in range(count):
        scores = [draw.randint(50, 100) for _ in range(3)]
        if i % 100 == 41:
            scores[1] = 101
        yield f"S{i}", draw.randint(40, 9000), scores


def write_lines(path, count):
    with open(path, "w", encoding="utf-8") as out:
        for i, (store, orders, (goods, logistics, service)) in enumerate(stores(count)):
            request = {"store": store, "program": EDITION[1], "edition": EDITION[3], "metrics": {"valid_paid_orders": orders},
                       "given": {"goods": goods, "logistics": logistics, "service": service}}
            out.write(json.dumps(request) + "\n" if i % 500 != 77 else "no request\n")


def write_table(path, count):
    with open(path, "w", encoding="utf-8") as out:
        out.write("store,valid_paid_orders,given.goods,given.logistics,given.service\n")
        for store, orders, (goods, logistics, service) in stores(count):
            out.write(f"{store},{orders},{goods},{min(logistics, 100)},{service}\n")


def expect(what, holds):
    if not holds:
        sys.exit(f"batch: {what}")
    print(f"ok      {what}")


def same(folder, first, second):
    return (folder / first).read_bytes() == (folder / second).read_bytes()


def check_parallel(folder):
    options = " ".join(EDITION)
    write_lines(folder / "requests.ndjson", 5000)
    write_table(folder / "stores.csv", 5000)
    shell("shopgauge batch requests.ndjson > whole || true; parallel --pipe --block 100k -j3 --keep-order shopgauge batch - "
          "< requests.ndjson > parts || true", folder)
    expect("GNU parallel over 5,000 lines gives the same bytes", same(folder, "whole", "parts"))
    expect("every line has its reply", len((folder / "whole").read_text(encoding="utf-8").splitlines()) == 5000)
    shell(f"shopgauge batch stores.csv {options} > whole; parallel --pipe --header : --block 20k -j3 --keep-order "
          f"shopgauge batch - --from csv {options} < stores.csv > parts", folder)
    expect("GNU parallel over 5,000 rows gives the same bytes", same(folder, "whole", "parts"))
    for form in ("", "--csv", "--csv --rank"):
        shell(f"shopgauge batch requests.ndjson {form} > whole || true; shopgauge batch requests.ndjson {form} --jobs 3 > parts "
              "|| true", folder)
        expect(f"three threads give the same bytes {form}", same(folder, "whole", "parts"))


# A process of its own, because a child's peak begins with that of the process that it was forked from.
MEASURE = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
usage = os.wait4(pid, 0)[2]
print(usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)
"""


def run(folder, *arguments):
    """Peak memory in MB, and seconds of work."""
    measured = subprocess.run([sys.executable, "-ISc", MEASURE, COMMAND, "batch", *arguments], cwd=folder, check=True,
                              capture_output=True, text=True).stdout
    memory, seconds = map(float, measured.split())
    return memory, seconds


def check_memory(folder):
    few, many = 2_000, 50_000
    for name, write in (("ndjson", write_lines), ("csv", write_table)):
        for count in (few, many):
            write(folder / f"{count}.{name}", count)
    for name, *options in (["ndjson"], ["ndjson", "--jobs", "2"], ["ndjson", "--csv"], ["csv", *EDITION], ["csv", "--csv", "--jobs", "2", *EDITION]):
        memory_of_few, _ = run(folder, f"{few}.{name}", *options)
        memory_of_many, seconds = run(folder, f"{many}.{name}", *options)
        what = " ".join([name, *[one for one in options if one not in EDITION]])
        expect(f"{what}: {memory_of_few:.1f} MB for {few:,}, {memory_of_many:.1f} MB for {many:,}; {many / seconds:,.0f} a second of work",
               memory_of_many < memory_of_few + MOST_MEMORY_MORE)
    # Ranking holds a few bytes for each store: the measure sees it, so it would see requests that are held.
    memory_of_few, _ = run(folder, f"{few}.csv", "--rank", *EDITION)
    memory_of_many, _ = run(folder, f"{many}.csv", "--rank", *EDITION)
    more = (memory_of_many - memory_of_few) * 1024 * 1024 / (many - few)
    expect(f"--rank holds {more:.0f} bytes for each store", MOST_MEMORY_MORE < memory_of_many - memory_of_few and more < 400)


def check_closed_output(folder):
    for ignored in ("", "trap '' PIPE; "):
        for jobs in ("1", "2"):
            begin = time.monotonic()
            run = shell(f"({ignored}exec shopgauge batch 50000.ndjson --jobs {jobs}) | head -n 1; exit ${{PIPESTATUS[0]}}", folder, check=False)
            quick = time.monotonic() - begin < 10
            expect(f"a closed output ends it quietly ({ignored or 'by the signal, '}{jobs} jobs)",
                   quick and run.stdout.count("\n") == 1 and run.returncode == (1 if ignored else 141) and "rror" not in run.stderr)
    full = shell("shopgauge batch 2000.ndjson > /dev/full", folder, check=False)
    expect("a full disk is no success", full.returncode == 1)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_parallel(folder)
        check_memory(folder)
        check_closed_output(folder)


main()
