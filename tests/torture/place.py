"""place.py -- a folder to spoil, and the program run in it.  In: files as bytes; out: what
became of them.  Knows nothing of faults but how to hand one to faults.so."""
import os
import re
import shutil
import struct
import subprocess

LOG_BYTES = 48 << 20
HEAD = struct.Struct("<4Q")
# What the program leaves of files on their way, and the lock with the name of its holder.
ON_ITS_WAY = re.compile(r"(^|/)(\.[^/]*\.gwasg-\d+-\d+(\.old|/.*)?|\.gwasg\.lock|\.sending)$")
# What it notes of a build is no file of anybody: it counts by what the next build makes of it.
NOTED = re.compile(r"^\..*\.built$")
KEPT = re.compile(r"\.before-\d+$")


class Call:
    """One line of the log: who called ("p", or "c": a child), the number of the call."""

    def __init__(self, who, number, kind, fd, path, other, data):
        self.who, self.number, self.kind, self.fd = who, number, kind, fd
        self.path, self.other, self.data, self.result = path, other, data, 0

    def writes(self):
        """Whether the disk is to be another afterwards."""
        return self.kind not in ("stat", "read", "open", "opendir", "readdir") or (
            self.kind == "open" and self.other in ("new", "write", "stream"))

    def __str__(self):
        where = " ".join(x for x in (self.path, self.other) if x)
        return f"{self.who}{self.number} {self.kind} {where or self.fd}"


class Ran:
    """What came of a run: status (negative: ended by a signal), output, messages, files."""

    def __init__(self, status, out, err, files, slow=False):
        self.status, self.out, self.err, self.files, self.slow = status, out, err, files, slow


def read_log(path):
    with open(path, "rb") as f:
        used, *counts = HEAD.unpack(f.read(HEAD.size))
        text = f.read(used)
    calls, at, numbers = [], 0, {"p": 0, "c": 0}
    while at < len(text):
        end = text.index(b"\n", at)
        who, kind, fd, size, first, other = text[at:end].decode("utf-8", "surrogateescape").split("\t")
        at = end + 1 + int(size)
        if kind == "=":
            if calls:
                calls[-1].result = int(fd)
            continue
        numbers[who] += 1
        calls.append(Call(who, numbers[who], kind, int(fd), first, other, text[end + 1:at]))
    return calls, counts[2]


class Place:
    def __init__(self, folder, gwasg, faults):
        self.work, self.log = os.path.join(folder, "w"), os.path.join(folder, "log")
        self.gwasg, self.faults = gwasg, faults
        os.makedirs(folder, exist_ok=True)
        with open(self.log, "wb") as f:
            f.truncate(LOG_BYTES)

    def files(self):
        """Path: bytes; of a folder, which ends in "/", None; without what is noted."""
        found = {}
        for folder, dirs, names in os.walk(self.work):
            below = os.path.relpath(folder, self.work)
            below = "" if below == "." else below + "/"
            for name in (n for n in names if not NOTED.search(n)):
                path = os.path.join(folder, name)
                if os.path.islink(path):
                    found[below + name] = os.readlink(path).encode()
                    continue
                with open(path, "rb") as f:
                    found[below + name] = f.read()
            for name in dirs:
                found[below + name + "/"] = None
        return found

    def put(self, files):
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(self.work)
        for path in sorted(files):
            where = os.path.join(self.work, path)
            if path.endswith("/"):
                os.makedirs(where, exist_ok=True)
                continue
            os.makedirs(os.path.dirname(where), exist_ok=True)
            with open(where, "wb") as f:
                f.write(files[path])

    def environment(self, **more):
        return {"PATH": os.environ["PATH"], "HOME": self.work, "USER": "ann", "LC_ALL": "C",
                "GWASG_WAIT": "0", **more}

    def run(self, words, seconds=60, cwd=None, program=None, prefix=(), umask=0o022, **more):
        """more: TORTURE_AT and such; any of them has the calls counted."""
        env = self.environment(**more)
        if any(name.startswith("TORTURE_") for name in more):
            env.update(TORTURE_LOG=self.log, LD_PRELOAD=self.faults)
        try:
            done = subprocess.run([*prefix, program or self.gwasg, *words], cwd=cwd or self.work, env=env,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, umask=umask)
        except subprocess.TimeoutExpired:
            return Ran(-14, b"", b"it does not end", self.files(), True)
        return Ran(done.returncode, done.stdout, done.stderr, self.files())

    def calls(self):
        return read_log(self.log)


def settled(files):
    """Without what is on its way."""
    return {path: data for path, data in files.items() if not ON_ITS_WAY.search(path)
            and not NOTED.search(os.path.basename(path))}


def difference(got, want):
    """The first file that is another, in words; "" when none is."""
    for path in sorted(got.keys() | want.keys()):
        if path not in got:
            return f"{path} is missing"
        if path not in want:
            return f"{path} is left over"
        if got[path] != want[path]:
            return f"{path} has other bytes ({len(got[path] or '')}, not {len(want[path] or '')})"
    return ""
