#!/bin/sh
# shut_in.sh -- whatever others have made is read by a process that can do nothing else:
# the calls that the kernel sees are those of the list.
. "$ROOT/tests/program/lib.sh"
status 0 "what the system gives" "$GWASG" --version --verbose
contains out "sandbox: list of calls (seccomp): yes"
"$GWASG" --version --verbose >/dev/full 2>err
[ $? = 4 ] || fail "a full disk: exit status"
contains err "could not write to the standard output: No space left on device"
"$GWASG" --help >/dev/full 2>err
[ $? = 4 ] || fail "--help to a full disk: exit status"
contains err "could not write to the standard output: No space left on device"

# Started by one who passes over SIGCHLD, reports and readers are still waited for.
status 0 "SIGCHLD passed over" env --ignore-signal=CHLD "$GWASG" build --jobs 2 --out o "$ROOT/examples/westmere-2013" "$ROOT/examples/porthelyrch-2013"

command -v strace >/dev/null && strace -o trace true 2>/dev/null ||
    { skipped "no strace; nobody looked on"; finish; }
[ -n "${SANITIZED-}" ] && { skipped "a sanitizer asks for more"; finish; }

# children COMMAND...: each process but the first, from where its list of calls was loaded.
children() {
    strace -f -o trace "$@" >/dev/null 2>&1
    grep -c 'seccomp(SECCOMP_SET_MODE_FILTER.*len=.* = 0$' trace >count
    awk '/seccomp\(SECCOMP_SET_MODE_FILTER.*len=.* = 0$/ { shut[$1] = 1; next } $1 in shut && $2 != "+++"' trace |
        sed 's/^[0-9]* *//;s/(.*//' | sort -u
}
copy_example caerfedwen-2012
copy_example severnside-2012
cp "$ROOT/tests/fuzz/workbook/"*.xlsx . 2>/dev/null
for command in "build --lang all --out o caerfedwen-2012" "build --out o severnside-2012" "translate import caerfedwen-2012 caerfedwen-2012/cy.xlf"; do
    # shellcheck disable=SC2086
    children "$GWASG" $command >calls
    [ "$(cat count)" -gt 0 ] || fail "$command: nothing was shut in"
    grep -vxE 'brk|mmap|munmap|mremap|madvise|mprotect|write|exit_group|futex|getrandom|newfstatat|fstat|clock_gettime|<\.\.\. .*' calls &&
        fail "$command: other calls"
done
finish
