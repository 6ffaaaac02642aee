"""Whole small experiments as whole processes, dnn beside the Python peers in turn: wall time, processor time, peak memory, and accuracy on the test split.

    python3 start_to_finish.py ROUNDS [EXPERIMENT ...]

Everything is started with the system's Python and the checkout's `dnn`, which is built before. A round has its number as seed.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

PEERS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(PEERS))
DATA = os.path.join(os.path.dirname(ROOT), "shared", "data")
TABLES = {"moons": None, "digits": os.path.join(DATA, "digits.csv.gz"), "penguins": os.path.join(DATA, "penguins.csv")}
CONTESTANTS = ["dnn", "numpy", "torch", "sklearn"]
PYTHON = "/usr/bin/python3"


def environment():
    """That of this process; OpenBLAS uses AVX-512 where the processor has it, and OpenMP's threads do not spin at barriers."""
    variables = dict(os.environ, OMP_WAIT_POLICY="passive")
    try:
        with open("/proc/cpuinfo") as processors:
            if "avx512f" in processors.read():
                variables["OPENBLAS_CORETYPE"] = "SkylakeX"
    except FileNotFoundError:
        pass
    return variables


def command(contestant, experiment, seed, folder):
    source = TABLES[experiment]
    if contestant != "dnn":
        return [PYTHON, os.path.join(PEERS, "whole.py"), contestant, experiment, str(seed)] + ([source] if source else [])
    override = [f"data.source={source}"] if source else []
    # As many epochs as the peers train: early stopping that never becomes impatient.
    if experiment == "moons":
        override.append("training.early_stopping.patience=200")
    file = os.path.join(ROOT, "configs", "elsewhere" if source else "", experiment + ".yaml")
    return [os.path.join(ROOT, "dnn"), "train", file, "--run-dir", folder, f"seed={seed}"] + override


def measured(contestant, experiment, seed):
    """Seconds by the clock, seconds of processors, MiB at the most, accuracy; nothing where the process failed."""
    with tempfile.TemporaryDirectory() as folder:
        run = os.path.join(folder, "run")
        start = time.perf_counter()
        process = subprocess.Popen(
            command(contestant, experiment, seed, run), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(), cwd=ROOT, text=True
        )
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            return None
        if contestant == "dnn":
            with open(os.path.join(run, "result.json")) as result:
                accuracy = json.load(result)["metrics"]["test"]["accuracy"]
        else:
            accuracy = float(output.split()[-1])
        # Linux counts memory in KiB.
        return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, accuracy


def machine():
    """Processor, system, JDK and the peers' versions, as far as they are there."""
    try:
        with open("/proc/cpuinfo") as processors:
            processor = next(line.split(":", 1)[1].strip() for line in processors if line.startswith("model name"))
    except (FileNotFoundError, StopIteration):
        processor = platform.machine()
    dnn = subprocess.run([os.path.join(ROOT, "dnn"), "--version"], check=True, capture_output=True, text=True).stdout.split("\n")
    versions = "from importlib.metadata import version; print(', '.join(n + ' ' + version(n) for n in ('numpy', 'torch', 'scikit-learn')))"
    peers = subprocess.run([PYTHON, "-c", versions], capture_output=True, text=True)
    return f"{processor}, {os.cpu_count()} virtual cores; {'; '.join(line for line in dnn if line)}; {peers.stdout.strip() or 'a peer is missing, see install-peers'}"


def load():
    return f"{os.getloadavg()[0]:.2f}"


def compare(experiment, rounds):
    before = load()
    figures = {contestant: [] for contestant in CONTESTANTS}
    for contestant in CONTESTANTS:
        measured(contestant, experiment, 0)  # brings everything into the page cache
    for seed in range(1, rounds + 1):
        turn = seed % len(CONTESTANTS)
        for contestant in CONTESTANTS[turn:] + CONTESTANTS[:turn]:
            figures[contestant].append(measured(contestant, experiment, seed))
    print(f"\n{experiment}, medians of {rounds} rounds, load average {before} before and {load()} after")
    print(f"{'':8} {'wall s':>8} {'lowest–highest':>16} {'processor s':>12} {'peak MiB':>9} {'accuracy':>9} {'lowest–highest':>15}")
    for contestant, runs in figures.items():
        if None in runs:
            print(f"{contestant:8} did not run")
            continue
        wall, processor, memory, accuracy = zip(*runs)
        print(
            f"{contestant:8} {statistics.median(wall):8.2f} {f'{min(wall):.2f}–{max(wall):.2f}':>16} {statistics.median(processor):12.2f} "
            f"{statistics.median(memory):9.0f} {statistics.median(accuracy):9.3f} {f'{min(accuracy):.3f}–{max(accuracy):.3f}':>15}"
        )


def main():
    rounds = int(sys.argv[1])
    print(machine())
    for experiment in sys.argv[2:] or TABLES:
        if TABLES[experiment] and not os.path.exists(TABLES[experiment]):
            print(f"\n{experiment}: left out, there is no {os.path.relpath(TABLES[experiment], ROOT)}")
        else:
            compare(experiment, rounds)


main()
