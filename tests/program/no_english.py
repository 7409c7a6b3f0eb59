"""no_english.py WELSH ENGLISH ALLOWED -- the words of a Welsh edition that are not marked as
English and yet stand in its English edition.  WELSH, ENGLISH: dumps "tags"; ALLOWED: words
that both languages write alike, a line each with the reason behind a blank."""
import re
import sys

TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


def texts(path, own):
    """Each text and whether it is in the edition's own language."""
    stack = [(-1, True)]
    with open(path, encoding="utf-8") as dump:
        for line in dump:
            depth = len(line) - len(line.lstrip())
            while stack[-1][0] >= depth:
                stack.pop()
            mine = stack[-1][1]
            lang = re.search(r' lang="([a-zA-Z-]+)"', line)
            if lang:
                mine = lang.group(1).startswith(own)
            stack.append((depth, mine))
            line = re.sub(r' (?!alt=|actual=)[\w-]+="[^"]*"', "", line)
            for found in TEXT.finditer(line):
                yield found.group(1), mine


def words(path, own, capitals):
    """Words in small letters; names begin with a capital, addresses hold dots."""
    found = {}
    for text, mine in texts(path, own):
        if not mine:
            continue
        text = re.sub(r"\S+[.@/]\S+", " ", text)
        for m in re.finditer(r"(?<!\d)[^\W\d_]+(?:['’-][^\W\d_]+)*", text):
            word = m.group().replace("’", "'")
            if word[0].islower() or capitals:
                found.setdefault(word.lower(), text)
    return found


def main(welsh, english, allowed):
    with open(allowed, encoding="utf-8") as f:
        fine = {line.split()[0] for line in f if line.strip() and not line.startswith("#")}
    cy, en = words(welsh, "cy", False), words(english, "en", True)
    both = sorted(w for w in cy if len(w) > 1 and w in en and w not in fine)
    for word in both:
        print(f"{word}: {cy[word][:100]}")
    if len(cy) < 100:
        print(f"only {len(cy)} words in Welsh")
    return 1 if both or len(cy) < 100 else 0


sys.exit(main(*sys.argv[1:4]))
