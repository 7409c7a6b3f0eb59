"""diagnostics.py ROOT -- every diagnostic of the table has a case that raises it: its id ends
a line of a dump that some test compares whole with what a run has said."""
import os
import re
import sys

root = sys.argv[1]
with open(os.path.join(root, "src/base/diag_table.h"), encoding="utf-8") as f:
    table = re.findall(r"^ *X\((\w+), (?:ERROR|WARNING|WAITS|LEAVES|NOTE),", f.read(), re.M)
raised = set()
for folder, _, names in os.walk(os.path.join(root, "tests")):
    for name in names:
        path = os.path.join(folder, name)
        # "want.diag" and "want-cy-proof.xml" of a folder, "CASE.want" beside its case
        if re.match(r"want[.-]", name) or (name.endswith(".want") and os.path.exists(path[:-5])):
            with open(path, encoding="utf-8") as f:
                raised |= set(re.findall(r": (?:error|warning|note): .*\[(\w+)\]$", f.read(), re.M))
missing = [i for i in table if i not in raised]
unknown = sorted(raised - set(table))
print(f"{len(table)} diagnostics, {len(missing)} without a case")
for i in missing:
    print(f"no case raises {i}")
for i in unknown:
    print(f"a case expects {i}, which is not in the table")
sys.exit(1 if missing or unknown or len(table) < 100 else 0)
