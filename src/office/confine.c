/* confine.c -- in: a process; out: the same with nothing but its thoughts.  Each layer is
 * there for the case that another has a hole: limits, a session of its own, no new
 * rights, Landlock, and a list of the calls that reckoning needs (libseccomp). */
#define _GNU_SOURCE /* close_range, pipe2, syscall, dl_iterate_phdr */
#include "office/confine.h"

#include "office/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* ---- allowances ---- */

static int is_valgrinds(struct dl_phdr_info *library, size_t size, void *data)
{
    (void)size, (void)data;
    return strstr(library->dlpi_name, "/vgpreload_") != NULL;
}

/* Under valgrind our calls are made by it, with many of its own.  Whoever has it loaded
 * into this process runs code of theirs here anyway. */
static bool is_watched(void)
{
    return dl_iterate_phdr(is_valgrinds, NULL) != 0;
}

/* ---- limits ---- */

enum { SPEAK = CONFINE_SPEAK };

static bool limit(int resource, size_t most)
{
    return setrlimit(resource, &(struct rlimit){most, most}) == 0;
}

/* What the process has already: a child begins with all that its parent had. */
static size_t memory_had(void)
{
    char said[32] = "";
    int from = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (from < 0)
        return 0;
    ssize_t len = read(from, said, sizeof said - 1);
    close(from);
    return len > 0 ? strtoul(said, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE) : 0;
}

/* A sanitizer's shadow is no memory of ours. */
static bool limit_all(size_t memory, unsigned seconds)
{
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, seconds) &&
           limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) &&
           (is_watched() || limit(RLIMIT_NOFILE, SPEAK + 1)) &&
           (SANITIZED || limit(RLIMIT_AS, memory));
}

static bool close_behind(unsigned first)
{
    if (close_range(first, ~0u, 0) == 0)
        return true;
    struct rlimit open_most;
    if (getrlimit(RLIMIT_NOFILE, &open_most) != 0)
        return false;
    for (rlim_t fd = first; fd < open_most.rlim_cur; fd++)
        close((int)fd);
    return true;
}

/* What a library prints goes nowhere. */
static bool keep_one(int speak)
{
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere < 0)
        return false;
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (dup2(nowhere, fd) < 0)
            return false;
    return dup2(speak, SPEAK) == SPEAK && close_behind(SPEAK + 1);
}

/* ---- Landlock ---- */

/* The version that the kernel has; below 1: none. */
static int landlock_version(void)
{
    return (int)syscall(SYS_landlock_create_ruleset, NULL, (size_t)0,
                        LANDLOCK_CREATE_RULESET_VERSION);
}

/* No rule: nothing below any folder, no port.  Bits that a version does not know it
 * refuses, so each gets its own; later ones know what earlier ones do. */
static bool landlock_all(void)
{
    static const uint64_t known[] = {0x1FFF, 0x3FFF, 0x7FFF, 0x7FFF, 0xFFFF};
    struct {
        uint64_t files, ports, scopes;
    } all = {0};
    int version = landlock_version(), count = (int)LEN(known);
    if (version < 1)
        return true; /* the list of calls has to do */
    all.files = known[(version < count ? version : count) - 1];
    all.ports = version >= 4 ? 3 : 0;
    all.scopes = version >= 6 ? 3 : 0;
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    int rules = (int)syscall(SYS_landlock_create_ruleset, &all, size, 0);
    bool held = rules >= 0 && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    if (rules >= 0)
        close(rules);
    return held;
}

/* ---- the calls ---- */

/* Memory, time, the end, and nothing that reaches out. */
static const int calls[] = {
    SCMP_SYS(brk),           SCMP_SYS(munmap),       SCMP_SYS(mremap),
    SCMP_SYS(madvise),       SCMP_SYS(futex),        SCMP_SYS(exit),
    SCMP_SYS(exit_group),    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
    SCMP_SYS(time),          SCMP_SYS(fstat),        SCMP_SYS(restart_syscall),
};

