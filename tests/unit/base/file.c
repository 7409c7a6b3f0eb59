/* Files: read and checked, written whole or not at all, confined to a folder. */
#define _XOPEN_SOURCE 700 /* mkdtemp, symlink */
#include "base/file.h"

#include "base/lock.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Each test has a folder of its own and works in it. */
struct place_to_work {
    struct arena *a;
    struct diags *d;
    char dir[64];
};

static int set_up(void **state)
{
    static struct place_to_work w;
    w.a = arena_new();
    w.d = diags_new(w.a);
    strcpy(w.dir, "/tmp/gwasg-file-XXXXXX");
    *state = &w;
    return mkdtemp(w.dir) != NULL && chdir(w.dir) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    struct place_to_work *w = *state;
    char command[200];
    snprintf(command, sizeof command, "chmod -R u+w %s && rm -r %s", w->dir, w->dir);
    arena_free(w->a);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void put(const char *path, const char *bytes, size_t len)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fwrite(bytes, 1, len, f);
    assert_int_equal(fclose(f), 0);
}

static void put_text(const char *path, const char *text)
{
    put(path, text, strlen(text));
}

static void assert_holds(struct place_to_work *w, const char *path, const char *text)
{
    const struct file *f =
        file_read_bytes(w->a, w->d, path, (size_t)1 << 30, (struct pos){0});
    assert_non_null(f);
    assert_string_equal(f->text, text);
}

static const char *said(struct place_to_work *w)
{
    struct buf out = buf_new(w->a);
    diags_print(w->d, DIAG_SHORT, &out);
    return out.at;
}

static size_t files_here(void)
{
    size_t count = 0;
    DIR *dir = opendir(".");
    while (readdir(dir) != NULL)
        count++;
    closedir(dir);
    return count - 2; /* without "." and ".." */
}

static const struct {
    const char *what, *bytes, *text; /* NULL: refused */
    const char *said;
} texts[] = {
    {"plain", "a\n", "a\n", ""},
    {"empty", "", "", ""},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "a\n",
     "a\n", ""},
    {"Windows line ends", "a\r\nb\r\n", "a\nb\n", ""},
    {"line ends of old Macs", "a\rb\r", "a\nb\n", ""},
    {"all line ends", "a\r\r\nb\n\rc", "a\n\nb\n\nc", ""},
    {"decomposed", "y\xCC\x82\r\n", "ŷ\n", ""},
    {"not UTF-8", "a\nŵ\xE9\n", NULL,
     "t:2:2: error: not UTF-8 text: byte E9; save the file as UTF-8 (it may be "
     "Windows-1252 now) [FILE_NOT_UTF8]\n"},
    {"characters", "a\a\n\xE2\x80\xAE\n", NULL,
     "t:1:2: error: character that is not allowed: the control character U+0007; take it "
     "out [FILE_CONTROL]\n"
     "t:2:1: error: character that is not allowed: U+202E RIGHT-TO-LEFT OVERRIDE; take "
     "it "
     "out [FILE_CONTROL]\n"},
    {"UTF-16",
     "\xFF\xFE"
     "a",
     NULL,
     "t: error: not UTF-8 text: this is UTF-16, which Windows calls Unicode; save it as "
     "UTF-8 [FILE_NOT_UTF8]\n"},
    {"a workbook", "PK\3\4xyz", NULL,
     "t: error: not UTF-8 text: this is a workbook, document or archive; save it as "
     "text, a table as CSV, or let a workbook keep its .xlsx or .ods [FILE_NOT_UTF8]\n"},
};

static void texts_are_checked(void **state)
{
    struct place_to_work *w = *state;
    for (size_t i = 0; i < LEN(texts); i++) {
        w->d = diags_new(w->a);
        put_text("t", texts[i].bytes);
        const struct file *f = file_read(w->a, w->d, "t", 1000, (struct pos){0});
        if ((f == NULL) != (texts[i].text == NULL) || strcmp(said(w), texts[i].said) != 0)
            fail_msg("%s: %s", texts[i].what, said(w));
        if (f == NULL)
            continue;
        assert_string_equal(f->text, texts[i].text);
        assert_int_equal(f->len, strlen(f->text));
        assert_string_equal(f->path, "t");
    }
}

