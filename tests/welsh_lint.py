"""welsh_lint.py -- Welsh wording as far as a script can judge it: nothing stands before a
mark that would change the first letter of what the mark prints, no ampersand, no number
apart from its %.  Names have forms of their own ((field area in)); numbers in figures do
not change."""
import re

# Words behind which Welsh changes the beginning of the next word, or which change with it.
CHANGING = ("yn ym yng i o ar at am dan gan dros drwy trwy heb wrth hyd rhag rhwng a ac â ag "
            "gyda tua na nac neu y yr ei eu fy dy dau dwy tri tair chwe pan pwy pa mor rhy "
            "'r 'n 'i 'u 'w fesul er nes tan dyma dyna ail rhyw unrhyw prif ambell holl").split()
# Arguments that templates fill with numbers in figures, or with signs.
NUMBERS = "n from to first last lowest up down value page count score share queries hash sufficient short safeguarding risk reoffending"
MARK = re.compile(r"(?<![\w'’])('?[\wâŵŷ]+|(?<=\w)['’][rniuw])[ \\\n*_\"“(]+\(\(([^()]*)\)\)")
ELIDED = re.compile(r"([\w]['’][rniuw])\s+[*_\"“]*\(\(([^()]*)\)\)")


def prints_number(mark):
    """Whether the mark prints figures: counts do, unless they are asked for in words."""
    words = mark.split()
    if words[0] == "arg":
        return len(words) > 1 and words[1] in NUMBERS.split()
    if words[0] == "field":
        return " ".join(words[1:]) in ("published", "fieldwork", "contact.phone")
    if words[0] == "word":
        return words[1].startswith("publisher-")  # addresses do not change
    return words[0] != "judgement" and "title" not in words and not set(words) & {"words", "Words", "spelt", "Spelt"}


def faults_of(text):
    """What is wrong with a Welsh wording."""
    if re.search(r"&(?!\w+;)", text):
        yield 'an ampersand; write "a" or "ac"'
    if re.search(r"\b[Yy]n mis\b", text):
        yield '"yn mis"; write "ym mis"'
    if re.search(r"(\d|\)\)) %", re.sub(r"\(\([^()]*\)\)", "((0))", text)):
        yield "a blank before %"
    if re.search(r"\)\)['’][rniuw]\b", text):
        yield "an elision behind a mark, which may end in a consonant"
    for found in list(MARK.finditer(text)) + list(ELIDED.finditer(text)):
        before, mark = found.group(1).lower().replace("’", "'"), found.group(2)
        word = before[-2:] if "'" in before[1:] else before
        if word in CHANGING and mark.strip() and not prints_number(mark):
            yield f'"{before} ((({mark})))": what stands there may have to change; use a form ' \
                  "of its own, or put it behind a colon"


def welsh_texts(text):
    """Line and Welsh wording of a words.yaml, glossary.yaml or programme.yaml."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        for found in re.finditer(r"\bcy:\s*(.*)$", line):
            rest = found.group(1)
            if rest.startswith("|") or rest == "":
                depth = len(line) - len(line.lstrip())
                body = []
                for below in lines[number:]:
                    if below.strip() and len(below) - len(below.lstrip()) <= depth:
                        break
                    body.append(below.strip())
                yield number, "\n".join(body)
            elif rest.startswith('"'):
                yield number, re.match(r'"((?:[^"\\]|\\.)*)"?', rest).group(1)
            elif rest.startswith("{"):
                yield number, rest
            else:
                yield number, re.split(r", reviewed:|\}", rest)[0]


SELF_TEST = (  # a wording, whether it is good
    ("Adroddiad yn ((field area))", False), ("Adroddiad: gwaith ((field area in))", True),
    ("o ((field area of)) i", False), ("gan **((arg name))**", False), ("Siart ((arg n))", True),
    ("roedd ((arg score)) yn dda", True), ("o ((arg score)) i", True), ("a ((cases n cases))", True),
    ("ac ((cases Spelt))", False), ("yn ((field published month))", False), ("yn mis Mai", False),
    ("plant & phobl", False), ("50 %", False), ("((arg score)) %", False), ("i'r ((arg title))", False),
    ("((arg name))'r tîm", False), ("ar ((field published))", True), ("gyda'r ((arg n))", True),
    ("dyma ((arg name))", False), ("yr holl ((arg title))", False),
)


def check(sources, fault):
    for text, good in SELF_TEST:
        if (not list(faults_of(text))) != good:
            fault("tests/welsh_lint.py", 1, f"does not judge {text!r} as it should")
    for path, text in sources("templates", ".yaml"):
        for number, welsh in welsh_texts(text):
            for what in faults_of(welsh):
                fault(path, number, f"Welsh: {what}")
