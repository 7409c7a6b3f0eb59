/* driver.c -- scores many small tables in one process, for random_tables.py.  The
 * arguments are the templates folder and a folder of reports; standard input holds lines
 *
 *     REPORT MARK WORDS...        as "t17 plan-done n of cases where custody"
 *
 * and each gets one line back: "COUNT BASE PERCENT", or "fault" and the ids of what was
 * said.  A report that was just read is kept for the lines that follow.  After them
 *
 *     REPORT scores
 *
 * gets its scores as JSON, and writes REPORTr.results.csv with all that was asked. */
#include "base/array.h"
#include "score/score.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct report {
    struct arena *a;
    struct diags *d;
    char name[512];
    const struct scores *s;
    ARRAY(const struct figure_ask *) asks;
};

static void open_report(struct report *r, const char *templates, const char *folder,
                        const char *name)
{
    if (r->a != NULL && strcmp(r->name, name) == 0)
        return;
    if (r->a != NULL)
        arena_free(r->a);
    r->a = arena_new();
    r->d = diags_new(r->a);
    memset(&r->asks, 0, sizeof r->asks);
    snprintf(r->name, sizeof r->name, "%s", name);
    const char *path = arena_printf(r->a, "%s/%s.yaml", folder, name);
    const struct inspection *in = inspection_load(r->a, r->d, templates, path);
    r->s = in == NULL ? NULL : score_inspection(r->a, r->d, in);
}

static void print_faults(const struct report *r, const struct diags *d)
{
    struct buf out = buf_new(r->a);
    diags_print(d, DIAG_SHORT, &out);
    for (char *c = out.at; *c != '\0'; c++)
        *c = *c == '\n' ? ' ' : *c;
    printf("fault %s\n", out.at);
}

static void answer(struct report *r, const char *mark)
{
    struct diags *d = diags_new(r->a);
    if (r->s == NULL || diags_errors(r->d) > 0) {
        print_faults(r, r->d);
        return;
    }
    const struct figure_ask *ask =
        figure_parse_text(r->a, d, r->s->in->programme, r->s->in, mark, (struct pos){0});
    struct figure f = {0};
    if (ask != NULL) {
        *array_push(r->a, &r->asks) = ask;
        f = figure_count(d, r->s, ask);
    }
    if (diags_errors(d) > 0)
        print_faults(r, d);
    else
        printf("%ld %ld %d\n", f.count, f.base, f.percent);
}

/* The JSON ends with a line end of its own. */
static void scores(struct report *r, const char *folder)
{
    if (r->s == NULL || diags_errors(r->d) > 0) {
        print_faults(r, r->d);
        return;
    }
    struct buf json = buf_new(r->a), csv = buf_new(r->a);
    scores_write(r->s, LANG_EN, SCORES_JSON, &json);
    results_write(r->s, r->asks.at, r->asks.len, &csv);
    fputs(json.at, stdout);
    FILE *f = fopen(arena_printf(r->a, "%s/%sr.results.csv", folder, r->name), "w");
    if (f == NULL || fputs(csv.at, f) < 0 || fclose(f) != 0)
        exit(3);
}

int main(int argc, char **argv)
{
    struct report r = {0};
    char line[512];
    if (argc != 3)
        return 2;
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *blank = strchr(line, ' ');
        if (blank == NULL)
            return 2;
        *blank = '\0';
        open_report(&r, argv[1], argv[2], line);
        if (strcmp(blank + 1, "scores") == 0)
            scores(&r, argv[2]);
        else
            answer(&r, blank + 1);
    }
    if (r.a != NULL)
        arena_free(r.a);
    return 0;
}
