"""torture.py -- reliability at length.  Usage: torture.py GWASG ROOT [--quick] [--seed N]
[--faults N] [--works NAME,...] [PART...]: each part says how far it is and what it found; a
table of figures ends it; exit status 1 when anything was lost.  Parts: known faults kills memory power mutants
same made-up together standards."""
import argparse
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
import cut
import mutants
import place
import power
import same
import together
import works

HERE = os.path.dirname(os.path.abspath(__file__))
WORKERS = 2


class Desk:
    """What all parts share: folders to spoil, and what was found."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.root = os.path.abspath(options.root)
        self.faults = os.path.join(folder, "faults.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", self.faults,
                        os.path.join(HERE, "faults.c"), "-ldl"], check=True)
        self.places = [place.Place(os.path.join(folder, f"place{i}"), os.path.abspath(options.gwasg), self.faults)
                       for i in range(WORKERS)]
        self.works = None
        self.rows = []  # name of a part, what was done, how often, losses, seconds
        self.lock = threading.Lock()

    def prepared(self):
        if self.works is None:
            named = tuple((self.options.works or "").split(","))
            self.works = [work for work in works.works(self.root, self.places[0]) if work.name.startswith(named)]
            for work in self.works:
                works.prepare(self.places[0], work)
        return self.works

    def some(self):
        """All works; of the quick ones every third."""
        return self.prepared()[::3] if self.options.quick else self.prepared()

    def each(self, part, what, tasks, do):
        """do(place, task) gives the losses of a task; two tasks are worked at a time."""
        todo, losses, started = queue.Queue(), [], time.time()
        done, total = [0], len(tasks)
        for task in tasks:
            todo.put(task)

        def worker(at):
            while True:
                try:
                    task = todo.get_nowait()
                except queue.Empty:
                    return
                try:
                    found = do(at, task)
                except Exception as wrong:  # the machine's, or a slip of this programme
                    found = [f"{task}: {wrong!r}"]
                with self.lock:
                    done[0] += 1
                    for loss in found:
                        losses.append(loss)
                        print(f"LOST: {part}: {loss}", flush=True)
                    self.progress(part, done[0], total, len(losses))

        threads = [threading.Thread(target=worker, args=(at,)) for at in self.places]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        self.row(part, what, total, len(losses), time.time() - started)

    def progress(self, part, done, total, losses):
        step = 1 if sys.stderr.isatty() else max(total // 10, 1)
        if done % step == 0 or done == total:
            end = "\r" if sys.stderr.isatty() and done < total else "\n"
            print(f"{part}: {done} of {total}, {losses} lost", end=end, file=sys.stderr, flush=True)

    def row(self, part, what, times, losses, seconds):
        self.rows.append((part, what, times, losses, seconds))


def cut_off(desk, part, what, plan, most, **kind):
    tasks = []
    for work in desk.some():
        name = "TORTURE_ALLOC" if kind.get("memory") else "TORTURE_AT"
        tasks += [(work, {name: how}, said or how) for how, said in plan(work, most, desk.options.seed)]

    def do(at, task):
        work, how, said = task
        ran, found = cut.try_once(at, work, **kind, **how)
        return [f"{work.name}: {said}: {one}" for one in found]

    desk.each(part, what, tasks, do)


def faults(desk):
    cut_off(desk, "faults", "calls that failed", cut.fault_plan, 2 if desk.options.quick else desk.options.faults)


def kills(desk):
    cut_off(desk, "kills", "processes ended at a call", cut.kill_plan, 1 if desk.options.quick else 60, dies=True)


def memory(desk):
    cut_off(desk, "memory", "times there was none", cut.memory_plan, 1 if desk.options.quick else 40, memory=True)


def cuts_of_power(desk):
    most = 1 if desk.options.quick else 60
    tasks, built, pick = [], 0, random.Random(desk.options.seed)
    folder = desk.places[0].work
    for work in desk.some():
        if any(call.who == "c" and call.kind == "rename" for call in work.calls):
            continue  # of the calls of several processes the log says not whose each was
        states = list(power.states(work, folder))
        built += len(states)
        ends = [state for state in states if state[2]]
        states = [state for state in states if not state[2]]
        tasks += [(work, *state) for state in ends + pick.sample(states, min(most, len(states)))]

    def do(at, task):
        work, what, files, done = task
        return [f"{work.name}: {what}: {one}" for one in power.try_state(at, work, files, done, folder)]

    desk.each("power", f"states of a disk, of {built}", tasks, do)


def two_at_once(desk):
    pairs = together.pairs(desk)
    rounds = len(pairs) if desk.options.quick else 200
    tasks = [(pairs[i % len(pairs)], (30, 0, 80)[i // len(pairs) % 3]) for i in range(rounds)]
    desk.each("together", "rounds of two commands", tasks, lambda at, task: together.try_round(at, *task))


def mutated(desk):
    every = mutants.all_mutants(desk.root)
    templates = mutants.read_templates(desk.root)
    reports = {name: works.example(desk.root, name) for name in set(mutants.SHOWS.values())}
    tasks = mutants.sample(every, 6 if desk.options.quick else desk.options.mutants, desk.options.seed)

    def do(at, task):
        name = mutants.SHOWS[task[0]]
        return mutants.try_mutant(at, templates, reports[name], name, task)

    desk.each("mutants", f"templates with something less, of {len(every)}", tasks, do)


def same_bytes(desk):
    reports = ["porthelyrch-2013"] if desk.options.quick else ["porthelyrch-2013", "westmere-2013", "kestrel-bay-2013"]
    tasks = same.tasks(desk.root, reports)
    if desk.options.quick:
        tasks = [task for task in tasks if task[2] == same.MADE[1]][::2]
    wanted = {task[1:]: same.made(desk.places[0], desk.root, task) for task in tasks if task[0] == "as it is"}

    def do(at, task):
        other = same.compare(wanted[task[1:]], same.made(at, desk.root, task))
        return [f"{task}: {other}"] if other else []

    desk.each("same", "builds on another machine, as it were", tasks, do)


def made_up(desk):
    numbers = range(5 if desk.options.quick else desk.options.reports)
    desk.each("made-up", "made-up reports", list(numbers),
              lambda at, number: same.try_made_up(at, desk.root, number, desk.options.seed))


def known(desk):
    desk.each("known", "losses of once", list(cut.known_plan(desk.prepared())), cut.try_known)


def standards(desk):
    """What all documents claim; a little of it is a test of its own."""
    if desk.options.quick:
        return
    started = time.time()
    ran = subprocess.run([os.path.join(desk.root, "tests", "program", "standards.sh")], stderr=subprocess.PIPE, text=True,
                         env={**os.environ, "EVERY": "yes", "ROOT": desk.root, "GWASG": os.path.abspath(desk.options.gwasg)})
    losses = [line for line in ran.stderr.splitlines() if line.startswith("FAILED")]
    if ran.returncode != 0 and not losses:
        losses = [f"exit status {ran.returncode}"]
    for loss in losses:
        print(f"LOST: standards: {loss}", flush=True)
    desk.row("standards", "every document of examples and cases, in both", 1, len(losses), time.time() - started)


PARTS = {"known": known, "faults": faults, "kills": kills, "memory": memory, "power": cuts_of_power,
         "together": two_at_once, "mutants": mutated, "same": same_bytes, "made-up": made_up, "standards": standards}


def table(rows):
    print(f"\n{'part':10} {'times':>7} {'lost':>5} {'seconds':>8}  what")
    for part, what, times, losses, seconds in rows:
        print(f"{part:10} {times:7} {losses:5} {seconds:8.0f}  {what}")


def main():
    says = argparse.ArgumentParser(description="reliability at length")
    says.add_argument("gwasg")
    says.add_argument("root")
    says.add_argument("part", nargs="*", help=" ".join(PARTS))
    says.add_argument("--quick", action="store_true", help="a few of each, for the test suite")
    says.add_argument("--seed", default="1")
    says.add_argument("--faults", type=int, default=240, help="of each work")
    says.add_argument("--works", help="only those whose names begin so: release,lock")
    says.add_argument("--mutants", type=int, default=600, help="of templates; more than there are: all")
    says.add_argument("--reports", type=int, default=500, help="made-up ones")
    options = says.parse_intermixed_args()
    unknown = [name for name in options.part if name not in PARTS]
    if unknown:
        says.error(f"no part {unknown[0]}: {' '.join(PARTS)}")
    below = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = tempfile.mkdtemp(prefix="torture", dir=below)
    try:
        desk = Desk(options, folder)
        for name in options.part or PARTS:
            PARTS[name](desk)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    table(desk.rows)
    return 1 if any(row[3] for row in desk.rows) else 0


sys.exit(main())
