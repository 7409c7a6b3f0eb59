"""text.py EXAMPLE TO WORDS -- the comparison text: the example with as many numbered
paragraphs more, of sentences of its own drawn by lot (always the same), as make so many
words of its inspection.yaml."""
import random
import re
import shutil
import sys

example, to, words = sys.argv[1], sys.argv[2], int(sys.argv[3])
shutil.copytree(example, to)
path = to + "/inspection.yaml"
with open(path, encoding="utf-8") as f:
    text = f.read()
BLOCK = re.compile(r"(?m)^( +)- paragraph: \|\n(?:\1  +\S.*\n|\n)+")
lot = random.Random(20)
sentences = [s for block in BLOCK.finditer(text)
             for s in re.findall(r"[A-Z][^.()|\[*\"]{40,}\.(?= |\n)", block[0].split("\n", 1)[1].replace("\n", " "))]
missing = words - len(text.split())
blocks = len(BLOCK.findall(text))


def longer(match):
    """The block, and one of about as many words as each must add."""
    added = []
    while sum(len(s.split()) for s in added) < missing / blocks:
        added.append(re.sub(r"\s+", " ", lot.choice(sentences)))
    return f"{match[0].rstrip()}\n{match[1]}- paragraph: |\n{match[1]}    {' '.join(added)}\n\n"


if missing > 0:
    text = BLOCK.sub(longer, text)
with open(path, "w", encoding="utf-8") as f:
    f.write(text)
