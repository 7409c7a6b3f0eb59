#!/bin/sh
# judge.sh FILE.pdf... -- what is said of our PDFs: by claims.py, by qpdf of their form, by
# poppler of their structure, and, where PDF_CHECK names a validator that takes files and
# exits with 0 when they pass, by that one.  Quiet and 0 when all is well; a tool that is
# not there is named.
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

there() { command -v "$1" >/dev/null || { echo "SKIPPED: judge.sh: ${1:-PDF_CHECK} is missing"; false; }; }
for tool in qpdf pdfinfo "${PDF_CHECK-}"; do
    there "$tool" || continue
    for file in "$@"; do
        case $tool in
        qpdf) judge "qpdf --check" qpdf --check "$file" ;;
        pdfinfo) judge "pdfinfo -struct-text" structure "$file" ;;
        *) judge "$tool" "$tool" "$file" ;;
        esac
    done
done
file=$*
judge claims.py /usr/bin/python3 -B "$(dirname "$0")/claims.py" "$@"
exit $status
