#!/bin/sh
# The installed program works from any folder, without the source.
. "$ROOT/tests/program/lib.sh"
: "${BUILD:?the build folder}"
cmake --install "$BUILD" --prefix "$WORK/usr" >install.log 2>&1 || fail "cmake --install: $(tail -n 3 install.log)"
[ -e usr/share/man/man1/gwasg.1 ] || fail "no man page"
[ -e usr/share/gwasg/fonts/OFL.txt ] || fail "no licence beside the fonts"
for shell in bash:bash-completion/completions/gwasg zsh:zsh/site-functions/_gwasg fish:fish/vendor_completions.d/gwasg.fish; do
    "$GWASG" completions "${shell%%:*}" | cmp -s - "usr/share/${shell#*:}" || fail "other completions of ${shell%%:*}"
done
mkdir somewhere && cd somewhere || exit 1
cp -r "$WORK/usr/share/doc/gwasg/examples/severnside-2012" mine
status 0 "help" env -i PATH=/usr/bin:/bin "$WORK/usr/bin/gwasg" help writing
cmp -s "$WORK/out" "$ROOT/docs/writing.md" || fail "help is not the document"
status 0 "installed" env -i PATH=/usr/bin:/bin "$WORK/usr/bin/gwasg" build mine
[ -s out/mine.proof.en.pdf ] || fail "nothing was built"
if command -v man >/dev/null; then
    status 0 "man page" env MANWIDTH=80 man -l --warnings=all "$WORK/usr/share/man/man1/gwasg.1"
    [ -s "$WORK/err" ] && fail "the man page: $(head -n 1 "$WORK/err")"
else
    skipped "man is missing; nobody read the manual"
fi
finish
