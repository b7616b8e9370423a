#!/usr/bin/env python3
"""Marks an archive of JSON lines on a cluster of Dask: whowhen --batch as the map step.

    whowhen_dask.py --scheduler tcp://HOST:8786 archive.jsonl out/ [-- whowhen --batch ...]

The archive, which all workers see at the same path, is divided into partitions at the
ends of lines.  Each is one task: a worker hands the partition to `whowhen --batch` and
writes what comes back to out/part-00000.jsonl under another name first, so that a part
is there as a whole or not at all.  When a worker dies, Dask gives its task to another
one, which writes the same part again: nothing is lost, and nothing is there twice.

Lines that are no requests are told on standard error, by their parts; the exit status
is then 2, as that of whowhen.
"""
import argparse
import os
import subprocess
import sys
import uuid

from distributed import Client, as_completed


def partitions(path, size):
    """Divides a file into ranges of about `size` bytes that end with a line."""
    total = os.path.getsize(path)
    start = 0
    with open(path, "rb") as archive:
        while start < total:
            archive.seek(min(start + size, total))
            archive.readline()
            end = archive.tell()
            yield start, end
            start = end


def mark(command, path, start, end, part):
    """Runs on a worker: marks one partition and writes its part; returns what was told."""
    with open(path, "rb") as archive:
        archive.seek(start)
        lines = archive.read(end - start)
    run = subprocess.run(command, input=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # 2: some lines were no requests, and were left out.
    if run.returncode not in (0, 2):
        raise RuntimeError(f"{command[0]} ended with {run.returncode}: {run.stderr[:500]!r}")
    unfinished = f"{part}.{uuid.uuid4().hex}"
    with open(unfinished, "wb") as out:
        out.write(run.stdout)
    os.replace(unfinished, part)
    return os.path.basename(part), run.stderr.decode("utf-8", "replace")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scheduler", required=True, help="its address")
    parser.add_argument("--size", type=int, default=16 << 20, help="bytes of a partition")
    parser.add_argument("archive")
    parser.add_argument("out")
    parser.add_argument("command", nargs="*", default=["whowhen", "--batch"])
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    archive, out = os.path.abspath(options.archive), os.path.abspath(options.out)
    status = 0
    with Client(options.scheduler) as client:
        tasks = [
            client.submit(mark, options.command, archive, start, end,
                          os.path.join(out, f"part-{number:05}.jsonl"), pure=False)
            for number, (start, end) in enumerate(partitions(archive, options.size))
        ]
        for task in as_completed(tasks):
            part, told = task.result()
            if told:
                status = 2
                sys.stderr.write(f"{part}:\n{told}")
    return status


if __name__ == "__main__":
    sys.exit(main())
