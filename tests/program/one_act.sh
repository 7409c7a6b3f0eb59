#!/bin/sh
# one_act.sh -- a sending is one act: killed at any call, the same command run again ends
# as if nothing had happened.  The hash is of all that was opened, the map says which text
# it belongs to.
. "$ROOT/tests/program/lib.sh"
report=severnside-2012
copy_example $report
printf 'name,body,role,stage,language,embargo\nJoan Hale,Severnside YOS,manager,draft,en,\nTom Hill,Severnside Council,clerk,draft,en,\n' >$report/recipients.csv
cp -r $report fresh

# ---- the hash covers what was opened, whatever it is called ----

sed -i 's/^foreword:.*/foreword: {file: foreword.txt}/' fresh/inspection.yaml
mv fresh/foreword.md fresh/foreword.txt 2>/dev/null || echo "A word before." >fresh/foreword.txt
hash_of() { "$GWASG" build --dump pages --stage draft "$@" 2>err | sed -n 's/.*"\(Text\|Testun\) \([0-9b-z]*\)".*/\2/p' | sort -u; }
cp -r fresh $WORK/texts
before=$(hash_of texts)
[ -n "$before" ] || { fail "no hash"; head -n 3 err; }
echo "More." >>texts/foreword.txt
[ "$(hash_of texts)" != "$before" ] || fail "a text of another name is not in the hash"
cp fresh/foreword.txt texts/foreword.txt
echo "Not read." >texts/notes.md
[ "$(hash_of texts)" = "$before" ] || fail "a file that nobody reads is in the hash"
cp -r "$ROOT/templates" templates
printf '\n' >>templates/house-plain/common.xsl
[ "$(hash_of --templates templates texts)" != "$before" ] || fail "a template is not in the hash"
mkdir texts/logos && cp texts/images/signature.png texts/logos/ours.png
sed -i '0,/<signature>/s//<signature src="logos\/ours.png">/;0,/<xsl:attribute name="src">.*<\/xsl:attribute>/s///' templates/house-plain/common.xsl
named=$(hash_of --templates templates texts)
[ -n "$named" ] || { fail "a picture that the template names: no hash"; head -n 3 err; }
printf 'x' >>texts/logos/ours.png
[ "$(hash_of --templates templates texts)" != "$named" ] || fail "a picture that the template names is not in the hash"
copy_example caerfedwen-2012
[ "$(hash_of --lang en caerfedwen-2012)" = "$(hash_of --lang cy caerfedwen-2012)" ] || fail "each edition has a hash of its own"

# ---- killed at every call ----

report=westmere-2013
copy_example $report
cp severnside-2012/recipients.csv $report

send() { "$GWASG" build --stage draft --send --date 2012-05-14 --out o $report; }
status 0 "a draft" send
mkdir want && cp -r o $report/sent want
# The calls by which files come, go and change their names, one after the other.
cat >die.c <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>
static void count(void)
{
    static int calls, at = -1;
    if (at < 0)
        at = atoi(getenv("DIE_AT"));
    if (++calls == at)
        kill(getpid(), SIGKILL);
}
#define REAL(name) (count(), dlsym(RTLD_NEXT, name))
int rename(const char *x, const char *y) { return ((int (*)(const char *, const char *))REAL("rename"))(x, y); }
int link(const char *x, const char *y) { return ((int (*)(const char *, const char *))REAL("link"))(x, y); }
int unlink(const char *x) { return ((int (*)(const char *))REAL("unlink"))(x); }
int mkdir(const char *x, mode_t m) { return ((int (*)(const char *, mode_t))REAL("mkdir"))(x, m); }
int fchmod(int fd, mode_t m) { return ((int (*)(int, mode_t))REAL("fchmod"))(fd, m); }
C
if [ -n "${SANITIZED-}" ] || ! cc -shared -fPIC -o die.so die.c -ldl 2>/dev/null; then
    skipped "no process can be killed at a call here"
    finish
fi
at=0 killed=1
while [ $killed = 1 ] && [ $at -lt 80 ]; do
    at=$((at + 1))
    rm -rf o $report/sent
    DIE_AT=$at LD_PRELOAD=./die.so "$GWASG" build --stage draft --send --date 2012-05-14 --out o $report >/dev/null 2>&1
    [ $? = 137 ] || killed=0
    send >out 2>err
    done=$?
    [ $done = 0 ] || { [ $done = 4 ] && grep -q SENT_ALREADY err; } ||
        { fail "after a kill at call $at: exit status $done"; head -n 3 err; }
    for part in o sent; do
        [ $part = o ] && there=o || there=$report/sent
        diff -r want/$part $there >diff.out || { fail "killed at call $at, run again: $part differs"; head -n 5 diff.out; }
    done
done
[ $at -gt 15 ] || fail "killed only $at times"

# Another text behind a kill has a map of its own.
rm -rf o $report/sent
DIE_AT=12 LD_PRELOAD=./die.so "$GWASG" build --stage draft --send --date 2012-05-14 --out o $report >/dev/null 2>&1
sed -i '0,/^strengths:/s/^strengths:/strengths:\n  - A strength that nobody had seen before./' $report/inspection.yaml
status 0 "another text" send
hash=$(sed -n '2s/.*,\([b-z][0-9b-z]*\),[^,]*,[^,]*$/\1/p' $report/sent/drafts.csv)
[ "$(tail -n 1 $report/sent/draft1.en.csv | tr -d '\r' | sed 's/.*,//')" = "$hash" ] || fail "the map is of another text"
contains $report/sent/draft1.en.csv "A strength that nobody had seen before."

# A map that was put there by somebody else is not sent under this text's name.
sed -i "s/$hash/bcdfghj/" $report/sent/draft1.en.csv
echo 'Late Comer,Severnside Council,,draft,en,' >>$report/recipients.csv
status 4 "the map of another text" send
contains err "it is the map of a text with the hash bcdfghj"
finish