static void windows_is_read_with_a_note(void **state)
{
    struct place_to_work *w = *state;
    put_text("t", "caf\xE9 \x93x\x94 \x80 \x96\n");
    const struct file *f = file_read_windows(w->a, w->d, "t", 1000, (struct pos){0});
    assert_string_equal(f->text, "café “x” € –\n");
    assert_string_equal(said(w),
                        "t:1:4: note: read as Windows-1252: byte E9 is taken for "
                        "\"é\", and others likewise; look at the accents, or "
                        "save the file as UTF-8 [FILE_WINDOWS]\n");
    w->d = diags_new(w->a);
    put_text("t", "\xC5\xB5 \xC5\xB7 caf\xE9\n"); /* one stray byte among Welsh */
    assert_null(file_read_windows(w->a, w->d, "t", 1000, (struct pos){0}));
    assert_non_null(strstr(said(w), "t:1:8: error: not UTF-8 text: byte E9"));
    w->d = diags_new(w->a);
    put_text("t", "caf\xC3\xA9\n");
    f = file_read_windows(w->a, w->d, "t", 1000, (struct pos){0});
    assert_string_equal(f->text, "café\n");
    assert_string_equal(said(w), "");
}

static void limits_count_bytes(void **state)
{
    struct place_to_work *w = *state;
    put_text("t", "12345");
    assert_non_null(file_read_bytes(w->a, w->d, "t", 5, (struct pos){0}));
    assert_string_equal(said(w), "");
    assert_null(file_read_bytes(w->a, w->d, "t", 4, (struct pos){0}));
    assert_non_null(strstr(said(w), "[FILE_TOO_LARGE]"));
}

static void zero_is_not_an_end(void **state)
{
    struct place_to_work *w = *state;
    put("t", "a\0b", 3);
    const struct file *f = file_read_bytes(w->a, w->d, "t", 10, (struct pos){0});
    assert_int_equal(f->len, 3);
    assert_null(file_read(w->a, w->d, "t", 10, (struct pos){0}));
    assert_non_null(strstr(said(w), "t:1:2: "));
}

static void missing_files_are_said_where_named(void **state)
{
    struct place_to_work *w = *state;
    const struct file yaml = {"i.yaml", "foreword: {file: f.md}\n", 23, NULL};
    assert_null(file_read(w->a, w->d, "f.md", 10, (struct pos){&yaml, 17, 4}));
    assert_null(file_read(w->a, w->d, ".", 10, (struct pos){0}));
    assert_string_equal(
        said(w),
        "i.yaml:1:18: error: cannot be read: f.md: there is no such file [FILE_MISSING]\n"
        ".: error: cannot be read: .: it is a folder [FILE_MISSING]\n");
}

/* A pipe would be waited for, a device may do anything. */
static void only_files_are_read(void **state)
{
    static const char *const names[] = {"pipe", "/dev/null", "/dev/tty", "/dev/full"};
    struct place_to_work *w = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    for (size_t i = 0; i < LEN(names); i++) {
        w->d = diags_new(w->a);
        assert_null(file_read(w->a, w->d, names[i], 100, (struct pos){0}));
        assert_int_equal(diags_errors(w->d), 1);
    }
    assert_int_equal(arena_files(w->a) == NULL, 1);
}

/* What cannot be looked at is not passed over as if it were not there. */
static void only_what_is_not_there_is_missing(void **state)
{
    struct place_to_work *w = *state;
    assert_false(file_exists("none"));
    assert_false(file_exists("none/none"));
    put_text("plain", "x");
    assert_true(file_exists("plain/x"));
    assert_int_equal(symlink("gone", "link"), 0);
    assert_true(file_exists("link"));
    assert_null(file_read(w->a, w->d, "link", 100, (struct pos){0}));
    assert_string_equal(said(w), "link: error: cannot be read: link: it is a link to "
                                 "nothing [FILE_MISSING]\n");
    assert_int_equal(symlink("ring", "ring"), 0);
    assert_true(file_exists("ring"));
}

/* Whoever reads it, and whatever it is called. */
static void links_do_not_lead_out(void **state)
{
    struct place_to_work *w = *state;
    assert_true(dir_make(w->a, w->d, "report/images") && dir_make(w->a, w->d, "other"));
    put_text("other/secret", "name,age\n");
    put_text("report/own", "x");
    assert_int_equal(symlink("../other/secret", "report/answers.csv"), 0);
    assert_int_equal(symlink("own", "report/again"), 0);
    assert_int_equal(symlink("../../other", "report/images/more"), 0);
    arena_fence(w->a, "report");
    assert_non_null(file_read(w->a, w->d, "report/own", 100, (struct pos){0}));
    assert_non_null(file_read(w->a, w->d, "report/again", 100, (struct pos){0}));
    assert_non_null(file_read(w->a, w->d, "other/secret", 100, (struct pos){0}));
    assert_null(file_read(w->a, w->d, "report/answers.csv", 100, (struct pos){0}));
    assert_null(file_read(w->a, w->d, "report/images/more/secret", 100, (struct pos){0}));
    assert_string_equal(
        said(w), "report/answers.csv: error: file outside the report: "
                 "\"report/answers.csv\": it is a link to another place; put a copy into "
                 "the folder [FILE_OUTSIDE]\n"
                 "report/images/more/secret: error: file outside the report: "
                 "\"report/images/more/secret\": it is a link to another place; put a "
                 "copy into the folder [FILE_OUTSIDE]\n");
}

