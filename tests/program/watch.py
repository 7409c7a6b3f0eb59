"""watch.py GWASG ROOT -- `gwasg watch` as a browser and an editor meet it: who is refused, what
comes on a save however it is saved, what a broken file does, what the editor is told, and what
memory it takes.  Prints what came, to be compared with watch.py.want."""
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import struct
import threading
import time
import zlib

GWASG, ROOT = sys.argv[1:3]
PATIENCE, QUIET = (120, 5) if os.environ.get("SANITIZED") else (40, 1.5)


class Watch:
    """The program at work on a report, and all news of it since."""

    def __init__(self, *options, env=None):
        self.errors = open("err", "w+")
        self.process = subprocess.Popen([GWASG, "watch", *options], stdout=subprocess.PIPE,
                                        stderr=self.errors, text=True, env=env)
        self.address = self.process.stdout.readline().strip()
        m = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([a-z2-7]{32})/", self.address)
        self.port, self.token = int(m[1]), m[2]
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        self.news, self.came = [], threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        c = http.client.HTTPConnection("127.0.0.1", self.port)
        c.request("GET", f"/{self.token}/events")
        kind = None
        for line in c.getresponse():
            line = line.decode().rstrip("\n")
            if line.startswith("event: "):
                kind = line[7:]
            elif line.startswith("data: "):
                with self.came:
                    self.news.append((kind, json.loads(line[6:])))
                    self.came.notify_all()

    def ask(self, method, path, **headers):
        c = http.client.HTTPConnection("127.0.0.1", self.port)
        c.putrequest(method, path, skip_host=True)
        for name, value in {"Host": f"127.0.0.1:{self.port}", **headers}.items():
            if value is not None:
                c.putheader(name.replace("_", "-"), value)
        c.endheaders()
        r = c.getresponse()
        self.answer = r
        return r.status, r.read()

    def post(self, path):
        return self.ask("POST", f"/{self.token}/{path}", Origin=f"http://127.0.0.1:{self.port}")[0]

    def until(self, what, after):
        """The first news from `after` on of which `what` is true, and the number behind it."""
        end = time.time() + PATIENCE
        with self.came:
            while True:
                for i in range(after, len(self.news)):
                    if what(*self.news[i]):
                        return self.news[i][1], i + 1
                if not self.came.wait(end - time.time()):
                    print("nothing came:", [(k, str(n)[:200]) for k, n in self.news[after:]])
                    sys.exit(1)

    def settle(self):
        """Until nothing more comes of what was saved before."""
        with self.came:
            while self.came.wait(QUIET):
                pass

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def messages(lang, good=True):
    return lambda kind, n: kind == "messages" and n["lang"] == lang and n["good"] == good


def pages(lang):
    return lambda kind, n: kind == "pages" and n["lang"] == lang


def blocks(news):
    return [b for page in news["pages"] for b in page.get("b", [])]


def says(news, words):
    """The block that does, or None."""
    return next((b for b in blocks(news) if words in b.get("w", "")), None)


def replace(path, old, new):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    assert old in text, old
    return text.replace(old, new, 1)


