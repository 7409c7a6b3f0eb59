#!/bin/sh
# lint.sh [--all] -- the rules that a compiler does not hold: which folder may see which,
# no word of a report in C or XSLT, layout of the code.  --all adds clang-tidy and cppcheck.
set -u
cd "$(dirname "$0")/.." || exit 1
python3 tests/lint.py || exit 1
if [ "${1-}" = --all ]; then
    # Another release of clang-format than the one this is written with may differ.
    clang-format --dry-run -Werror $(find src tests -name '*.[ch]') || exit 1
    clang-tidy -p build/dev --quiet $(find src -name '*.c') 2>/dev/null | grep -E 'warning:|error:' && exit 1
    # cppcheck follows neither the tables made by macros nor functions that do not return.
    cppcheck --enable=warning,portability --inline-suppr --quiet --error-exitcode=1 -Isrc \
        --suppress=normalCheckLevelMaxBranches --suppress=unknownMacro --suppress=syntaxError \
        --suppress=internalAstError --suppress=uninitvar --suppress=nullPointerRedundantCheck \
        --suppress=nullPointerArithmeticRedundantCheck --suppress=invalidFunctionArg src || exit 1
fi
exit 0