/* What an editor has saved meanwhile is not written over. */
static void changes_are_noticed(void **state)
{
    struct place_to_work *w = *state;
    put_text("t", "old");
    assert_non_null(file_read(w->a, w->d, "t", 100, (struct pos){0}));
    put_text("t", "saved meanwhile");
    assert_false(file_replace(w->a, w->d, "t", "new", 3));
    assert_non_null(strstr(said(w), "[FILE_CHANGED]"));
    assert_holds(w, "t", "saved meanwhile");
    assert_int_equal(files_here(), 1);
}

/* ---- what a machine seldom says, against tests/unit/base/file.c.want ---- */

static bool folders_last = true;

int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __wrap_fsync(int fd)
{
    struct stat st;
    if (folders_last || fstat(fd, &st) != 0 || !S_ISDIR(st.st_mode))
        return __real_fsync(fd);
    errno = EIO;
    return -1;
}

/* Fails the calls of that number, counted from 1. */
static int renames, fail_from = 99, fail_to;

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to)
{
    if (++renames < fail_from || renames > fail_to)
        return __real_rename(from, to);
    errno = EIO;
    return -1;
}

/* The second cannot take its place, the first cannot be put back. */
static void what_stays_keeps_a_name(void **state)
{
    struct place_to_work *w = *state;
    const struct file_write files[] = {{"a", "new a", 5, false},
                                       {"b", "new b", 5, false}};
    put_text("a", "old a");
    put_text("b", "old b");
    renames = 0, fail_from = 2, fail_to = 3;
    assert_false(files_replace(w->a, w->d, files, LEN(files)));
    fail_from = 99;
    const char *kept = arena_printf(w->a, "a.before-%ld", (long)getpid());
    assert_holds(w, "a", "new a");
    assert_holds(w, "b", "old b");
    assert_non_null(strstr(said(w), "the old one is kept as"));
    assert_non_null(strstr(said(w), kept));
    assert_holds(w, kept, "old a");
    assert_int_equal(files_here(), 3);
}

static void is_said(void **state)
{
    struct place_to_work *w = *state;
    put_text("t", "old");
    file_read(w->a, w->d, "t", 100, (struct pos){0});
    put_text("t", "saved meanwhile");
    assert_false(file_replace(w->a, w->d, "t", "new", 3));
    folders_last = false;
    assert_true(file_replace(w->a, w->d, "unsure", "new", 3));
    folders_last = true;
    assert_holds(w, "unsure", "new"); /* what has taken its place stands */
    setenv("GWASG_WAIT", "0", 1);
    put_text(".gwasg.lock", "comments add by ann on desk-4, process 4711, since 2012");
    int fd = open(".gwasg.lock", O_RDONLY);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_null(lock_take(w->a, w->d, ".", "translate import"));
    close(fd);
    const struct file *want =
        file_read(w->a, diags_new(w->a), ROOT "/tests/unit/base/file.c.want", 10000,
                  (struct pos){0});
    assert_string_equal(said(w), want->text);
}

static void a_lock_goes_with_its_holder(void **state)
{
    struct place_to_work *w = *state;
    setenv("GWASG_WAIT", "0", 1);
    struct lock *l = lock_take(w->a, w->d, ".", "comments add");
    assert_non_null(l);
    assert_null(lock_take(w->a, w->d, ".", "comments add"));
    assert_non_null(strstr(said(w), "comments add by "));
    lock_release(l);
    assert_int_equal(files_here(), 0);
    put_text(".gwasg.lock", "of one who is dead");
    w->d = diags_new(w->a);
    l = lock_take(w->a, w->d, ".", "comments add");
    assert_non_null(l);
    assert_int_equal(diags_errors(w->d), 0);
    lock_release(l);
}

