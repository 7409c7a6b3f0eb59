#!/bin/sh
# make.sh -- writes the documents in the folder above anew, each from the file of its name here,
# by the program of its name: pandoc 2.17.1.1, LibreOffice 7.4.7.2 (office-…), npm's docx
# 9.15.2 (npm-…, all of make.js; NODE_PATH says where it is).  office-again is npm-numbering as
# LibreOffice saves it.  The test reads the documents as they are and needs none of these.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
office() { soffice --headless "-env:UserInstallation=file://$made/profile" --convert-to docx:"MS Word 2007 XML" --outdir "$made" "$@" >"$made/log" 2>&1; }
cd "$here"
for text in pandoc-*.md; do pandoc -o "$made/${text%.md}.docx" "$text"; done
for text in office-*.fodt; do office "$text"; done
office --infilter="HTML (StarWriter)" office-web.html
office --infilter="Text (encoded):UTF8,LF" office-plain.txt
node make.js "$made"
cp "$made/npm-numbering.docx" "$made/office-again.docx"
mkdir "$made/again" && mv "$made/office-again.docx" "$made/again"
office "$made/again/office-again.docx"
cp "$made"/*.docx ..
