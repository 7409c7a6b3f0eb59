#!/bin/sh
# judge.sh FILE.pdf... -- what others say of our PDFs: qpdf of their form, poppler of their
# structure, and, where PDF_CHECK names a validator that takes files and exits with 0 when
# they pass, that one.  Quiet and 0 when all is well.  A tool that is not there is left out.
status=0
said=$(mktemp) || exit 2
trap 'rm -f "$said"' EXIT

judge() { # what is asked, then the command
    what=$1
    shift
    if ! "$@" >"$said" 2>&1; then
        echo "$what: $file"
        cat "$said"
        status=1
    fi
}

# Structure that poppler reads, without a word of complaint.
structure() {
    pdfinfo -struct-text "$1" 2>&1 >/dev/null | grep . && return 1
    pdfinfo -struct-text "$1" 2>/dev/null | grep -q '^Document'
}

for file in "$@"; do
    command -v qpdf >/dev/null && judge "qpdf --check" qpdf --check "$file"
    command -v pdfinfo >/dev/null && judge "pdfinfo -struct-text" structure "$file"
    [ -n "$PDF_CHECK" ] && judge "$PDF_CHECK" $PDF_CHECK "$file"
done
exit $status
