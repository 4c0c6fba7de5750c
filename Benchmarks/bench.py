#!/usr/bin/env python3
"""Measures `gatewright migrate` against what libyaml alone needs for the same files, and what
verifying adds to it.

Usage: bench.py GATEWRIGHT EVENTS FOLDER

Runs each over generated input and compares the median of the whole process with L, the time libyaml
takes, in the same minutes, to parse the input and the produced file to events. Leaves
with 1 where a limit is broken.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time

RUNS = 5
SMALL_RUNS = 4
SMALL, LARGE = 1_000, 10_000
TIMES_L = 8
PEAK_MB = 200
GROWTH_BEYOND_LINEAR = 1.15
# What verifying takes beside the migration itself, in the time of the migration without it.
VERIFYING = 3
HERE = pathlib.Path(__file__).parent
KILOBYTES_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1


def run(arguments, output, messages=subprocess.DEVNULL):
    """Wall time, processor time and peak memory in MB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=output, stderr=messages)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{arguments[0]} left with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KILOBYTES_PER_UNIT / 1024


class Sample:
    """The runs over one generated input, and what libyaml needs for the same files."""

    def __init__(self, count, folder):
        self.count = count
        self.source = folder / f"{count}.yaml"
        self.target = folder / f"{count}.out.yaml"
        self.report = folder / f"{count}.report.txt"
        self.runs, self.yardsticks, self.verified = [], [], []
        with self.source.open("wb") as file:
            subprocess.run(
                [sys.executable, HERE / "generate.py", str(count)], stdout=file, check=True)

    def measure(self, gatewright, events):
        """One more run of each."""
        with self.target.open("wb") as output, self.report.open("wb") as messages:
            arguments = [gatewright, "migrate", "--no-verify", self.source]
            self.runs.append(run(arguments, output, messages))
        self.yardsticks.append(run([events, self.source, self.target], subprocess.DEVNULL))

    def verify(self, gatewright):
        """One more run that also verifies what it writes."""
        with self.report.open("wb") as messages:
            arguments = [gatewright, "migrate", self.source]
            self.verified.append(run(arguments, subprocess.DEVNULL, messages))

    def medians(self):
        """Wall, processor and peak of gatewright, wall and processor of libyaml."""
        wall, cpu, peak = (statistics.median(column) for column in zip(*self.runs))
        least, least_cpu, _ = (statistics.median(column) for column in zip(*self.yardsticks))
        print(
            f"{self.count:>6} Ingresses: {size(self.source)} in, {size(self.target)} out, "
            f"{wall:.3f} s wall, {cpu:.3f} s processor, {peak:.0f} MB; "
            f"L {least:.3f} s wall, {least_cpu:.3f} s processor"
        )
        return wall, cpu, peak, least, least_cpu

    def least(self, column):
        """The least value of a column over all runs: what is left when nothing disturbs."""
        return min(values[column] for values in self.runs)


def size(path):
    """The size of a file in words."""
    return f"{path.stat().st_size / 1e6:.1f} MB"


def is_kept(name, value, limit, unit=""):
    """Prints one ratio with its limit, and says whether it is kept."""
    print(f"{name:<42} {value:7.2f}{unit}   limit {limit:.2f}{unit}   "
          f"{'kept' if value <= limit else 'BROKEN'}")
    return value <= limit


def main(gatewright, events, folder):
    """Measures both sizes and compares them with the limits."""
    folder = pathlib.Path(folder)
    small, large = Sample(SMALL, folder), Sample(LARGE, folder)
    # In turn, so that a machine that gets slower or faster does so for both.
    for _ in range(RUNS):
        for _ in range(SMALL_RUNS):
            small.measure(gatewright, events)
        large.measure(gatewright, events)
        large.verify(gatewright)
    small_wall = small.medians()[0]
    wall, cpu, peak, least, least_cpu = large.medians()
    verified, verified_cpu, verified_peak = (
        statistics.median(column) for column in zip(*large.verified))
    print(f"       and verified: {verified:.3f} s wall, {verified_cpu:.3f} s processor, "
          f"{verified_peak:.0f} MB")
    factor = LARGE / SMALL
    kept = [
        is_kept(f"wall time at {LARGE:,} in L", wall / least, TIMES_L),
        is_kept(f"peak memory at {LARGE:,}", peak, PEAK_MB, " MB"),
        # Of one thread; unlike wall time it hardly hangs on what else the machine does meanwhile.
        is_kept(
            f"growth of processor time from {SMALL:,}", large.least(1) / small.least(1) / factor,
            GROWTH_BEYOND_LINEAR),
    ]
    kept.append(
        is_kept(f"verifying {LARGE:,}, in migrations", (verified - wall) / wall, VERIFYING))
    print(f"{'processor time in L, for comparison':<42} {cpu / least_cpu:7.2f}")
    print(f"{'growth of wall time, for comparison':<42} {wall / small_wall / factor:7.2f}")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
