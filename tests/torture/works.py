"""works.py -- what people do with the program that writes something: for each the files
before it, and the command.  Made by the program itself, undisturbed."""
import os
import re
import subprocess
import sys

DRAFT = "build --stage draft --send --date 2012-05-14 --out o westmere-2013"
PEOPLE = ("name,body,role,stage,language,embargo\n"
          "Joan Hale,Westmere YOS,manager,draft,en,\nTom Hill,Westmere Council,clerk,draft,en,\n"
          "News desk,Westmere Gazette,,embargo,en,2013-06-19 00.01\n")


class Work:
    def __init__(self, name, before, words):
        self.name, self.before, self.words = name, before, words.split("|") if "|" in words else words.split()
        self.first = self.second = None  # run once, and once more
        self.calls, self.allocations = [], 0


def example(root, *names):
    files = {}
    for name in names:
        for folder, dirs, inside in os.walk(os.path.join(root, "examples", name)):
            for one in inside:
                path = os.path.join(folder, one)
                with open(path, "rb") as f:
                    files[os.path.relpath(path, os.path.join(root, "examples"))] = f.read()
    return files


def must(place, before, *commands):
    """The files after these commands, each of which has to do."""
    place.put(before)
    for words in commands:
        ran = place.run(words if isinstance(words, list) else words.split())
        if ran.status != 0:
            raise SystemExit(f"gwasg {words}: exit status {ran.status}\n{ran.err.decode()}")
    return place.files()


def script(root, place, name, *words):
    subprocess.run([sys.executable, "-B", os.path.join(root, "tests/program", name), *words],
                   cwd=place.work, check=True)
    return place.files()


def decided(files):
    """Every comment has its decision."""
    path = "westmere-2013/comments.csv"
    text = files[path].decode("utf-8")
    return {**files, path: re.sub(r",,\r\n", ",not accepted,It stands\r\n", text).encode("utf-8")}


