#!/bin/sh
# The web edition in a browser: axe-core's rules light and dark, narrow and wide, the Tab key,
# the width of a small screen, and print.  Needs chromium, and puppeteer-core and axe-core from
# npm, in a folder that NODE_PATH names; else it is skipped.  WEB=all: every document of every
# example in both languages; else one of each programme.
. "$ROOT/tests/program/lib.sh"

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
{ [ -n "$chromium" ] && command -v node && node -e 'require("puppeteer-core"); require("axe-core")'; } >/dev/null 2>&1 || {
    skipped "no chromium with puppeteer-core and axe-core: pages are not tried in a browser"
    exit 77
}

for report in "$ROOT"/examples/*/; do
    case $(basename "$report") in
    severnside-2012 | porthelyrch-2013 | kestrel-bay-2013) ;;
    *) [ "${WEB-}" = all ] || continue ;;
    esac
    "$GWASG" build --stage final --to html --out pages "$report" >/dev/null 2>err || fail "no page of $report"
done
"$GWASG" build --to html --out pages "$ROOT/examples/severnside-2012" >/dev/null 2>err || fail "no page of a proof"
CHROMIUM=$chromium node "$ROOT/tests/web/pages.js" pages/*.html >found 2>&1 || {
    fail "what a browser finds in pages"
    head -n 40 found >&2
}
tail -n 1 found
if command -v pdftotext >/dev/null; then
    "$chromium" --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=printed.pdf \
        pages/severnside-2012.en.html >/dev/null 2>&1 || fail "a page cannot be printed"
    pdftotext printed.pdf - | grep -q "Acknowledgements" || fail "print does not reach the end"
    ! pdftotext printed.pdf - | grep -q "The figures as a table" || fail "print has what only a screen opens"
fi
finish
