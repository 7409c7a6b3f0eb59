#!/bin/sh
# Colours of messages and how far several reports are: on a terminal, and nowhere else.
. "$ROOT/tests/program/lib.sh"
python3 -c 'import os; os.openpty()' 2>/dev/null || {
    skipped "no terminal can be opened (no devpts); nobody saw the colours"
    exit 77
}
copy_example westmere-2013
copy_example kestrel-bay-2013
echo 'nonsense: 1' >>westmere-2013/inspection.yaml
unset NO_COLOR
export TERM=xterm
escape=$(printf '\033')

# on_terminal COMMAND...: all that it says, with a terminal for its standard error
on_terminal() {
    python3 - "$@" >out <<'PY'
import os, pty, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
said = b""
while True:
    try:
        more = os.read(fd, 65536)
    except OSError:
        break
    if not more:
        break
    said += more
os.waitpid(pid, 0)
sys.stdout.buffer.write(said)
PY
}
has() { contains out "$1"; }
lacks() { ! grep -qF -- "$1" out || { fail "\"$1\" in $2:"; head -n 3 out >&2; }; }

on_terminal "$GWASG" check westmere-2013
has "${escape}[1;31merror:${escape}[0m unknown key"
has "${escape}[1mwestmere-2013/inspection.yaml:"
has "${escape}[1;32m^"
on_terminal env NO_COLOR=1 "$GWASG" check westmere-2013
lacks "$escape" "NO_COLOR"
has "error: unknown key"
on_terminal env NO_COLOR= "$GWASG" check westmere-2013
has "${escape}[1;31m"
on_terminal env TERM=dumb "$GWASG" check westmere-2013
lacks "$escape" "a dumb terminal"
on_terminal "$GWASG" check --colour never westmere-2013
lacks "$escape" "--colour never"
on_terminal env NO_COLOR=1 "$GWASG" check --color=always westmere-2013
has "${escape}[1;31m"
on_terminal "$GWASG" check --diagnostics json westmere-2013
lacks "$escape" "JSON"
"$GWASG" check westmere-2013 >out 2>&1
lacks "$escape" "a pipe"
cp out plain
"$GWASG" check --colour always westmere-2013 >out 2>&1
has "${escape}[1;31merror:${escape}[0m"
sed "s/${escape}\[[0-9;]*m//g" out | cmp -s - plain || fail "in colour it says something else"

# Several reports; and the line is gone before anything else is printed.
for jobs in 1 2; do
    on_terminal "$GWASG" build --jobs $jobs --out o westmere-2013 kestrel-bay-2013
    has "1 of 2: westmere-2013${escape}[K"
    has "$(printf '\r')${escape}[Ko/kestrel-bay-2013.proof.en.pdf"
done
on_terminal "$GWASG" build --out o kestrel-bay-2013
lacks " of 1" "one report"
on_terminal "$GWASG" build --diagnostics json --out o westmere-2013 kestrel-bay-2013
lacks "1 of 2" "JSON"
"$GWASG" build --jobs 2 --out o westmere-2013 kestrel-bay-2013 >out 2>&1
lacks "1 of 2" "a pipe"
finish