def overwrite(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def rename_over(path, text):
    overwrite(path + ".new", text)
    os.rename(path + ".new", path)


def truncate_and_fill(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.flush()
        time.sleep(.02)
        f.write(text[:len(text) // 2])
        f.flush()
        time.sleep(.02)
        f.write(text[len(text) // 2:])


def back_up_and_write(path, text):
    os.rename(path, path + "~")
    overwrite(path, text)
    os.remove(path + "~")


def listening(port):
    """Whatever listens at that port, as the kernel writes addresses: 127.0.0.1 is 0100007F."""
    rows = [row.split() for table in ["tcp", "tcp6"] if os.path.exists("/proc/net/" + table)
            for row in list(open("/proc/net/" + table))[1:]]
    return [r[1].split(":")[0] for r in rows if r[3] == "0A" and int(r[1].split(":")[1], 16) == port]


def refused(w):
    own = f"127.0.0.1:{w.port}"
    page = f"/{w.token}/"
    for what, method, path, headers in [
            ("its page", "GET", page, {}),
            ("by the other name", "GET", page, {"Host": f"localhost:{w.port}"}),
            ("typed", "GET", page, {"Sec_Fetch_Site": "none"}),
            ("no token", "GET", "/", {}),
            ("another token", "GET", "/" + "a" * 32 + "/", {}),
            ("half a token", "GET", page[:20] + "/", {}),
            ("a token without its end", "GET", page[:-1], {}),
            ("no host", "GET", page, {"Host": None}),
            ("another host", "GET", page, {"Host": "reports.example"}),
            ("a name that leads here", "GET", page, {"Host": f"reports.example:{w.port}"}),
            ("another port", "GET", page, {"Host": "127.0.0.1:1"}),
            ("another origin", "GET", page, {"Origin": "https://reports.example"}),
            ("no origin to speak of", "GET", page, {"Origin": "null"}),
            ("linked from elsewhere", "GET", page, {"Sec_Fetch_Site": "cross-site"}),
            ("another port's page", "GET", page, {"Sec_Fetch_Site": "same-site"}),
            ("a change", "POST", page + "choose?stage=proof", {"Origin": "http://" + own}),
            ("a change from nowhere", "POST", page + "choose?stage=final", {}),
            ("a change from elsewhere", "POST", page + "choose?stage=final", {"Origin": "https://reports.example"}),
            ("a change by a link", "GET", page + "choose?stage=final", {}),
            ("an unknown stage", "POST", page + "choose?stage=last", {"Origin": "http://" + own}),
            ("another method", "PUT", page, {}),
            ("a path out", "GET", page + "../../etc/passwd", {}),
            ("a path out, written otherwise", "GET", page + "..%2f..%2fetc%2fpasswd", {}),
            ("a file of the report", "GET", page + "inspection.yaml", {}),
            ("a font out of the folder", "GET", page + "font/../../inspection.yaml", {}),
            ("a font too many", "GET", page + "font/9", {}),
            ("a picture out of the folder", "GET", page + "image/../inspection.yaml", {}),
            ("a file to the editor", "POST", page + "open?line=1&file=/etc/passwd", {"Origin": "http://" + own}),
            ("out of the report", "POST", page + "open?line=1&file=report/../../etc/passwd", {"Origin": "http://" + own}),
            ("no line", "POST", page + "open?line=x&file=report/inspection.yaml", {"Origin": "http://" + own})]:
        status = w.ask(method, path, **headers)[0]
        # Newer servers' library refuses by itself what names no host, which is no HTTP 1.1.
        print(403 if what == "no host" and status == 400 else status, what)
    w.ask("GET", page)
    for name in ["Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cache-Control"]:
        print(f"{name}: {w.answer.getheader(name)}")
    print("listens at", *listening(w.port))


def taken_port(w):
    p = subprocess.run([GWASG, "watch", "--port", str(w.port), "report"], capture_output=True, text=True)
    print(p.returncode, p.stderr.strip().replace(str(w.port), "PORT"))


def saved(w, at):
    path, word = "report/inspection.yaml", "They just ring you again"
    for way in [overwrite, rename_over, truncate_and_fill, back_up_and_write]:
        new = f"{word} us by {way.__name__}"
        begun = len(w.news)
        way(path, replace(path, word, new))
        news, at = w.until(lambda k, n: pages("en")(k, n) and says(n, new), begun)
        _, at = w.until(messages("en"), at)
        w.until(messages("cy"), begun)
        bad = [n for k, n in w.news[begun:] if k == "messages" and not n["good"]]
        sent = sum("s" in p for p in news["pages"])
        line = says(news, new)["l"]
        word = new
        print(f"{way.__name__}: {sent} of {len(news['pages'])} pages are sent, line {line}, "
              f"{len(bad)} times broken")
    return at


def broken(w):
    path = "report/inspection.yaml"
    with open(path, encoding="utf-8") as f:
        whole = f.read()
    w.settle()
    begun = len(w.news)
    overwrite(path, whole + "oops: [\n")
    for lang in "en", "cy":
        news, _ = w.until(messages(lang, False), begun)
        for m in news["messages"]:
            print(f"broken, {lang}: {m['severity']}: {m['file']}: {m['what']}")
    print("pages of a broken report:", sum(k == "pages" for k, _ in w.news[begun:]))
    w.settle()
    begun = len(w.news)
    overwrite(path, whole)
    news, _ = w.until(pages("en"), begun)
    w.until(messages("en"), begun)
    w.until(messages("cy"), begun)
    print("mended:", sum("s" in p for p in news["pages"]), "pages are sent")


def chosen(w):
    for what, want in [("document=press", lambda k, n: pages("en")(k, n) and n["document"]["name"] == "press"),
                       ("document=report&stage=final", lambda k, n: k == "state" and n["stage"] == "final"),
                       ("stage=draft", lambda k, n: k == "state" and n["stage"] == "draft"),
                       ("stage=proof&lang=cy", lambda k, n: k == "state" and n["lang"] == "cy"),
                       ("lang=all", lambda k, n: k == "state" and n["lang"] == "all")]:
        begun = len(w.news)
        print(w.post("choose?" + what), what)
        w.until(want, begun)
        w.until(lambda k, n: k == "messages" and n["good"], begun)


def chosen_again(w):
    """Pages forget the edition that is not shown: it is told whole when it is wanted again."""
    w.settle()
    for lang in "cy", "all":
        begun = len(w.news)
        w.post("choose?lang=" + lang)
        w.until(messages("cy"), begun)
    news, _ = w.until(pages("en"), begun)
    print("English again:", sum("s" in p for p in news["pages"]), "of", len(news["pages"]), "pages are sent")


def heard(w, patience):
    """The status of a thing of the page, or why there is none."""
    try:
        c = http.client.HTTPConnection("127.0.0.1", w.port, timeout=patience)
        c.request("GET", f"/{w.token}/icon.svg")
        return c.getresponse().status
    except OSError as e:
        return repr(e)


def crowded(w):
    """More than may be connected, who say half a word, or ask for what they may not have, and
    stay: the page is heard as before."""
    for what, words in [("mumbles", b"GET / HTTP/1.1\r\nX: "), ("asks", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
                        ("is silent", b"")]:
        crowd = []
        for _ in range(600):
            s = socket.create_connection(("127.0.0.1", w.port))
            crowd.append(s)
            try:
                s.sendall(words)
            except OSError:
                pass  # it was sent away at once
        print(heard(w, 4), "in a crowd that", what)
        for s in crowd:
            s.close()
    print(heard(w, 4), "behind it")


def figures(w):
    news = next(n for k, n in w.news if k == "pages" and n["lang"] == "en")
    b = next(b for b in blocks(news) if b.get("g") and b["f"].endswith("inspection.yaml"))
    print("figures:", json.dumps(b["g"][0], ensure_ascii=False))


def written(path):
    """What a program that was started writes there, in time."""
    for _ in range(200):
        if os.path.exists(path):
            break
        time.sleep(.05)
    with open(path, encoding="utf-8") as f:
        return f.read().strip()


def edited(w):
    print(w.post("open?line=12&column=3&file=report/inspection.yaml"), "the editor")
    print(written("opened"))


def template(w):
    """A typing fault in a template, and mended."""
    path = "templates/cci-2012/report.xsl"
    for old, new, good in [("<section", "<sectoin", False), ("<sectoin", "<section", True)]:
        w.settle()
        begun = len(w.news)
        overwrite(path, replace(path, old, new))
        news, _ = w.until(messages("en", good), begun)
        print("a template:", *[f"{m['file']}: {m['what']}" for m in news["messages"] if m["file"] == path][:1])


def away(w):
    """The report's folder goes, and comes back."""
    for old, new, good in [("report", "elsewhere", False), ("elsewhere", "report", True)]:
        w.settle()
        begun = len(w.news)
        os.rename(old, new)
        news, _ = w.until(messages("en", good), begun)
        print(f"{old} is {new}:", *[f"{m['file']}: {m['what']}" for m in news["messages"]])


def opened_once():
    """What the browser's command line says, which all users of the machine can read, leads to
    the page once."""
    os.mkdir("browser")
    overwrite("browser/xdg-open", "#!/bin/sh\nprintf '%s\\n' \"$@\" >browsed.new && mv browsed.new browsed\n")
    os.chmod("browser/xdg-open", 0o755)
    w = Watch("--open", "report", env={**os.environ, "PATH": os.path.abspath("browser") + ":" + os.environ["PATH"]})
    browsed = written("browsed")
    print("the token is", "on" if w.token in browsed else "not on", "the browser's command line")
    path = re.fullmatch(rf"http://127\.0\.0\.1:{w.port}(/[a-z2-7]{{32}}/)", browsed)[1]
    print(w.ask("GET", path + "events")[0], "more than the page")
    print(w.ask("GET", path, Sec_Fetch_Site="cross-site")[0], "from elsewhere")
    print(w.ask("GET", path)[0], "to the page" if w.answer.getheader("Location") == f"/{w.token}/" else w.answer.getheader("Location"))
    status, said = w.ask("GET", path)
    print(status, w.answer.getheader("Location"), re.search("<title>(.*?) –", said.decode())[1])
    w.end()


def unopened():
    """Where there is no browser, that is said."""
    p = subprocess.Popen([GWASG, "watch", "--open", "report"], stdout=subprocess.PIPE, text=True, env={"PATH": "/nowhere"})
    p.stdout.readline()
    print(p.stdout.readline().strip())
    p.kill()


def early(count):
    """Whoever comes while the first pages are made has them all in the end."""
    shutil.copytree(f"{ROOT}/examples/caerfedwen-2012", "early")
    w = Watch("early")
    others = []
    for _ in range(count):
        time.sleep(.01)
        other = object.__new__(Watch)
        other.port, other.token, other.news, other.came = w.port, w.token, [], threading.Condition()
        threading.Thread(target=other.listen, daemon=True).start()
        others.append(other)
    for other in others:
        for lang in "en", "cy":
            other.until(pages(lang), 0)
            other.until(messages(lang), 0)
    print(len(others), "came early and have all pages")
    w.end()


def png(grey):
    """A picture of nothing else."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 60, 40, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress((b"\0" + bytes([grey]) * 60) * 40)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(b)) + k + b + struct.pack(">I", zlib.crc32(k + b)) for k, b in parts)


def pictures_served(w, news):
    """Those that pages bring, asked for as soon as they are told: (how many, their statuses)."""
    names = {m for p in news["pages"] for m in re.findall('href="(image/[^"]+)"', p.get("s", ""))}
    return len(names), *{w.ask("GET", f"/{w.token}/{name}")[0] for name in names}


def pictured():
    shutil.copytree(f"{ROOT}/examples/kestrel-bay-2013", "pictured")
    w = Watch("pictured")
    news, _ = w.until(pages("en"), 0)
    print("pictures at first:", *pictures_served(w, news))
    path = "pictured/images/education.png"
    with open(path, "rb") as f:
        whole = f.read()
    for what, picture in [("another", png(90)), ("half of it", whole[:len(whole) // 2]), ("whole again", whole)]:
        w.settle()
        begun = len(w.news)
        with open(path, "wb") as f:
            f.write(picture)
        good = what != "half of it"
        if good:
            news, _ = w.until(pages("en"), begun)
            print(f"{what}:", *pictures_served(w, news))
        news, _ = w.until(messages("en", good), begun)
        print(f"{what}:", *[m["what"] for m in news["messages"]])
    w.end()


def made_beside():
    """Files that are made below the report are not taken for saved ones; Ctrl-C ends it."""
    shutil.copytree(f"{ROOT}/examples/porthelyrch-2013", "beside")
    with open("made", "w+") as made:
        p = subprocess.Popen([GWASG, "watch", "--no-serve", "--lang", "en", "."], cwd="beside", stdout=made, stderr=made)
        for what in "first", "a save", "broken", "mended":
            if what != "first":
                with open("beside/inspection.yaml", encoding="utf-8") as f:
                    text = f.read()
                overwrite("beside/inspection.yaml", text + "oops: [\n" if what == "broken" else text.replace("oops: [\n", "") + "#\n")
            before, end = 0, time.time() + PATIENCE
            while before == 0 and time.time() < end:
                time.sleep(.1)
                before = len(open("made").read().split())
            time.sleep(1.5)
            print(f"{what}:", *open("made").read().split())
            made.truncate(0)
            made.seek(0)
        p.send_signal(signal.SIGINT)
        print("ends by signal", -p.wait())
    p = subprocess.run([GWASG, "watch", "--no-serve", "--out", ".", "."], cwd="beside", capture_output=True, text=True)
    print(p.returncode, p.stderr.strip())


def linked_out(w):
    os.symlink("../editor", "report/out.md")
    print(w.post("open?line=1&column=1&file=report/out.md"), "a link out of the report")


def resident(pid):
    """kB that the process and those below it have written for themselves: what they share with
    others counts for more when these end."""
    pids, all_kb = [pid], 0
    for name in os.listdir("/proc"):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8") as f:
                if int(f.read().rsplit(")", 1)[1].split()[1]) == pid:
                    pids.append(int(name))
        except (OSError, ValueError, IndexError):
            pass
    for p in pids:
        try:
            with open(f"/proc/{p}/smaps_rollup", encoding="utf-8") as f:
                all_kb += int(re.search(r"Private_Dirty:\s+(\d+)", f.read())[1])
        except OSError:
            pass
    return all_kb


def memory(times):
    shutil.copytree(f"{ROOT}/examples/porthelyrch-2013", "small")
    w = Watch("--lang", "en", "small")
    path = "small/inspection.yaml"
    _, at = w.until(messages("en"), 0)
    with open(path, encoding="utf-8") as f:
        text = f.read()
    at_first = 0
    for i in range(times + 20):
        begun = len(w.news)
        overwrite(path, text + f"# {i}\n")
        w.until(messages("en"), begun)
        if i == 20:
            w.settle()
            at_first = resident(w.process.pid)
    w.settle()
    grown = resident(w.process.pid) - at_first
    print(f"memory: {'flat' if grown < 2048 else f'{grown} kB more'}, over {times} saves")
    if os.environ.get("VERBOSE"):
        print(f"{at_first} kB, {grown} more", file=sys.stderr)
    w.end()


def main():
    shutil.copytree(f"{ROOT}/examples/caerfedwen-2012", "report")
    overwrite("editor", "#!/bin/sh\nprintf '%s\\n' \"$@\" >opened.new && mv opened.new opened\n")
    os.chmod("editor", 0o755)
    shutil.copytree(f"{ROOT}/templates", "templates")
    w = Watch("--templates", "templates", "--editor", "./editor -g '{file}:{line}:{column}' \"two words\"", "report")
    _, at = w.until(messages("en"), 0)
    w.until(messages("cy"), 0)
    refused(w)
    taken_port(w)
    figures(w)
    at = saved(w, len(w.news))
    broken(w)
    chosen(w)
    chosen_again(w)
    edited(w)
    linked_out(w)
    template(w)
    away(w)
    crowded(w)
    opened_once()
    unopened()
    early(40)
    pictured()
    made_beside()
    w.end()
    print("said:", open("err").read())


main() if len(sys.argv) < 4 else memory(int(sys.argv[3]))
