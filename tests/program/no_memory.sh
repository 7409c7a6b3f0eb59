#!/bin/sh
# no_memory.sh -- a build to which memory is refused once where a library says nothing of it:
# each time that a name's links are followed, and at each tenth piece that HarfBuzz asks for,
# the first forty all (they open the fonts).  It ends with status 71 and leaves nothing, or
# makes the same bytes.
. "$ROOT/tests/program/lib.sh"

cat >scarce.c <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
static int links, fonts;
static bool refused(const char *kind, int *count)
{
    const char *at = getenv(kind);
    if (++*count != (at != NULL ? atoi(at) : 0))
        return false;
    errno = ENOMEM;
    return true;
}
static bool refused_fonts(const void *caller)
{
    Dl_info of;
    return dladdr(caller, &of) != 0 && strstr(of.dli_fname, "libharfbuzz") != NULL && refused("FONTS", &fonts);
}
#define REFUSED refused_fonts(__builtin_return_address(0))
void *malloc(size_t n) { return REFUSED ? NULL : __libc_malloc(n); }
void *calloc(size_t count, size_t n) { return REFUSED ? NULL : __libc_calloc(count, n); }
void *realloc(void *p, size_t n) { return REFUSED ? NULL : __libc_realloc(p, n); }
char *realpath(const char *path, char *to)
{
    char *(*real)(const char *, char *);
    void *found = dlsym(RTLD_NEXT, "realpath");
    memcpy(&real, &found, sizeof real);
    return refused("LINKS", &links) ? NULL : real(path, to);
}
__attribute__((destructor)) static void end(void)
{
    FILE *f = getenv("COUNTED") != NULL ? fopen(getenv("COUNTED"), "w") : NULL;
    if (f != NULL)
        fprintf(f, "links=%d fonts=%d\n", links, fonts), fclose(f);
}
C
if [ -n "${SANITIZED-}" ] || ! cc -shared -fPIC -o scarce.so scarce.c -ldl 2>cc.out; then
    skipped "no memory can be refused here"
    finish
fi
cp -r "$ROOT/templates" templates && cp -r "$ROOT"/tests/templates/* templates
cp -r "$ROOT/tests/cases/list/bullet" report && cp "$ROOT/tests/cases/results.csv" report
cd report || exit 1
build() {
    env "$@" LD_PRELOAD="$WORK/scarce.so" "$GWASG" build --templates ../templates --always --stage final --lang en \
        --document report --out ../o . >../out 2>../err
}
links=0 fonts=0
build COUNTED="$WORK/counted" || fail "with all memory: exit status $?"
mv ../o ../whole
. "$WORK/counted"
[ "$links" -gt 8 ] && [ "$fonts" -gt 100 ] || fail "nothing is counted: $links, $fonts"
tried=0 ended=0
for at in $(seq -f LINKS=%g 1 "$links") $(seq -f FONTS=%g 1 40) $(seq -f FONTS=%g 41 10 "$fonts"); do
    rm -rf ../o
    build "$at"
    got=$? tried=$((tried + 1))
    case $got in
    71) ended=$((ended + 1)) && [ ! -e ../o/report.en.pdf ] || fail "$at: no memory, and a report" ;;
    0) diff -r -x '*.built' ../whole ../o >../diff.out || fail "$at: without a word of it $(cat ../diff.out)" ;;
    *) fail "$at: exit status $got, $(head -n 1 ../err)" ;;
    esac
done
[ $ended -gt 40 ] || fail "of $tried times $ended ended for it"
finish
