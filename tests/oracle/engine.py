"""Asks the engine: requests in on one side of `COMMAND batch -`, one reply a line out on the other."""
import subprocess

from exact import read_json, write_json


def ask(command, requests):
    lines = "".join(write_json(request) + "\n" for request in requests)
    done = subprocess.run([command, "batch", "-"], input=lines, capture_output=True, text=True, check=False)
    replies = [read_json(line) for line in done.stdout.splitlines()]
    if len(replies) != len(requests):
        raise SystemExit(f"{command} batch gave {len(replies)} replies to {len(requests)} requests: {done.stderr[:500]}")
    return replies
