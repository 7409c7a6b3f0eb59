#!/bin/sh
# `gwasg watch`: who is refused, what comes on a save, a broken file, the editor, memory; and,
# where there is one, its page in a browser (tests/web/watch.js; as web.sh has it).
. "$ROOT/tests/program/lib.sh"

mkdir talk flat
(cd talk && python3 -B "$ROOT/tests/program/watch.py" "$GWASG" "$ROOT" >../said 2>&1)
diff -u "$ROOT/tests/program/watch.py.want" said || fail "what a browser and an editor meet"
[ -n "${SANITIZED-}" ] || {
    (cd flat && python3 -B "$ROOT/tests/program/watch.py" "$GWASG" "$ROOT" 200 >../flat.said 2>&1)
    contains flat.said "memory: flat, over 200 saves"
}

# A system that looks at no more folders: what is saved would not be seen.
cat >blind.c <<'C'
#include <errno.h>
int inotify_add_watch(int fd, const char *path, unsigned mask)
{
    return (void)fd, (void)path, (void)mask, errno = ENOSPC, -1;
}
C
if [ -z "${SANITIZED-}" ] && cc -shared -fPIC -o blind.so blind.c 2>cc.out; then
    copy_example porthelyrch-2013
    status 4 "a system that sees nothing" env LD_PRELOAD="$WORK/blind.so" "$GWASG" watch --no-serve porthelyrch-2013
    contains err "what is saved here is not seen: No space left on device"
    rm -r porthelyrch-2013
else
    skipped "nothing can be put before the C library here"
fi

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
if [ -n "$chromium" ] && [ -z "${SANITIZED-}" ] && node -e 'require("puppeteer-core"); require("axe-core")' >/dev/null 2>&1; then
    copy_example caerfedwen-2012
    CHROMIUM=$chromium node "$ROOT/tests/web/watch.js" "$GWASG" "$WORK/caerfedwen-2012" >found 2>&1 || {
        fail "the page in a browser"
        head -n 40 found >&2
    }
else
    skipped "no chromium with puppeteer-core and axe-core: the page of watch is not tried in a browser"
fi
finish
