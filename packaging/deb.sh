#!/bin/sh
# deb.sh -- the program that ./run build has built, as a package for the Debian that this is:
# build/gwasg_VERSION_ARCHITECTURE.deb.  Its version ends in the release, so that the package
# of the next release is an upgrade; DEBFULLNAME and DEBEMAIL say who keeps it.
set -eu
cd "$(dirname "$0")/.."
work=$PWD/build/deb
root=$work/root
doc=$root/usr/share/doc/gwasg
: "${ID:=$(. /etc/os-release && echo "$ID")}" "${RELEASE:=$(. /etc/os-release && echo "${VERSION_ID:-sid}")}"
program=$(build/gwasg --version)
version=${program#gwasg }+${ID%ian}$RELEASE
architecture=$(dpkg --print-architecture)
maintainer="${DEBFULLNAME:-The gwasg authors} <${DEBEMAIL:-gwasg@packages.invalid}>"
umask 022
rm -rf "$work"
mkdir -p "$work/debian" "$root/DEBIAN"
DESTDIR=$root cmake --install build/release --prefix /usr --strip >build/deb.log

# Where Debian has these: completions of packages, and documents that are read by people.
mkdir "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_gwasg" "$root/usr/share/zsh/vendor-completions"
rmdir "$root/usr/share/zsh/site-functions"
ln -s ../../gwasg/docs "$doc/docs"
gzip -9n "$root/usr/share/man/man1/gwasg.1"
{
    echo "gwasg ($version) stable; urgency=medium"
    printf '\n  * Built from the source.\n\n -- %s  %s\n' "$maintainer" \
        "$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" '+%a, %d %b %Y %H:%M:%S +0000')"
} | gzip -9n >"$doc/changelog.gz"

# as_text FILE: a licence as a paragraph of the copyright file
as_text() { sed '1,3d; s/[ \t\r]*$//; s/^$/./; s/^/ /' "$1"; }
{
    echo 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/'
    printf '\nFiles: *\n%s\nLicense: Expat\n' "$(sed -n 's/^Copyright (c)/Copyright:/p' LICENSE)"
    as_text LICENSE
    printf '\nFiles: fonts/Lato*\n%s\nLicense: OFL-1.1\n' "$(sed -n '1s/^Copyright (c)/Copyright:/p' fonts/OFL.txt)"
    as_text fonts/OFL.txt
    printf '\nFiles: fonts/hyph_en_GB.dic\n%s\n' 'Copyright: Dominik Wujastyk, Graham Toal
License: BSD-style
 Unlimited copying, redistribution and modification of this file is permitted with this
 copyright and license information.'
} >"$doc/copyright"
rm "$root/usr/share/gwasg/fonts/OFL.txt"
ln -s ../../doc/gwasg/copyright "$root/usr/share/gwasg/fonts/OFL.txt"

# The libraries of this release: those that the program links, and those it loads when they are needed.
echo 'Source: gwasg' >"$work/debian/control"
linked=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/gwasg" 2>/dev/null | sed 's/^shlibs:Depends=//')
for library in 'libqpdf\.so\.[0-9]*' 'librsvg-2\.so\.[0-9]*' 'libpango-1\.0\.so\.[0-9]*' \
    'libmicrohttpd\.so\.[0-9]*'; do
    loaded=$(grep -ao "$library" "$root/usr/bin/gwasg" | head -n 1)
    linked="$linked, $(dpkg-query -S "*/$loaded" | sed -n '1s/:.*//p')"
done
{
    cat <<TEXT
Package: gwasg
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk "$root/usr" | cut -f 1)
Depends: $linked
Section: text
Priority: optional
Description: accessible inspection reports from YAML and scored answers
 Turns an inspection, written in YAML and Markdown, and its scored answers,
 a CSV file, into a published report in English and in Welsh: a PDF that
 screen readers can read (PDF/UA-1) and archives can keep (PDF/A-2a), with
 charts, tables and numbers drawn from the answers. Drafts for comment, the
 comments and the reply come from the same files.
TEXT
} >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2 >DEBIAN/md5sums)
dpkg-deb --root-owner-group --build "$root" "build/gwasg_${version}_$architecture.deb" >>build/deb.log
echo "build/gwasg_${version}_$architecture.deb"
