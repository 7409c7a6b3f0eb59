"""edits.py GWASG ROOT COUNT [SEED] -- random edit scripts over the examples: words replaced,
texts inserted, deleted and moved, answers changed.  The list applied to the old text must
give the new one, no word that stayed may be marked, nothing that moved may be a deletion
and an insertion, and the marked report must say what the new one says."""
import collections
import csv
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

GWASG, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
COUNT, SEED = int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 1
LETTER = r"(?:[A-Za-z0-9_]|[^\x00-\x7f\u00a0\u00ab\u00bb\u2000-\u203f])"
WORD = rf"{LETTER}(?:{LETTER}|-(?={LETTER}))*"
TOKEN = re.compile(rf"{WORD}(?:(?:(?<=\d)[.,](?=\d)|’(?={LETTER})){WORD})*(?:(?<=\d)%)?|[^\s\u00a0]")
# An item of a list of findings, and a paragraph of a text that stands by itself.
ITEM = re.compile(r"^( +)- \|\n\1  (?![-#|\[]).+\n(?!\n\1  )", re.M)
PARAGRAPH = re.compile(r"^(?![-#|\[!{ >*0-9]).{40,}$", re.M)
fresh = 0


def tokens(text):
    return TOKEN.findall(text)


def new_words(rng, count):
    global fresh
    fresh += count
    return " ".join(f"{rng.choice(['quick', 'amber', 'lodge', 'pebble'])}x{fresh - i}" for i in range(count))


class Report:
    """A copy of an example that is edited text by text."""

    def __init__(self, folder, rng):
        self.folder, self.rng, self.texts, self.done = folder, rng, {}, []
        for name in sorted(os.listdir(folder)):
            if name.endswith(".md") or name == "inspection.yaml":
                with open(f"{folder}/{name}", encoding="utf-8") as f:
                    self.texts[name] = f.read()

    def pieces(self):
        for name, text in self.texts.items():
            for m in (ITEM if name.endswith(".yaml") else PARAGRAPH).finditer(text):
                yield name, m.group(0)

    def pick(self):
        pieces = [p for p in self.pieces() if self.texts[p[0]].count(p[1]) == 1]
        return self.rng.choice(pieces) if pieces else None

    def replace(self, name, old, new):
        self.texts[name] = self.texts[name].replace(old, new)

    def reword(self):
        name, piece = self.pick()
        plain = [m for m in re.finditer(r"(?<![\w(\[#-])[a-z]{4,}(?![\w)\]:-])", piece)
                 if piece.count("((", 0, m.start()) == piece.count("))", 0, m.start())]
        if not plain:
            return
        at = self.rng.choice(plain)
        self.replace(name, piece, piece[:at.start()] + new_words(self.rng, self.rng.randint(0, 3)) + piece[at.end():])

    def insert(self):
        name, piece = self.pick()
        text = new_words(self.rng, self.rng.randint(5, 12)).capitalize() + "."
        indent = re.match(" *", piece).group(0)
        new = f"{indent}- |\n{indent}  {text}\n" if name.endswith(".yaml") else text + "\n\n"
        self.replace(name, piece, new + piece)

    def delete(self):
        name, piece = self.pick()
        if name.endswith(".md"):
            self.texts[name] = re.sub(r"\n{3,}", "\n\n", self.texts[name].replace(piece, ""))
        elif len(re.findall(ITEM, self.texts[name])) > 20:
            self.replace(name, piece, "")

    def move(self):
        name, piece = self.pick()
        to, before = self.pick()
        if to.endswith(".md") != name.endswith(".md") or before == piece:
            return
        indents = [re.match(" *", p).group(0) for p in (piece, before)]
        if indents[0] != indents[1]:
            return
        if name.endswith(".md"):
            self.texts[name] = re.sub(r"\n{3,}", "\n\n", self.texts[name].replace(piece, ""))
            self.replace(to, before, piece + "\n\n" + before)
        else:
            self.replace(name, piece, "")
            self.replace(to, before, piece + before)

    def figure(self):
        path = f"{self.folder}/answers.csv"
        if not os.path.exists(path):
            return
        with open(path, encoding="utf-8-sig", newline="") as f:
            rows = list(csv.reader(f))
        cells = [(r, c) for r in range(1, len(rows)) for c in range(len(rows[r])) if rows[r][c] == "yes"]
        r, c = self.rng.choice(cells)
        rows[r][c] = "no"
        with open(path, "w", encoding="utf-8", newline="") as f:
            csv.writer(f, lineterminator="\n").writerows(rows)

    def edit(self, count):
        for _ in range(count):
            what = self.rng.choice(["reword", "reword", "insert", "delete", "move", "move", "figure"])
            if self.pick() is not None:
                self.done.append(what)
                getattr(self, what)()
        for name, text in self.texts.items():
            with open(f"{self.folder}/{name}", "w", encoding="utf-8") as f:
                f.write(text)


