/* Malformed files, and files made to take all time or memory.  Each file of
 * tests/hostile/{yaml,csv} is read; what is said of it must be what NAME.want holds. */
#include "../golden.h"
#include "base/bounds.h"
#include "source/csv.h"
#include "source/node.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void read_hostile(struct arena *a, struct diags *d, const char *path)
{
    struct pos nowhere = {0};
    if (has_ending(path, ".csv")) {
        const struct file *f = file_read_windows(a, d, path, CSV_BYTES, nowhere);
        if (f != NULL)
            csv_parse(a, d, f);
        return;
    }
    const struct file *f = file_read(a, d, path, YAML_BYTES, nowhere);
    if (f != NULL)
        source_parse(a, d, f);
}

static void print(struct arena *a, struct diags *d, const char *path, struct buf *out)
{
    (void)out;
    read_hostile(a, d, path);
    assert_true(diags_errors(d) > 0);
}

static void yaml_files(void **state)
{
    (void)state;
    check_folder("yaml", ".yaml", 60, print);
}

static void csv_files(void **state)
{
    (void)state;
    check_folder("csv", ".csv", 30, print);
}

/* A text that repeats: `start`, then `times` times `again`, then `end`. */
struct bomb {
    const char *name, *start, *again, *end;
    size_t times;
    const char *said; /* an id that must be among what is said; NULL: nothing is */
};

#define MEGA ((size_t)1 << 20)
static const struct bomb bombs[] = {
    {"brackets.yaml", "a: ", "[", "", 10000, "YAML_TOO_DEEP"},
    {"brackets-8mb.yaml", "", "[", "", 8 * MEGA, "YAML_TOO_DEEP"},
    {"bracket-lines.yaml", "", "[\n", "", 4 * MEGA, "YAML_TOO_DEEP"},
    {"braces.yaml", "", "{a: ", "", 2 * MEGA, "YAML_TOO_DEEP"},
    {"list-line.yaml", "", "- ", "", 4 * MEGA, "YAML_TOO_DEEP"},
    {"list-lines.yaml", "", "-\n", "", 4 * MEGA, "FILE_TOO_LARGE"},
    {"keys-line.yaml", "", "? ", "", 4 * MEGA, "YAML_TOO_DEEP"},
    {"keys-empty.yaml", "", ":\n", "", 4 * MEGA, "YAML_SYNTAX"},
    {"keys-twice.yaml", "", "a: b\n", "", 1600000, "YAML_KEY_TWICE"},
    {"commas.yaml", "[", ",", "]", 7 * MEGA, "YAML_SYNTAX"},
    {"values.yaml", "[", "a,", "]", 4 * MEGA - 8, "FILE_TOO_LARGE"},
    {"maps.yaml", "[", "{},", "]", 2 * MEGA, "FILE_TOO_LARGE"},
    {"quotes.yaml", "a: ", "\"", "", 100001, "YAML_SIGN"},
    {"quotes-single.yaml", "a: ", "'", "\n", 100000, NULL},
    {"quotes-8mb.yaml", "a: ", "'", "\n", 8 * MEGA - 8, NULL},
    {"quote-lines.yaml", "", "- \"\n", "", 2 * MEGA, "FILE_TOO_LARGE"},
    {"escapes.yaml", "a: \"", "\\\"", "\"\n", 4 * MEGA - 8, NULL},
    {"escapes-wide.yaml", "a: \"", "\\U0001F600", "\"\n", 800000, NULL},
    {"escaped-lines.yaml", "a: \"", "\\\n", "\"\n", 4 * MEGA - 8, NULL},
    {"anchors.yaml", "", "- &a [x, x, x, x, x, x, x, x, x]\n", "", 100000, "YAML_ALIAS"},
    {"aliases.yaml", "", "- *a\n", "", 1600000, "YAML_ALIAS"},
    {"tags.yaml", "", "- !t x\n", "", 1000000, "YAML_TAG"},
    {"directives.yaml", "", "%X\n", "", 2 * MEGA, "YAML_S"},
    {"tag-directives.yaml", "", "%TAG !a! b\n", "", 700000, "YAML_SYNTAX"},
    {"documents.yaml", "", "---\n", "", 2 * MEGA, "YAML_DOCUMENTS"},
    {"comments.yaml", "", "#\n", "", 4 * MEGA, "YAML_EMPTY"},
    {"comment-lines.yaml", "", "- a b #\n", "", 1000000, "YAML_COMMENT"},
    {"comment-behind.yaml", "- a b\n", "\n", "#\n", 8 * MEGA - 16, NULL},
    {"blanks.yaml", "", " ", "", 8 * MEGA, "YAML_EMPTY"},
    {"lines.yaml", "a: |\n", "\n", " x\n", 8 * MEGA - 16, NULL},
    {"block-lines.yaml", "a: |\n", " x\n", "", 2600000, NULL},
    {"folded-lines.yaml", "a: >\n", " x\n", "", 2600000, NULL},
    {"folded-blanks.yaml", "a: >\n", " x\n\n  y\n", "", 900000, NULL},
    {"plain-lines.yaml", "a:\n", " x\n", "", 2600000, NULL},
    {"long-line.yaml", "a: ", "word ", "x\n", 1600000, NULL},
    {"long-word.yaml", "a: ", "w", "\n", 8 * MEGA - 8, NULL},
    {"long-key.yaml", "", "k", ": v\n", 8 * MEGA - 8, "YAML_COLON"},
    {"welsh.yaml", "a: ", "ŵ", "\n", 4 * MEGA - 8, NULL},
    {"marks.yaml", "a: e", "\xCC\x81", "\n", 4 * MEGA - 8, NULL},
    {"hangul.yaml", "a: ", "\xE1\x84\x80\xE1\x85\xA1", "\n", 1300000, NULL},
    {"expanding.yaml", "a: ", "\xF0\x9D\x85\xA0", "\n", 2 * MEGA - 8, "FILE_TOO_LARGE"},
    {"controls.yaml", "", "\a", "", 8 * MEGA, "FILE_CONTROL"},
    {"lone.yaml", "", "\x80", "", 8 * MEGA, "FILE_NOT_UTF8"},
    {"too-large.yaml", "", "x", "", 8 * MEGA + 1, "FILE_TOO_LARGE"},
    {"too-large-by-far.yaml", "", "x", "", 60 * MEGA, "FILE_TOO_LARGE"},
    {"commas.csv", "", ",", "", 16 * MEGA, "CSV_LIMIT"},
    {"comma-row.csv", "a\n", ",", "x", 16 * MEGA, "CSV_WIDTH"},
    {"empty-lines.csv", "a\n", "\n", "", 16 * MEGA, NULL},
    {"empty-lines-row.csv", "a\n", "\n\n\nx\n", "", 9000, "CSV_WIDTH"},
    {"rows.csv", "a,b\n", "1,2\n", "", 4 * MEGA, "CSV_LIMIT"},
    {"quotes.csv", "a\n", "\"", "", 100001, "CSV_SYNTAX"},
    {"quotes-16mb.csv", "a\n", "\"", "\n", 16 * MEGA, NULL},
    {"quoted-cells.csv", "a\n", "\"\"x,", "", 4 * MEGA, "CSV_SYNTAX"},
    {"quote-rows.csv", "a\n", "x\"\n", "", 9000, "CSV_SYNTAX"},
    {"wide-rows.csv", "a,b\n", "1,2,3\n", "", 9000, "CSV_WIDTH"},
    {"long-cell.csv", "a\n", "x", "\n", 16 * MEGA, NULL},
};

