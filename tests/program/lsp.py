"""lsp.py -- an editor that writes in a report: opens, asks, types, and prints what the
language server says.  Usage: lsp.py GWASG FOLDER"""
import json
import os
import subprocess
import sys

gwasg, folder = sys.argv[1], os.path.realpath(sys.argv[2])


class Editor:
    def __init__(self):
        self.process = subprocess.Popen([gwasg, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number, self.messages, self.texts = 0, {}, {}

    def put(self, body):
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def take(self):
        length = 0
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the server has ended")
            if line == b"\r\n":
                break
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def tell(self, method, **params):
        self.put(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def said(self):
        """The next messages that are published."""
        message = self.take()
        assert message["method"] == "textDocument/publishDiagnostics", message
        name = os.path.basename(message["params"]["uri"])
        self.messages[name] = message["params"]["diagnostics"]
        return name

    def answer(self, method, **params):
        self.number += 1
        self.put(json.dumps({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}).encode())
        while True:
            message = self.take()
            if message.get("id") == self.number:
                return message.get("result", message.get("error"))
            name = os.path.basename(message["params"]["uri"])
            self.messages[name] = message["params"]["diagnostics"]

    def uri(self, name):
        return "file://" + os.path.join(folder, name)

    def open(self, name):
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            self.texts[name] = f.read()
        self.tell("textDocument/didOpen", textDocument={
            "uri": self.uri(name), "languageId": "yaml", "version": 1, "text": self.texts[name]})

    def place(self, name, words, behind):
        """Behind so many characters of the first such words."""
        at = self.texts[name].index(words) + behind
        line = self.texts[name].rfind("\n", 0, at) + 1
        before = self.texts[name][line:at]
        return {"line": self.texts[name].count("\n", 0, at), "character": len(before.encode("utf-16-le")) // 2}

    def ask(self, what, name, words, behind, **more):
        return self.answer("textDocument/" + what, textDocument={"uri": self.uri(name)},
                           position=self.place(name, words, behind), **more)

    def type(self, name, old, new):
        """In the place of words, as an editor sends it."""
        where = {"start": self.place(name, old, 0), "end": self.place(name, old, len(old))}
        self.texts[name] = self.texts[name].replace(old, new, 1)
        self.tell("textDocument/didChange", textDocument={"uri": self.uri(name), "version": 2},
                  contentChanges=[{"range": where, "text": new}])
        while self.said() != name:
            pass


def labels(result, most=6):
    names = [item["label"] for item in result["items"]]
    return f"{' '.join(names[:most])}{' ...' if len(names) > most else ''}"


def span(found):
    start, end = found["start"], found["end"]
    return f"{start['line'] + 1}:{start['character'] + 1}-{end['line'] + 1}:{end['character'] + 1}"


def place(found):
    """Its file and the words of its line, which stay when others move it."""
    with open(found["uri"][7:], encoding="utf-8") as f:
        line = f.read().split("\n")[found["range"]["start"]["line"]]
    return f"{os.path.basename(found['uri'])}: {line.strip()[:40]}"


def edits(found):
    return {os.path.basename(uri): [f"{span(e['range'])} {e['newText']}" for e in list_]
            for uri, list_ in found["changes"].items()} if "changes" in found else found["message"]


def mends(editor, name, message):
    found = editor.answer("textDocument/codeAction", textDocument={"uri": editor.uri(name)},
                          range=message["range"], context={"diagnostics": [message]})
    return [(m["title"], edits(m["edit"])[name]) for m in found]


def say(what, value):
    print(f"{what}: {value}")


def session(e):
    main = "inspection.yaml"
    say("too early", e.answer("textDocument/hover"))
    say("able", " ".join(sorted(e.answer("initialize", capabilities={})["capabilities"])))
    e.tell("initialized")
    e.open(main)
    e.open("foreword.md")
    while e.said() != main:
        pass
    say("messages at first", [m["code"] for m in e.messages[main]])

    mark = "((rosh-shared n of cases %))"
    say("number", e.ask("hover", main, mark, 5)["contents"]["value"].replace("\n\n", " / "))
    say("key", e.ask("hover", main, "fieldwork", 2)["contents"]["value"][:50])
    say("nothing there", e.ask("hover", main, "# ", 1))
    say("question", place(e.ask("definition", main, mark, 5)))
    say("footnote", place(e.ask("definition", main, "[^oversight]", 4)))
    say("criterion", place(e.ask("definition", main, '"1.1"', 2)))
    say("file", place(e.ask("definition", main, "file: foreword.md", 8)))

    say("marks", labels(e.ask("completion", main, mark, 2)))
    say("forms", labels(e.ask("completion", main, mark, len(mark) - 2), 9))
    say("parts", labels(e.ask("completion", main, "where custody))", 6), 2))
    say("keys", labels(e.ask("completion", main, "fieldwork", 0), 4))
    say("keys inside", labels(e.ask("completion", main, "from:", 0)))
    say("words", labels(e.ask("completion", main, "role: ", 6)))
    say("footnotes", labels(e.ask("completion", main, "[^oversight]", 2)))
    say("blocks", labels(e.ask("completion", main, "(#oversight", 2), 1))

    say("footnote renamed", edits(e.ask("rename", main, "[^oversight]", 3, newName="seen-before")))
    say("block renamed", edits(e.ask("rename", main, "id: oversight", 5, newName="no-oversight")))
    say("a name that is none", edits(e.ask("rename", main, "id: oversight", 5, newName="no oversight")))
    say("a question", e.ask("prepareRename", main, mark, 5)["message"])

    e.type(main, "fieldwork:", "feildwork:")
    found = e.messages[main][0]
    say("slip", (found["code"], span(found["range"]), found["message"]))
    say("mend", mends(e, main, found))
    say("number while it is wrong", e.ask("hover", main, mark, 5)["contents"]["value"][:14])
    e.type(main, "feildwork:", "fieldwork:")
    say("mended", [m["code"] for m in e.messages[main]])
    for right, wrong in (("((rosh-shared n", "((rosh-shard=yes n"), ("[^oversight]", "[^oversihgt]"),
                         ("](#oversight)", "](#oversihgt)"), ("who: children", "who: 'childern'"),
                         ("=yes Words", "=yse Words")):
        e.type(main, right, wrong)
        say("slip in " + wrong, [mends(e, main, m) for m in e.messages[main] if m["severity"] < 3])
        e.type(main, wrong, right)
    for before in ("tŷ ŵyr 😀 ", "ty\u0302 w\u0302yr \u1112\u1161\u11ab "):
        e.type(main, mark, before + "((rosh-shard n of cases %))")
        say("slip behind " + ascii(before), [mends(e, main, m) for m in e.messages[main] if m["severity"] < 3])
        e.type(main, before + "((rosh-shard n of cases %))", mark)
    say("behind a comma", labels(e.ask("completion", main, "names: [Owain Meredith]", 0)))
    e.type(main, "columns: {office: [Northam, Southam]}", "columns: {office: [Northam, Southam]}\nslip: [a, b]")
    say("before a blank", [e.ask(what, main, "slip: [a, b]", 9) is None for what in ("hover", "definition")])
    e.type(main, "\nslip: [a, b]", "")
    e.texts[main] = "\ufeff" + e.texts[main]
    e.type(main, e.texts[main], "\ufeffslip: 1\n" + e.texts[main][1:])
    say("behind a byte mark", [span(m["range"]) for m in e.messages[main] if m["severity"] < 3])
    e.type(main, e.texts[main], e.texts[main][9:])
    e.tell("textDocument/didOpen", textDocument={"uri": "file:///none/of/ours.md", "text": mark})
    say("no report's", e.answer("textDocument/hover", textDocument={"uri": "file:///none/of/ours.md"},
                                position={"line": 0, "character": 5}))
    e.type(main, mark, "24 of the 46 cases (52%)")
    found = [m for m in e.messages[main] if m["code"] == "FIGURE_BARE"]
    say("bare", [(m["code"], span(m["range"])) for m in found])
    say("bound", mends(e, main, found[0]) if found else None)
    e.type("foreword.md", "the", "the \u202e")
    say("in Markdown", [m["code"] for m in e.messages["foreword.md"]])

    e.put(b"{no json")
    answer = e.take()
    while "error" not in answer:
        answer = e.take()
    say("no JSON", answer["error"]["code"])
    say("no such method", e.answer("workspace/dance")["code"])
    say("end", e.answer("shutdown"))
    say("too late", e.ask("hover", main, "fieldwork", 2)["code"])
    e.tell("exit")
    say("exit status", e.process.wait())


session(Editor())