def run(*args):
    return subprocess.run([GWASG, *args], capture_output=True, text=True)


def compare(*args):
    done = run("compare", "--lang", "en", "--templates", f"{ROOT}/templates", *args)
    return done.stdout if done.returncode == 0 else None


def blocks(old, new):
    texts = {"old": [], "new": []}
    for line in compare("--dump", "blocks", old, new).split("\n")[:-1]:
        whose, rest = line.split(" ", 1)
        texts[whose].append(rest.split(": ", 1)[1])
    return texts["old"], texts["new"]


def apply(old, changes, count):
    """The new blocks as tokens, from the old ones and the list alone."""
    words = [tokens(t) for t in old]
    for c in sorted(changes, key=lambda c: -int(c["word"] or 0)):
        if c["word"]:
            block, at = words[int(c["block old"]) - 1], int(c["word"]) - 1
            gone = tokens(c["old words"])
            assert block[at:at + len(gone)] == gone, f"not there: {c}"
            block[at:at + len(gone)] = tokens(c["new words"])
    gone = {int(c["block old"]) for c in changes if c["change"] == "deleted"}
    placed, moved = {}, set()
    for c in changes:
        if c["change"] == "inserted":
            placed[int(c["block new"])] = tokens(c["new words"])
        elif c["change"] == "moved":
            moved.add(int(c["block old"]))
            placed[int(c["block new"])] = words[int(c["block old"]) - 1]
    rest = iter([w for i, w in enumerate(words, 1) if i not in gone and i not in moved])
    made = [placed[n] if n in placed else next(rest, ["nothing left"]) for n in range(1, count + 1)]
    assert next(rest, None) is None, "blocks are left over"
    return made


def check_words(changes, old):
    """A word is on both sides of a replacement only where a text was written anew."""
    for c in changes:
        gone, come = tokens(c["old words"]), tokens(c["new words"])
        if c["word"] and len(gone) < len(tokens(old[int(c["block old"]) - 1])):
            both = set(gone) & set(come)
            assert not both, f"marked and unchanged: {both}: {c}"


def check_moves(changes):
    gone = collections.Counter(c["old words"] for c in changes if c["change"] == "deleted")
    for c in changes:
        again = c["change"] == "inserted" and len(tokens(c["new words"])) >= 6 and gone[c["new words"]]
        assert not again, f"deleted and inserted: {c}"


def words_of(xml):
    xml = re.sub(r"<deleted[^>]*>.*?</deleted>", "", xml, flags=re.S)
    xml = re.sub(r"<p><strong>[^<]*What has changed in it:</strong></p>\s*<list>.*?</list>", "", xml, flags=re.S)
    return re.sub(r"<[^>]*>|\s", "", xml)


def one(rng, number):
    example = rng.choice(sorted(os.listdir(f"{ROOT}/examples")))
    old, new = f"{ROOT}/examples/{example}", f"new{number}"
    shutil.copytree(old, new)
    edited = Report(new, rng)
    edited.edit(rng.randint(1, 6))
    try:
        if compare("--out", f"o{number}", old, new) is None:
            return False # it is no report any more
        path = f"o{number}/{new}.changes.en.csv"
        changes = []
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as f:
                changes = [{k: v[1:] if v[:2] in ("'=", "'+", "'-", "'@") else v for k, v in r.items()}
                           for r in csv.DictReader(f)]
        was, now = blocks(old, new)
        made = apply(was, changes, len(now))
        for n, (got, want) in enumerate(zip(made, now), 1):
            assert got == tokens(want), f"block {n}: {' '.join(got)}\nnot {want}"
        check_words(changes, was)
        check_moves(changes)
        plain = run("build", "--lang", "en", "--templates", f"{ROOT}/templates", "--document",
                    "report", "--dump", "xml", new).stdout
        marked = compare("--dump", "xml", old, new)
        assert words_of(marked.split(">", 1)[1]) == words_of(plain.split(">", 1)[1]), "it says something else"
    except AssertionError as fault:
        print(f"edit script {number} of seed {SEED}, {example}, {edited.done}: {fault}")
        raise SystemExit(1)
    shutil.rmtree(new)
    shutil.rmtree(f"o{number}", ignore_errors=True)
    return True


def main():
    rng = random.Random(SEED)
    done = number = 0
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        while done < COUNT:
            number += 1
            done += one(rng, number)
            assert number < 2 * COUNT + 20, "too many edit scripts make no report"
        os.chdir("/")
    print(f"{done} edit scripts ({number - done} made no report)")


main()