/* By name and lock: what the living have, and what others have called so, stays. */
static void the_dead_leave_nothing(void **state)
{
    static const char *const dead[] = {".a.gwasg-1-0", ".b.gwasg-99-12.old"};
    static const char *const others[] = {"a.gwasg-1-0",      ".a.gwasg-x-0",
                                         ".a.gwasg-1-0.new", ".a.1-0",
                                         ".gwasg-1",         ".live.gwasg-1-0"};
    struct place_to_work *w = *state;
    for (size_t i = 0; i < LEN(dead); i++)
        put_text(dead[i], "x");
    for (size_t i = 0; i < LEN(others); i++)
        put_text(others[i], "x");
    int fd = open(".live.gwasg-1-0", O_RDONLY);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_true(file_replace(w->a, w->d, "t", "new", 3));
    for (size_t i = 0; i < LEN(dead); i++)
        assert_false(file_exists(dead[i]));
    for (size_t i = 0; i < LEN(others); i++)
        if (!file_exists(others[i]))
            fail_msg("%s is gone", others[i]);
    close(fd);
}

static const struct {
    const char *path, *dir, *name;
} paths[] = {
    {"a/b/c.yaml", "a/b", "c.yaml"},
    {"c.yaml", ".", "c.yaml"},
    {"a/b/", "a", "b"},
    {"/a", "/", "a"},
    {"/", "/", "/"},
    {"a//b//", "a", "b"},
    {"/a/b", "/a", "b"},
    {".", ".", "."},
};

static void paths_are_taken_apart(void **state)
{
    struct place_to_work *w = *state;
    for (size_t i = 0; i < LEN(paths); i++) {
        assert_string_equal(path_dir(w->a, paths[i].path), paths[i].dir);
        assert_string_equal(path_name(w->a, paths[i].path), paths[i].name);
    }
    assert_string_equal(path_join(w->a, "a/b", "c"), "a/b/c");
    assert_string_equal(path_join(w->a, "a/", "c"), "a/c");
    assert_string_equal(path_join(w->a, ".", "c"), "c");
    assert_string_equal(path_join(w->a, "/", "c"), "/c");
    assert_string_equal(path_join(w->a, "a", "/c"), "/c");
}

static void files_stay_inside(void **state)
{
    struct place_to_work *w = *state;
    static const struct {
        const char *name;
        bool inside;
    } rows[] = {
        {"f.md", true},       {"sub/f.md", true},
        {"./f.md", true},     {"missing.md", true},
        {"in", true},         {"a..b", true},
        {"", false},          {"/etc/passwd", false},
        {"../secret", false}, {"sub/../f.md", false},
        {"..", false},        {"sub/..", false},
        {"out", false},       {"out-dir/secret", false},
    };
    assert_int_equal(mkdir("r", 0777), 0);
    assert_int_equal(mkdir("r/sub", 0777), 0);
    assert_int_equal(mkdir("rest", 0777), 0);
    put_text("r/f.md", "x");
    put_text("r/sub/f.md", "x");
    put_text("secret", "x");
    put_text("rest/secret", "x");
    assert_int_equal(symlink("f.md", "r/in"), 0);
    assert_int_equal(symlink("../secret", "r/out"), 0);
    assert_int_equal(symlink("../rest", "r/out-dir"), 0);
    for (size_t i = 0; i < LEN(rows); i++) {
        w->d = diags_new(w->a);
        const char *path = file_inside(w->a, w->d, "r", rows[i].name, (struct pos){0});
        if ((path != NULL) != rows[i].inside ||
            (diags_errors(w->d) == 0) != rows[i].inside)
            fail_msg("\"%s\": %s", rows[i].name, said(w));
    }
}

static mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(lstat(path, &st), 0);
    return st.st_mode;
}

static void files_are_replaced(void **state)
{
    struct place_to_work *w = *state;
    umask(027);
    assert_true(file_replace(w->a, w->d, "f", "one", 3));
    assert_holds(w, "f", "one");
    assert_int_equal(mode_of("f") & 0777, 0640);
    chmod("f", 0604);
    assert_true(file_replace(w->a, w->d, "f", "", 0));
    assert_holds(w, "f", "");
    assert_int_equal(mode_of("f") & 0777, 0604);
    assert_int_equal(files_here(), 1);
    umask(022);
}

static void links_are_followed(void **state)
{
    struct place_to_work *w = *state;
    assert_int_equal(mkdir("d", 0777), 0);
    put_text("d/f", "old");
    assert_int_equal(symlink("d/f", "link"), 0);
    assert_true(file_replace(w->a, w->d, "link", "new", 3));
    assert_holds(w, "d/f", "new");
    assert_true(S_ISLNK(mode_of("link")));
}

