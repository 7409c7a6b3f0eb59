#!/bin/sh
# lint.sh [--all] -- the rules that a compiler does not hold: which folder may see which,
# no word of a report in C or XSLT.  --all adds the layout of the code, the scripts and
# cppcheck.
set -u
cd "$(dirname "$0")/.." || exit 1
python3 tests/lint.py || exit 1
[ "${1-}" = --all ] || exit 0
status=0
# Another release of clang-format than Debian 12's lays some lines out otherwise.
if clang-format --version | grep -q 'version 14\.'; then
    find src tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} + || status=1
fi
# A report's quotation marks are text.
shellcheck -S warning -e SC1111 run .ci/run packaging/*.sh tests/*.sh tests/*/*.sh || status=1
# cppcheck follows neither the tables made by macros nor functions that do not return.  What
# it said of a file that is as it was is kept in build.
mkdir -p build/cppcheck
cppcheck -j "$(getconf _NPROCESSORS_ONLN)" --cppcheck-build-dir=build/cppcheck --quiet \
    --enable=warning,portability --inline-suppr --error-exitcode=1 -Isrc \
    --suppress=normalCheckLevelMaxBranches --suppress=unknownMacro --suppress=syntaxError \
    --suppress=internalAstError --suppress=uninitvar --suppress=nullPointerRedundantCheck \
    --suppress=nullPointerArithmeticRedundantCheck --suppress=invalidFunctionArg --suppress=ctunullpointer src || status=1
exit $status
