#!/bin/sh
# `gwasg help`: every command and every page of the documents; what --help of anything says
# is the same.
. "$ROOT/tests/program/lib.sh"

status 0 "help" "$GWASG" help
cp out general
status 0 "--help" "$GWASG" --help
cmp -s out general || fail "help and --help differ"
status 0 "topics" "$GWASG" help topics
sed -n 's/^  \([^ ]*\) .*/\1/p' out >pages
for page in "$ROOT"/docs/*.md; do
    name=$(basename "$page" .md)
    grep -qx "$name" pages || fail "no $name among the topics"
    status 0 "page $name" "$GWASG" help "$name"
    grep -qF "$(head -n 1 "$page")" out || fail "help $name is not docs/$name.md"
    [ "$(tail -n 1 out)" = "$(tail -n 1 "$page")" ] || fail "help $name is cut"
done
sed -n '/^Commands/,/^$/s/^  \([a-z]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p' general >commands
while read -r command; do
    # shellcheck disable=SC2086 # a command may have two words
    status 0 "help of $command" "$GWASG" help $command
    contains out "Usage: gwasg $command"
    case $command in *' '*)
        status 0 "its group" "$GWASG" "${command% *}" --help
        contains out "gwasg $command"
        ;;
    esac
done <commands
[ "$(wc -l <commands)" -ge 17 ] || fail "commands: $(cat commands)"

# A full disk is no help.
if [ -w /dev/full ]; then
    for asked in --help --version "help writing" "completions bash"; do
        # shellcheck disable=SC2086 # words
        "$GWASG" $asked >/dev/full 2>/dev/null
        [ $? = 4 ] || fail "$asked was not written, and nothing said so"
    done
fi
finish
