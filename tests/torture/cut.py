"""cut.py -- works that are cut off: a call fails, the process ends, there is no memory.
Whatever happens, the command says so or has done all; no record is torn; and the same
command run again ends as if nothing had happened."""
import errno
import random
import re

import place

CODES = ("EIO", "ENOSPC", "EDQUOT", "ESTALE")
DONE, WRONG, BUG, NO_MEMORY = 0, 1, 70, 71


def lines(text):
    return set(text.decode("utf-8", "replace").split("\n"))


def torn(work, ran):
    """A file that is neither the one before nor the one that was to come."""
    for path, data in place.settled(ran.files).items():
        if data is None or place.KEPT.search(path):
            continue
        if data not in (work.before.get(path, b"?"), work.first.files.get(path, b"?")):
            return f"{path} is neither the old one nor the new one"
    for path in work.before.keys() & work.first.files.keys():
        if path not in ran.files:
            return f"{path} is gone"
    return ""


def silent(work, ran):
    """What is wrong with how a run that was cut off has ended."""
    first = work.first
    if b"FILE_CHANGED" in ran.err:
        return "a fault of the disk is taken for somebody's change"
    if ran.status < 0:
        return f"ended by signal {-ran.status}"
    if ran.status == BUG and b": ended by signal " not in ran.err:
        return "a fault of ours: " + ran.err.decode("utf-8", "replace")[:200]
    if ran.status != DONE:
        return "" if ran.err.strip() else f"exit status {ran.status} without a word"
    if first.status != DONE:
        return "done, and undisturbed it would not be"
    other = place.difference(place.settled(ran.files), place.settled(first.files))
    if other:
        return f"exit status 0, and {other}"
    if ran.out != first.out:
        return "exit status 0, and other output"
    lost = sorted(lines(first.err) - lines(ran.err))
    return f"exit status 0, and not said: {lost[0]}" if lost else ""


def unrecovered(work, ran, again):
    """Run again undisturbed: as the first time, or, when all was done, as a second time."""
    kept = {p: d for p, d in again.files.items() if place.KEPT.search(p)}
    if kept and b"is kept as" not in ran.err:
        return "an old file was kept and not said"
    files = {p: d for p, d in again.files.items() if p not in kept}
    for way in (work.first, work.second):
        if way is work.second and place.difference(place.settled(ran.files), place.settled(work.first.files)):
            continue
        if again.status == way.status and again.out == way.out and not place.difference(files, way.files):
            return ""
    return (place.difference(files, work.first.files) or "other output") + \
        f" (exit status {again.status}) " + again.err.decode("utf-8", "replace")[:300]


def try_once(at, work, dies=False, memory=False, **how):
    """The losses of one run that is cut off, as texts."""
    at.put(work.before)
    ran = at.run(work.words, **how)
    # What was not touched ends as it did without a fault: that has been seen.
    again = work.first if ran.files == work.before else work.second if ran.files == work.first.files \
        else at.run(work.words)
    faults = [torn(work, ran)]
    ended = ran.status < 0 or (memory and ran.status == NO_MEMORY)
    if not (dies and ran.status == -9) and not (memory and ended):
        faults.append(silent(work, ran))
    if ran.slow:
        faults.append("it does not end")
    faults.append("then: " + unrecovered(work, ran, again) if unrecovered(work, ran, again) else "")
    return ran, [f for f in faults if f]


