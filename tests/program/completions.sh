#!/bin/sh
# The completions of each shell have every command, option and word of the program.
. "$ROOT/tests/program/lib.sh"
for shell in bash zsh fish; do
    status 0 "completions $shell" "$GWASG" completions $shell
    cp out gwasg.$shell
    if command -v $shell >/dev/null; then
        $shell -n gwasg.$shell || fail "$shell does not read its completions"
    else
        skipped "$shell is missing; nobody read its completions"
    fi
done
PATH=$(dirname "$GWASG"):$PATH

# after WORD... : what bash offers for the last one, on a line
cat >after.bash <<'SH'
. ./gwasg.bash
COMP_WORDS=(gwasg "$@") COMP_CWORD=$#
_gwasg
echo "${COMPREPLY[*]}"
SH
after() { bash after.bash "$@"; }

# offers WANT WORD...
offers() {
    want=$1
    shift
    got=$(after "$@")
    [ "$got" = "$want" ] || fail "behind gwasg $*: $got, not $want"
}

"$GWASG" help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p' >commands
offers "$(sed 's/ .*//' commands | uniq | tr '\n' ' ' | sed 's/ $//')" ""
offers "export import status accept memory" translate ""
while read -r command; do
    # shellcheck disable=SC2086 # a command may have two words
    options=$("$GWASG" help $command | sed -n 's/^  -., \(--[a-z]*\) .*/\1/p' | tr '\n' ' ')
    # shellcheck disable=SC2086
    offers "${options% }" $command --
    for option in $options; do
        grep -q "__gwasg_of $command' -s . -l ${option#--} " gwasg.fish || fail "fish: no $option of $command"
        sed -n "/^    '$command '\*)/,/;;/p" gwasg.zsh | grep -q "'\**${option}[=[]" || fail "zsh: no $option of $command"
    done
done <commands

# Each word that is offered is taken; what is not offered is refused, with those that are.
for option in build:--stage build:--lang build:--dump build:--diagnostics build:--colour scores:--lang \
    scores:--format figures:--format "translate status:--format" "comments add:--kind"; do
    command=${option%%:*} option=${option##*:}
    # shellcheck disable=SC2086
    for word in $(after $command $option ""); do
        "$GWASG" $command $option "$word" --nothing 2>&1 | grep -q 'unknown option: --nothing' ||
            fail "$command $option does not take $word"
        grep "__gwasg_of $command' .* -l ${option#--} " gwasg.fish | grep -q "[' ]${word}[' ]" || fail "fish: no $word of $option"
    done
    # shellcheck disable=SC2086
    status 2 "$command $option" "$GWASG" $command $option neither
    contains err "unknown word for $option: neither; use "
done
offers cy build --lang = c
offers cci-2009 schema cci-2009
offers writing help wri
offers "bash zsh fish" completions ""
finish