static struct buf bomb_text(struct arena *a, const struct bomb *b)
{
    struct buf text = {.a = a};
    size_t again = strlen(b->again);
    text.cap = strlen(b->start) + again * b->times + strlen(b->end) + 1;
    text.at = arena_alloc(a, text.cap);
    buf_str(&text, b->start);
    for (size_t i = 0; i < b->times; i++)
        buf_add(&text, b->again, again);
    buf_str(&text, b->end);
    return text;
}

/* Written by a process of its own, so that the reading one's memory is only its own. */
static void write_bomb(const struct bomb *b, const char *path)
{
    struct arena *a = arena_new();
    struct buf text = bomb_text(a, b);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fwrite(text.at, 1, text.len, out);
    assert_int_equal(fclose(out), 0);
    arena_free(a);
}

enum verdict { GOOD, WRONG_SAID, SLOW, FAT };

/* The sanitizers take their own time and memory. */
#define SLOWER (SANITIZED ? 8 : 1)

static bool said_right(struct arena *a, struct diags *d, const struct bomb *b)
{
    struct buf said = buf_new(a);
    diags_print(d, DIAG_HUMAN, &said);
    return b->said == NULL ? said.len == 0 : strstr(said.at, b->said) != NULL;
}

static enum verdict read_bomb(const struct bomb *b, const char *path)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct rusage used;
    read_hostile(a, d, path);
    bool right = said_right(a, d, b);
    arena_free(a);
    getrusage(RUSAGE_SELF, &used);
    double seconds = (double)used.ru_utime.tv_sec + (double)used.ru_utime.tv_usec / 1e6;
    if (getenv("VERBOSE") != NULL)
        fprintf(stderr, "%-24s %.3f s %4ld MB\n", b->name, seconds, used.ru_maxrss >> 10);
    if (!right)
        return WRONG_SAID;
    if (seconds > 1.0 * SLOWER)
        return SLOW;
    return used.ru_maxrss > 128 * 1024 * SLOWER ? FAT : GOOD;
}

/* Runs in a process of its own and gives its exit status, or -1 when it died. */
static int in_child(const struct bomb *b, const char *path, bool write)
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (write)
            write_bomb(b, path);
        _exit(write ? GOOD : (int)read_bomb(b, path));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void bombs_are_refused_at_once(void **state)
{
    (void)state;
    char dir[] = "/tmp/gwasg-bombs-XXXXXX", path[128];
    int wrong = 0;
    assert_non_null(mkdtemp(dir));
    for (size_t i = 0; i < LEN(bombs); i++) {
        snprintf(path, sizeof path, "%s/%s", dir, bombs[i].name);
        in_child(&bombs[i], path, true);
        int verdict = in_child(&bombs[i], path, false);
        unlink(path);
        if (verdict == GOOD)
            continue;
        print_error("%s: %s\n", bombs[i].name,
                    verdict == WRONG_SAID ? "said something else"
                    : verdict == SLOW     ? "took too long"
                    : verdict == FAT      ? "took too much memory"
                                          : "ended the program");
        wrong++;
    }
    rmdir(dir);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(yaml_files),
        cmocka_unit_test(csv_files),
        cmocka_unit_test(bombs_are_refused_at_once),
    };
    if (chdir(ROOT "/tests/hostile") != 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
