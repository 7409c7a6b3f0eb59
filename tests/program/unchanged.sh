#!/bin/sh
# A build of what stands does nothing, says so, and says again what had been said; whatever
# has changed, it builds.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/examples/severnside-2012" one
cp -r "$ROOT/templates" t
sleep 3 # of what was written within a tick of a clock nobody can be sure
printf '\nOf all that we saw, 37 were good.\n' >>one/foreword.md # something is to be said
made=o/one.proof.en.pdf

# build WANT WHAT [OPTION...]: whether it builds, stands, or any; what it made and says is the same.
build() {
    should=$1 about=$2
    shift 2
    status 0 "$about" "$GWASG" build --templates t --lang en --document report --out o "$@" one
    contains out $made
    grep -v ': unchanged since it was built; ' err >said
    if grep -q 'one: unchanged since it was built; --always builds it again$' err; then did=stands; else did=builds; fi
    [ "$should" = any ] || [ $did = "$should" ] || fail "$about: it $did"
}
build builds "for the first time"
[ -s said ] || fail "nothing is said that could be said again"
cp said first
cp $made first.pdf
build stands "again"
build stands "with --jobs" --jobs 3
build stands "no colours, as before" --color never
cmp said first || fail "it is not said again"
cmp $made first.pdf || fail "it was touched"
build builds "with --always" --always
cmp $made first.pdf || fail "it is another"
build stands "what --always made"
build builds "other options" --verbose
build builds "as a list" --diagnostics json
cp err list
build builds "as a list again" --diagnostics json # for it does not say that it stands
cmp err list || fail "the list is another"
[ "$(find o -name '.one-*.built' | wc -l)" = 3 ] || fail "another number of records"
build stands "the first options"
touch one/*.yaml one/*.csv
build stands "touched, and the same"
echo "# a line" >>one/inspection.yaml
build builds "a changed input"
build stands "the changed input"
echo "new" >one/new.txt
build builds "a new file"
mkdir one/more && echo "new" >one/more/new.txt
build builds "a new file in a new folder"
build stands "the new files"
rm one/new.txt
build builds "a file less"
printf X | dd of=$made bs=1 seek=1000 conv=notrunc 2>/dev/null
build builds "a byte of what was made"
build stands "what was made again"
rm $made
build builds "what was made is gone"
touch t/cci-2012/report.xsl
build builds "a template of just now"
build any "which cannot be sure yet"
sleep 3
build any "of which it is sure now"
build stands "that template"
for broken in "s/^gwasg built /&1/" "2s/.*/99999999999/" "2s/.*/x/" "s/$/ /" '$d'; do
    for record in o/.one-*.built; do sed -i "$broken" "$record"; done
    build builds "a record that is none: $broken"
    build stands "a record again"
done
# Another program beside the same fonts.
mkdir p && cp "$GWASG" p/gwasg && ln -s "$ROOT/fonts" p/fonts
sleep 3
GWASG=p/gwasg
build builds "another program"
build stands "that program"
cp p/gwasg p/new && mv p/new p/gwasg
build builds "the program anew"
exit $failed