def fault_plan(work, most, seed):
    """(TORTURE_AT, what is said of it): each writing call in every way, as far as `most`
    lets; of the calls that only read, one way each."""
    pick = random.Random(f"{seed} {work.name}")
    writing, reading, seen = [], [], set()
    for call in work.calls:
        codes = CODES if call.kind != "print" else ("ENOSPC",)
        here = f"{call.who} {call.number}"
        if call.writes():
            for code in codes:
                writing.append((f"{here} {getattr(errno, code)} once", f"{call} {code}"))
                if (call.kind, code) not in seen or pick.random() < 0.3:
                    writing.append((f"{here} {getattr(errno, code)} on", f"{call} {code} from there on"))
                seen.add((call.kind, code))
            if call.kind == "write":
                writing.append((f"{here} short once", f"{call} short"))
                writing.append((f"{here} short on", f"{call} short from there on"))
        else:
            code = pick.choice(codes)
            how = pick.choice(("once", "once", "on"))
            reading.append((f"{here} {getattr(errno, code)} {how}", f"{call} {code} {how}"))
            if call.kind == "read":
                reading.append((f"{here} short once", f"{call} short"))
    pick.shuffle(writing)
    pick.shuffle(reading)
    part = max(most - len(writing), most * 2 // 5)
    return writing[:most - min(part, len(reading))] + reading[:part]


# What was lost once: the work, the first (or last) call of the kind whose path is like it,
# how it is cut off, and what is said then.
KNOWN = (
    ("draft, the second sent", "stat", r"templates$", "ESTALE on", "Stale file handle"),
    ("embargo, sent", "stat", r"/proc/self/exe", "ENOSPC on", ""),
    ("draft, sent", "unlink", r"joan-hale", "ESTALE once", ""),
    ("init", "open", r"\.management\.md", "die once", ""),
    ("init", "unlink", r"\.inspection\.yaml", "ENOSPC on", ""),
    ("init", "stat", r"management\.md", "EIO once", ""),
    ("init, an empty folder", "link", r"schema", "die once", ""),
    ("translate accept", "rename", r"cy\.xlf", "ESTALE once", "could not write: Stale file handle"),
    ("check", "opendir", r"westmere-2013$", "EACCES once", "the names in this folder: Permission denied"),
    ("check", "readdir", r"", "EIO once", "the names in this folder: Input/output error"),
    ("build, what make is told", "stat", r"cy\.xlf$", "EIO once", "cy.xlf: there is no such file"),
    ("draft, the second sent", "stat", r"draft2\.en\.tree\.csv", "EDQUOT once", "there is no such file"),
    ("check", "last stat", r"common\.xsl$", "EIO on", "Input/output error"),
    ("check", "last open", r"press\.xsl$", "ENOSPC once", "No space left on device"),
    ("figures, a page", "stat", r"figures\.lock$", "EIO once", "figures.lock"),
)


def known_plan(works):
    """(work, TORTURE_AT, what is said of it, words)."""
    by = {work.name: work for work in works}
    for name, kind, path, how, words in KNOWN:
        if name not in by:
            continue
        *last, kind = kind.split()
        calls = [c for c in by[name].calls if c.kind == kind and re.search(path, c.path)]
        call = calls[-1 if last else 0]
        code, times = how.split()
        yield (by[name], f"{call.who} {call.number} {getattr(errno, code, code)} {times}", f"{call} {how}", words)


def try_known(at, task):
    work, how, said, words = task
    ran, found = try_once(at, work, dies=" die " in how, TORTURE_AT=how)
    if words and words not in ran.err.decode("utf-8", "replace"):
        found.append("not said: " + words)
    return [f"{work.name}: {said}: {one}" for one in found]


def kill_plan(work, most, seed):
    """Ended before each call that writes, and in the middle of each write; the process or
    one that it has started."""
    pick = random.Random(f"{seed} {work.name}")
    plan = []
    for call in work.calls:
        if call.writes():
            plan.append((f"{call.who} {call.number} die once", f"killed at {call}"))
        if call.kind == "write":
            plan.append((f"{call.who} {call.number} tear once", f"killed half through {call}"))
    pick.shuffle(plan)
    return plan[:most]


def memory_plan(work, most, seed):
    pick = random.Random(f"{seed} {work.name}")
    return [(f"{pick.randint(1, work.allocations)} {pick.choice(('once', 'on'))}", "") for _ in range(most)]
