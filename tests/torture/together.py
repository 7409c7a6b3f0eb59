"""together.py -- two commands at once on one record.  Each that says that it has done has
done, whatever the other did meanwhile."""
import json
import re
import subprocess
import threading

import place
import works

REPORT, WELSH = "westmere-2013", "porthelyrch-2013"


def adding(ref, text):
    return ["comments", "add", "--ref", ref, "--text", text, "--by", "Ann", "--date", "2012-05-24", REPORT]


def has(path, *words):
    def look(files, rans):
        text = files.get(path, b"").decode("utf-8", "replace")
        lost = [w for w, ran in zip(words, rans) if w and ran.status == 0 and text.count(w) != 1]
        return f"{path} has not once: {lost[0]}" if lost else ""
    return look


def accepted(*uids):
    def look(files, rans):
        text = files[WELSH + "/cy.xlf"].decode("utf-8")
        for uid, ran in zip(uids, rans):
            unit = re.search(rf'<trans-unit id="{re.escape(uid)}".*?</trans-unit>', text, re.S).group(0)
            if uid and ran.status == 0 and 'state="final"' not in unit:
                return f"{uid} is not accepted"
        return ""
    return look


def sent_once(files, rans):
    rows = files.get(REPORT + "/sent/drafts.csv", b"").decode("utf-8").split("\n")
    for who in ("Joan Hale", "Tom Hill"):
        if sum(f",{who}," in row for row in rows) != 1:
            return f"{who} is not once in the register"
    return "" if sorted(ran.status for ran in rans) == [0, 4] else f"exit statuses {[r.status for r in rans]}"


def one_of(status):
    return lambda files, rans: "" if sorted(r.status for r in rans) == status else \
        f"exit statuses {[r.status for r in rans]} " + rans[0].err.decode() + rans[1].err.decode()


def both(*looks):
    return lambda files, rans: next((found for found in (look(files, rans) for look in looks) if found), "")


def two_numbers(desk, plain, yaml):
    """A report with two numbers that have lost their marks, and the places of the two."""
    at = desk.places[0]
    at.put(plain)
    listed = at.run(["figures", "--format", "csv", REPORT]).out.decode()
    printed = re.search(r"^[^,]*,([^,]*),lor-plan,", listed, re.M).group(1)
    plain = {**plain, yaml: plain[yaml].replace(b"((lor-plan n of cases))", printed.encode(), 1)}
    at.put(plain)
    found = json.loads(at.run(["figures", "--suggest", "--format", "json", REPORT]).out)
    spots = {n["line"]: f"{n['file']}:{n['line']}:{n['column']}" for n in reversed(found) if n["marks"]}
    return plain, list(spots.values())[:2]


def pairs(desk):
    """Name, files before, two commands, what is to be seen afterwards."""
    by = {work.name: work for work in desk.prepared()}
    taken, imported = by["comments add"].before, by["translate accept"].before
    plain = by["figures --suggest --write"].before
    sent = by["draft, sent"]
    units = re.findall(r'<trans-unit id="([^"]+)"', imported[WELSH + "/cy.xlf"].decode())
    accept = lambda uid: ["translate", "accept", "--by", "Ann", "--date", "2012-05-14", WELSH, uid]
    yaml = REPORT + "/inspection.yaml"
    plain, spots = two_numbers(desk, plain, yaml)
    writing = [["figures", "--suggest", "--write", "--at", spot, REPORT] for spot in spots]
    marks = lambda files: files[yaml].count(b"((")
    corrected = by["lock, accepted"].before
    desk.places[0].put(corrected)
    other = re.findall(r"^(?:\S*/)?(inspection\.yaml:\d+):.*\[FIGURE_(?:CHANGED|UNSIGNED)\]$",
                       desk.places[0].run(["build", "--lang", "en", "--diagnostics", "short", "--out", "o", REPORT]).err.decode(), re.M)
    taking = [["lock", "--accept", who, "--reason", "Seen", "--date", "2013-06-02", "--at", spot, REPORT]
              for who, spot in zip(("Cat", "Dan"), sorted(set(other)))]
    commands = [
        ("two comments", taken, adding("Context p1", "one thing"), adding("Context p2", "another"),
         both(one_of([0, 0]), has(REPORT + "/comments.csv", "one thing", "another"))),
        ("a comment and a reply", by["comments import, more"].before, adding("Context p2", "another"),
         by["comments import, more"].words,
         both(one_of([0, 0]), has(REPORT + "/comments.csv", "another", "Say it in other words"))),
        ("two units accepted", imported, accept(units[0]), accept(units[1]),
         both(one_of([0, 0]), accepted(units[0], units[1]))),
        ("an import and an export", by["translate import"].before, by["translate import"].words,
         ["translate", "export", WELSH], one_of([0, 0])),
        ("a draft sent twice", sent.before, sent.words, sent.words, sent_once),
        ("a draft sent and a comment", by["draft, to one who came late"].before,
         by["draft, to one who came late"].words, adding("Context p2", "another"),
         both(one_of([0, 0]), has(REPORT + "/comments.csv", "", "another"),
              has(REPORT + "/sent/drafts.csv", "Late Comer"))),
        ("two figures written", plain, *writing,
         both(one_of([0, 0]), lambda files, rans: "" if marks(files) == marks(plain) + 2
              else f"{marks(files) - marks(plain)} of 2 marks are there")),
        ("two figures accepted", corrected, *taking,
         both(one_of([0, 0]), has(REPORT + "/figures.lock", ",Cat,2013-06-02,Seen,", ",Dan,2013-06-02,Seen,"))),
        ("a signature and a comment", by["comments add"].before, by["lock, first"].words, adding("Context p2", "another"),
         both(one_of([0, 0]), has(REPORT + "/comments.csv", "", "another"))),
        ("two builds", by["build, final"].before, by["build, final"].words, by["build, final"].words,
         both(one_of([0, 0]), lambda files, rans: place.difference(files, by["build, final"].first.files))),
        ("two releases", by["release"].before, by["release"].words, by["release"].words,
         both(one_of([0, 0]), lambda files, rans: place.difference(files, by["release"].first.files))),
        ("two begin a report", by["init"].before, by["init"].words, by["init"].words,
         both(one_of([0, 4]), lambda files, rans: place.difference(files, by["init"].first.files))),
    ]
    return commands


def start(at, words, into, delay):
    env = at.environment(GWASG_WAIT="60", TORTURE_DELAY=delay, LD_PRELOAD=at.faults)
    done = subprocess.run([at.gwasg, *words], cwd=at.work, env=env, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=120)
    into.append(place.Ran(done.returncode, done.stdout, done.stderr, {}))


def try_round(at, pair, milliseconds):
    """Both at once; a rename takes its time, so that there is time for the other."""
    name, before, one, two, look = pair
    at.put(before)
    rans = [], []
    threads = [threading.Thread(target=start, args=(at, words, into, f"rename {milliseconds}"))
               for words, into in ((one, rans[0]), (two, rans[1]))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    files = at.files()
    found = look(files, [ran[0] for ran in rans])
    left = [path for path in files if place.ON_ITS_WAY.search(path)]
    return [f"{name}: {one}" for one in (found, left and f"{left[0]} is left over") if one]