/* What the run time of a sanitizer asks for besides. */
static const int sanitizer_calls[] = {
    SCMP_SYS(sigaltstack),
    SCMP_SYS(sched_yield),
    SCMP_SYS(gettid),
    SCMP_SYS(getpid),
};

static bool allow(scmp_filter_ctx filter, const int *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, list[i], 0) != 0)
            return false;
    return true;
}

/* Memory that cannot become code; words to the descriptors that there are; a descriptor's
 * own state, which some libraries of C ask for by an empty name. */
static bool allow_some(scmp_filter_ctx filter)
{
    static const int memory[] = {SCMP_SYS(mmap), SCMP_SYS(mprotect)};
    for (size_t i = 0; i < LEN(memory); i++)
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, memory[i], 1,
                             SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0)
            return false;
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1,
                            SCMP_A0(SCMP_CMP_LE, SPEAK)) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 2,
                            SCMP_A0(SCMP_CMP_LE, SPEAK),
                            SCMP_A3(SCMP_CMP_EQ, AT_EMPTY_PATH)) == 0;
}

/* What the kernel is given, as libseccomp makes it: once, for it asks the kernel a dozen
 * things first, and took a quarter of what a child with a small picture takes. */
static struct {
    struct sock_filter steps[128];
    unsigned short count; /* 0: not made yet, or none can be */
} program;

static bool program_write(int to)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (filter == NULL)
        return false;
    bool held = allow(filter, calls, LEN(calls)) && allow_some(filter) &&
                (!SANITIZED || allow(filter, sanitizer_calls, LEN(sanitizer_calls))) &&
                seccomp_export_bpf(filter, to) == 0;
    seccomp_release(filter);
    return held;
}

void confine_ready(void)
{
    if (program.count > 0 || is_watched())
        return;
    int by[2]; /* a pipe has room for it, and no limit of files */
    if (pipe2(by, O_CLOEXEC) != 0)
        return;
    ssize_t len =
        program_write(by[1]) ? read(by[0], program.steps, sizeof program.steps) : 0;
    close(by[0]);
    close(by[1]);
    if (len > 0 && (size_t)len < sizeof program.steps) /* else there may be more of it */
        program.count = (unsigned short)((size_t)len / sizeof *program.steps);
}

static bool filter_calls(void)
{
    const struct sock_fprog given = {program.count, program.steps};
    return is_watched() ||
           (program.count > 0 &&
            syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &given) == 0);
}

/* What libraries would look up when they first need it: libzip asks for the local time,
 * librsvg for the reader's language, in which a drawing may have other words. */
static void settle(void)
{
    setenv("TZ", "UTC0", 1);
    setenv("LC_ALL", "C", 1);
    unsetenv("LANGUAGE");
    tzset();
}

bool confine(int speak, size_t memory, unsigned seconds)
{
    settle();
    setsid();               /* one that leads a session already is as good */
    memory += memory_had(); /* before nothing can be opened */
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0 &&
           prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && keep_one(speak) &&
           landlock_all() && limit_all(memory, seconds) && filter_calls();
}

void sandbox_report(struct buf *out)
{
    int version = landlock_version();
    bool rights = prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) >= 0;
    buf_printf(out, "sandbox: no new rights: %s\n", rights ? "yes" : "no");
    buf_printf(out, "sandbox: list of calls (seccomp): %s\n",
               prctl(PR_GET_SECCOMP) >= 0 ? "yes" : "no; files of others are not read");
    if (version >= 1)
        buf_printf(out, "sandbox: no files, no ports (Landlock): version %d\n", version);
    else
        buf_str(out, "sandbox: no files, no ports (Landlock): this kernel has none; the "
                     "list of calls keeps both out\n");
    buf_str(out, "sandbox: limits of memory, time, files, processes: yes\n");
}