static void failures_are_said(void **state)
{
    struct place_to_work *w = *state;
    assert_int_equal(mkdir("d", 0777), 0);
    assert_false(file_replace(w->a, w->d, "d", "x", 1));
    assert_false(file_replace(w->a, w->d, "missing/f", "x", 1));
    assert_false(file_replace(w->a, w->d, "/dev/full", "x", 1));
    assert_true(file_replace(w->a, w->d, "/dev/null", "x", 1));
    assert_int_equal(files_here(), 1);
    assert_string_equal(said(w),
                        "d: error: could not write: it is a folder [WRITE_FAILED]\n"
                        "missing/f: error: could not write: No such file or directory "
                        "[WRITE_FAILED]\n"
                        "/dev/full: error: could not write: No space left on device "
                        "[WRITE_FAILED]\n");
    assert_int_equal(diags_exit(w->d, false), 4);
}

/* A disk that is full in the midst of writing: here a limit on the size of files. */
static void a_full_disk_leaves_the_old_file(void **state)
{
    struct place_to_work *w = *state;
    struct rlimit before, small;
    static char bytes[100000];
    put_text("f", "old");
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    small = before;
    small.rlim_cur = 4096;
    setrlimit(RLIMIT_FSIZE, &small);
    bool done = file_replace(w->a, w->d, "f", bytes, sizeof bytes);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_false(done);
    assert_holds(w, "f", "old");
    assert_int_equal(files_here(), 1);
    assert_string_equal(said(w),
                        "f: error: could not write: File too large [WRITE_FAILED]\n");
}

static void several_are_replaced_or_none(void **state)
{
    struct place_to_work *w = *state;
    put_text("old", "old");
    struct file_write files[] = {{"old", "new", 3, false}, {"fresh", "one", 3, true}};
    assert_true(files_replace(w->a, w->d, files, 2));
    assert_holds(w, "old", "new");
    assert_holds(w, "fresh", "one");
    files[0].bytes = "two";
    assert_false(
        files_replace(w->a, w->d, files, 2)); /* found before anything is written */
    struct file_write late[] = {{"old", "two", 3, false},
                                {"another", "two", 3, false},
                                {"/dev/full", "x", 1, false}};
    assert_false(
        files_replace(w->a, w->d, late, 3)); /* found when two had their places */
    assert_holds(w, "old", "new");
    assert_holds(w, "fresh", "one");
    assert_int_equal(files_here(), 2);
    assert_string_equal(
        said(w), "fresh: error: could not write: it is there already, and is never "
                 "overwritten [WRITE_FAILED]\n"
                 "/dev/full: error: could not write: No space left on device "
                 "[WRITE_FAILED]\n");
}

static void folders_are_made(void **state)
{
    struct place_to_work *w = *state;
    assert_true(dir_make(w->a, w->d, "a/b/c"));
    assert_true(dir_make(w->a, w->d, "a/b/c/"));
    assert_true(dir_make(w->a, w->d, "."));
    assert_true(dir_make(w->a, w->d, arena_printf(w->a, "%s/x/y/", w->dir)));
    assert_true(S_ISDIR(mode_of("a/b/c")));
    assert_true(S_ISDIR(mode_of("x/y")));
    assert_string_equal(said(w), "");
    put_text("f", "x");
    assert_false(dir_make(w->a, w->d, "f"));
    assert_false(dir_make(w->a, w->d, "f/g"));
    assert_int_equal(diags_errors(w->d), 2);
    assert_true(file_exists("a/b"));
    assert_false(file_exists("a/c"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(texts_are_checked),
        TEST(windows_is_read_with_a_note),
        TEST(limits_count_bytes),
        TEST(zero_is_not_an_end),
        TEST(missing_files_are_said_where_named),
        TEST(only_files_are_read),
        TEST(only_what_is_not_there_is_missing),
        TEST(links_do_not_lead_out),
        TEST(changes_are_noticed),
        TEST(the_dead_leave_nothing),
        TEST(is_said),
        TEST(what_stays_keeps_a_name),
        TEST(a_lock_goes_with_its_holder),
        TEST(paths_are_taken_apart),
        TEST(files_stay_inside),
        TEST(files_are_replaced),
        TEST(links_are_followed),
        TEST(failures_are_said),
        TEST(a_full_disk_leaves_the_old_file),
        TEST(several_are_replaced_or_none),
        TEST(folders_are_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
