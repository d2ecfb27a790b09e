#!/usr/bin/env python3
"""The oracle: a second implementation of program documents in exact fractions, set against the engine on random requests.

usage: run.py COMMAND [--readings N] [--histories N] [--jobs N] [--seed S] [--program ID] [--planted]

COMMAND is the executable `shopgauge`; requests go through `COMMAND batch -`. Without flags it is the short form, for every change;
the long one is `--readings 20000 --histories 2000 --jobs 2`. Numbers are per edition. A difference is shrunk and printed with both
values; exit 1.

Compared, as exact decimals: of `assess` status, reason, basis, the score with both ends and what is derived from it, nodes with
weights, contributions and why one is missing, adjustments, standards with margins, verdict, tier, look-back, gates with each of
their comparisons, what is missing and what would decide; of `timeline` phases, months, checks, events and standing.
Not compared: where a number comes from (sources, statuses, tables, rows, assumptions, and so the basis of a timeline), warnings,
the dearest parts (`worst`), `what_if`, trends, and how an `exact` gate could become exact. Those are words about the document;
goldens and cases hold them. The codes of refused requests belong to tests/api: a request that the engine refuses is left out and
counted, and too many of them fail the run.
`--planted` shows that a fault would be noticed: it changes one number of a document on the engine's side alone, sends that inline
and fails where no difference comes.
"""
import argparse
import contextlib
import itertools
import multiprocessing
import sys
import time
from collections import Counter

from document import documents
from draw_history import history
from draw_reading import reading
from draw_values import Draw
from engine import ask
from exact import write_json
from planted import plant
from shrink import place, shrink
from trial import AGREED, REFUSED, UNFORESEEN, judge

SEED = 20260908
READINGS, HISTORIES = 700, 350
CHUNK = 1000
MOST_REFUSED, MOST_UNFORESEEN = 0.10, 0.005
SHOWN = 5


def chunk(task):
    """Draws, asks and judges one part. Returns the counts and, of each place that differs, the shortest request."""
    name, kind, command, seed, count = task
    document = documents(name)[0]
    draw = Draw(document, seed)
    requests = [(history if kind == "histories" else reading)(draw) for _ in range(count)]
    counts, worst = Counter(), {}
    for request, reply in zip(requests, ask(command, requests)):
        result, difference = judge(document, request, reply)
        counts[result] += 1
        if difference:
            key = place(difference)
            worst[key] = min(worst.get(key, (request, difference)), (request, difference), key=lambda one: len(write_json(one[0])))
    return name, kind, counts, worst


def tasks(found, options):
    for document in found:
        for kind, count in (("readings", options.readings), ("histories", options.histories if document.cycle else 0)):
            for start in range(0, count, CHUNK):
                yield document.name, kind, options.command, f"{options.seed} {document.name} {kind} {start}", min(CHUNK, count - start)


def gather(parts):
    """The parts of one edition and kind together."""
    seen, differences = Counter(), {}
    for _, _, counts, worst in parts:
        seen.update(counts)
        for key, one in worst.items():
            differences[key] = min(differences.get(key, one), one, key=lambda pair: len(write_json(pair[0])))
    return seen, differences


def report(name, kind, counts, differences, command):
    """Prints one line, and what differs. True where all is well."""
    total = sum(counts.values())
    refused = counts[REFUSED] + counts[UNFORESEEN]
    print(f"{name}: {counts[AGREED]} of {total - refused} {kind} agreed, {refused} refused ({100 * refused / total:.1f} %)", flush=True)
    for key, (request, difference) in sorted(differences.items())[:SHOWN]:
        request, (path, wanted, seen) = shrink(documents(name)[0], command, request, difference)
        print(f"  differs at {path}\n    request {write_json(request)}\n    oracle  {shown(wanted)}\n    engine  {shown(seen)}")
    too_many = refused > MOST_REFUSED * total or counts[UNFORESEEN] > max(1, MOST_UNFORESEEN * total)
    if too_many:
        print(f"  too many refused: {refused} of {total}, of these {counts[UNFORESEEN]} that the oracle did not foresee")
    return not differences and not too_many


def shown(value):
    try:
        return write_json(value)
    except ValueError:
        return str(value)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("--readings", type=int, default=READINGS, help="per edition")
    parser.add_argument("--histories", type=int, default=HISTORIES, help="per edition with a cycle")
    parser.add_argument("--jobs", type=int, default=1, help="processes of the oracle; the engine has one of its own")
    parser.add_argument("--seed", default=str(SEED))
    parser.add_argument("--program", help="an id, or in quotes an id and an edition")
    parser.add_argument("--planted", action="store_true", help="plant faults and expect differences")
    return parser.parse_args()


def main():
    options = arguments()
    found = documents(options.program)
    if not found:
        sys.exit(f"no program {options.program}")
    print(f"seed {options.seed}", flush=True)
    start = time.monotonic()
    if options.planted:
        sys.exit(1 if plant(found, options.command, options.seed) else 0)
    parts = tasks(found, options)
    with multiprocessing.Pool(options.jobs) if options.jobs > 1 else contextlib.nullcontext() as pool:
        done = pool.imap(chunk, parts) if pool else map(chunk, parts)
        well = [report(*key, *gather(group), options.command) for key, group in itertools.groupby(done, key=lambda part: part[:2])]
    print(f"{sum(well)} of {len(well)} agree; {time.monotonic() - start:.0f} s; seed {options.seed}")
    sys.exit(0 if all(well) else 1)


if __name__ == "__main__":
    main()
