"""power.py -- power cuts.  In: the log of a run; out: the states in which a disk may be
found when the power goes at any call of it.  What was not synced may be there or not:
bytes of a file until fsync() of it, a name in a folder until fsync() of the folder, each
without the others, in any order."""
import os

import cut
import place


class Op:
    """A change of a name: `adds` (path: inode, None for a folder) and `drops` paths; or a
    folder that `moves`, (old, new), with all that is in it."""

    def __init__(self, adds, drops, moves=None):
        self.adds, self.drops, self.moves = adds, drops, moves
        self.folders = {os.path.dirname(path) for path in [*adds, *drops, *(moves or ())]}

    def done_to(self, names):
        for path in self.drops:
            names.pop(path, None)
        names.update(self.adds)
        if self.moves:
            old, new = self.moves
            for path in [p for p in names if p == old or p.startswith(old + "/")]:
                names[new + path[len(old):]] = names.pop(path)
            names[new] = None  # the folder itself, whether or not its first name had been kept


class Disk:
    """What the calls do.  names: path to inode; bytes and, of these, what is synced."""

    def __init__(self, before, work):
        self.work, self.ops, self.open = work, [], {}
        self.bytes, self.safe = [], []
        self.start = {}
        for path, data in before.items():
            self.start[path.rstrip("/")] = None if data is None else self.inode(data, data)
        self.names = dict(self.start)

    def inode(self, data=b"", safe=b""):
        self.bytes.append(data)
        self.safe.append(safe)
        return len(self.bytes) - 1

    def below(self, path):
        """The path in the folder of work; None when it is elsewhere."""
        whole = os.path.normpath(os.path.join(self.work, path))
        inside = os.path.relpath(whole, self.work)
        return None if inside.startswith("..") else ("" if inside == "." else inside)

    def change(self, adds, drops, moves=None):
        self.ops.append(Op(adds, drops, moves))
        self.ops[-1].done_to(self.names)

    def opened(self, call):
        path = self.below(call.path)
        self.open.pop(call.result, None)
        if path is None or call.result < 0:
            return False
        made = call.other == "new" and path not in self.names
        if made:
            self.change({path: self.inode()}, [])
        self.open[call.result] = path if self.names.get(path) is None else self.names[path]
        return made

    def named(self, call):
        one, two = self.below(call.path), self.below(call.other) if call.other else None
        if one is None or call.result < 0:
            return False
        if call.kind == "mkdir":
            self.change({one: None}, [])
        elif call.kind in ("unlink", "rmdir"):
            self.change({}, [one])
        elif call.kind == "link":
            self.change({two: self.names[one]}, [])
        elif self.names[one] is None:
            self.change({}, [], (one, two))
        else:
            self.change({two: self.names[one]}, [one])
        return True

    def step(self, call):
        """Whether the disk may be another afterwards."""
        at = self.open.get(call.fd)
        if call.who != "p":
            return False
        if call.kind == "open":
            return self.opened(call)
        if call.kind in ("mkdir", "unlink", "rmdir", "link", "rename"):
            return self.named(call)
        if call.kind == "close":
            self.open.pop(call.fd, None)
        elif call.kind == "truncate" and isinstance(at, int):
            self.bytes[at] = b""
        elif call.kind == "write" and isinstance(at, int):
            self.bytes[at] += call.data
            return True
        elif call.kind == "fsync" and isinstance(at, int):
            self.safe[at] = self.bytes[at]
        elif call.kind == "fsync" and isinstance(at, str):
            for op in self.ops:
                op.folders.discard(at)
        return False

    def state(self, lost, data):
        """The files when the changes `lost` (numbers of ops) did not reach the disk."""
        names = dict(self.start)
        for i, op in enumerate(self.ops):
            if i not in lost:
                op.done_to(names)
        files = {}
        for path, inode in names.items():
            above = os.path.dirname(path)
            if above and above not in names:
                continue  # of a folder that is not there
            files[path + "/" if inode is None else path] = None if inode is None else data(inode)
        return files

    def unsure(self):
        return [i for i, op in enumerate(self.ops) if op.folders]

    def states(self):
        unsure = self.unsure()
        whole = lambda inode: self.bytes[inode]
        safe = lambda inode: self.safe[inode]
        half = lambda inode: self.safe[inode] or self.bytes[inode][:len(self.bytes[inode]) // 2]
        yield "all but bytes", self.state(set(), safe)
        yield "all but half the bytes", self.state(set(), half)
        yield "no name", self.state(set(unsure), safe)
        yield "no name, all bytes", self.state(set(unsure), whole)
        for i in unsure:
            yield f"all names but the {i}th", self.state({i}, safe)
            yield f"no name but the {i}th", self.state(set(unsure) - {i}, safe)


def key(files):
    return frozenset((path, hash(data)) for path, data in files.items())


def states(work, folder):
    """(what is said of it, files, whether the command had said that all is done)."""
    disk, seen = Disk(work.before, folder), set()
    for call in work.calls:
        changed = disk.step(call)
        if not changed and call.kind not in ("fsync", "close"):
            continue
        for what, files in disk.states() if changed else ():
            if key(files) not in seen:
                seen.add(key(files))
                yield f"after {call}: {what}", files, False
    for what, files in disk.states():
        yield f"at the end: {what}", files, True


def try_state(at, work, files, done, folder):
    """folder: where the log was made; the note of a sending has whole paths."""
    files = {path: data.replace(folder.encode(), at.work.encode()) if path.endswith("/.sending") else data
             for path, data in files.items()}
    found = place.Ran(-9, b"", b"", files)
    if done:
        lost = place.difference(place.settled(files), place.settled(work.first.files))
        return ["said to be done, and " + lost] if lost else []
    at.put(files)
    again = at.run(work.words)
    wrong = cut.unrecovered(work, found, again)
    return [one for one in (cut.torn(work, found), wrong and "then: " + wrong) if one]