def works(root, place):
    west = {**example(root, "westmere-2013"), "westmere-2013/recipients.csv": PEOPLE.encode()}
    welsh = example(root, "porthelyrch-2013")
    sent = must(place, west, DRAFT)
    form = "o/westmere-2013.draft1.form.en."
    script(root, place, "fill_tables.py", form + "csv", "one.csv", "Summary", "B", "It was 32 of the 33", "File, p. 3")
    replied = script(root, place, "fill_tables.py", form + "docx", "two.docx", "Context p1", "A", "Say it in other words", "")
    taken = must(place, replied, "comments import --by Ann --date 2012-05-22 westmere-2013 one.csv")
    later = {**sent, "westmere-2013/inspection.yaml": sent["westmere-2013/inspection.yaml"].replace(
        b"\nstrengths:\n", b"\nstrengths:\n  - A new strength stands before it.\n", 1)}
    bare = {k: v for k, v in welsh.items() if not k.endswith("cy.xlf")}
    begun = must(place, bare, "translate export porthelyrch-2013")
    delivered = script(root, place, "translate_fill.py", "porthelyrch-2013/cy.xlf", "delivered.xlf")
    imported = must(place, delivered, "translate import porthelyrch-2013 delivered.xlf")
    written = bytes(west["westmere-2013/inspection.yaml"])
    place.put(west)
    listed = place.run("figures --format csv westmere-2013".split()).out.decode()
    mark = re.search(r"^[^,]*,([^,]*),psr-oversight,", listed, re.M)
    signed = must(place, west, "lock --by Ann --date 2013-06-01 westmere-2013")
    otherwise = {**signed, "westmere-2013/inspection.yaml": written.replace(
        b"((typed 34.1%", b"((typed 34.2%", 1).replace(b"\nstrengths:\n", b"\nstrengths:\n  - All ((cases)) were read.\n", 1)}
    plain = {**west, "westmere-2013/inspection.yaml": written.replace(
        b"((psr-oversight n of))", mark.group(1).encode(), 1)}
    release = lambda day: ["release", "--date", day, "--by", "Ann Cole", "westmere-2013"]
    released = must(place, west, release("2013-06-19"))
    corrected = {**released, "westmere-2013/inspection.yaml": written.replace(b" the ", b" this ", 1) +
                 b"\ncorrections:\n  - {date: 2013-07-02, what: A word was wrong., why: Nobody had read it.}\n"}
    made_draft = lambda day, more="": f"build --stage draft --send --date {day} --out o westmere-2013" + more
    return [
        Work("build, final", west, "build --stage final --out o westmere-2013"),
        Work("build, over an older one", must(place, west, "build --lang en --document report --out o westmere-2013"),
             "build --document report --out o westmere-2013"),
        Work("build, both side by side", welsh, "build --lang en+cy --out o porthelyrch-2013"),
        Work("build, two reports", {**west, **welsh}, "build --lang en --document report --out o westmere-2013 porthelyrch-2013"),
        Work("build, two reports at once", {**west, **welsh}, "build --jobs 2 --lang en --document report --out o westmere-2013 porthelyrch-2013"),
        Work("build, what make is told", west, "build --deps o/made.d --out o westmere-2013"),
        Work("release", west, "|".join(release("2013-06-19"))),
        Work("release, the second", corrected, "|".join(release("2013-07-02"))),
        Work("verify", released, "verify westmere-2013"),
        Work("draft, not sent", west, "build --stage draft --date 2012-05-14 --out o westmere-2013"),
        Work("draft, sent", west, DRAFT),
        Work("draft, the second sent", later, made_draft("2012-06-01")),
        Work("draft, to one who came late",
             {**sent, "westmere-2013/recipients.csv": PEOPLE.encode() + b"Late Comer,Westmere Council,,draft,en,\n"},
             made_draft("2012-05-20")),
        Work("embargo, sent", west, "build --stage embargo --send --date 2013-06-12 --out o westmere-2013"),
        Work("comments form", sent, "comments form --out forms westmere-2013"),
        Work("comments import, first", replied, "comments import --by Ann --date 2012-05-22 westmere-2013 two.docx"),
        Work("comments import, more", taken, "comments import --by Bob --date 2012-05-23 westmere-2013 two.docx"),
        Work("comments add", taken, "comments|add|--ref|Context p2|--text|The rota is not mentioned|--by|Cat|--date|2012-05-24|westmere-2013"),
        Work("comments letter", decided(taken), "comments letter --date 2012-06-01 --out o westmere-2013"),
        Work("translate export, first", bare, "translate export porthelyrch-2013"),
        Work("translate export, again", {**imported, "porthelyrch-2013/inspection.yaml":
             imported["porthelyrch-2013/inspection.yaml"].replace(b" the ", b" this ", 40)},
             "translate export porthelyrch-2013"),
        Work("translate export, beside", welsh, "translate export --out o porthelyrch-2013"),
        Work("translate import", delivered, "translate import porthelyrch-2013 delivered.xlf"),
        Work("translate accept", imported, "translate accept --by Ann --date 2012-05-14 porthelyrch-2013 all"),
        Work("translate status", imported, "translate status porthelyrch-2013"),
        Work("translate memory", welsh, "translate memory --out m.tmx porthelyrch-2013"),
        Work("init", {"here/": None}, "init sqs-2013 here/new"),
        Work("init, an empty folder", {"here/new/": None}, "init sqs-2013 here/new"),
        Work("figures --suggest --write", plain, "figures --suggest --write westmere-2013"),
        Work("lock, first", west, "lock --by Ann --date 2013-06-01 westmere-2013"),
        Work("lock, again", otherwise, "lock --by Bob --date 2013-06-02 westmere-2013"),
        Work("lock, accepted", otherwise, "lock|--accept|Cat|--reason|A file was read again|--date|2013-06-02|westmere-2013"),
        Work("build, signed figures", signed, "build --stage final --out o westmere-2013"),
        Work("sent status", sent, "sent status westmere-2013"),
        Work("figures, a page", west, "figures --out o westmere-2013"),
        Work("scores", west, "scores --format results westmere-2013"),
        Work("questions --answers", {"here/": None}, "questions sqs-2013 --answers --format xlsx"),
        Work("check", west, "check westmere-2013"),
        Work("schema", {"here/": None}, "schema sqs-2013"),
    ]


def prepare(place, work):
    """What an undisturbed run does, and a second one; and the calls of the first."""
    place.put(work.before)
    work.before = place.files()
    work.first = place.run(work.words, TORTURE_AT="p 0 0 once")
    work.calls, work.allocations = place.calls()
    work.second = place.run(work.words)
    return work
