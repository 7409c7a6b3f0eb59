/* release.c -- `gwasg release`: in: a report; out: all that is published of it, what it
 * was made from and the record of both, in one folder that was not there before; or
 * nothing. */
#include "cli/release.h"

#include "base/bounds.h"
#include "base/lock.h"
#include "base/sha256.h"
#include "cli/commands.h"
#include "cli/terms.h"
#include "cli/version.h"
#include "proof/locked.h"
#include "sending/inputs.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* A release on its way. */
struct releasing {
    struct run *r;
    const struct scores *s;
    struct outputs list;
    struct manifest last; /* number 0: none */
    struct manifest now;
    const char *dir; /* "REPORT/released/2" */
    ARRAY(struct file_write) files;
};

/* ---- what is there ---- */

/* Folders that a dead release has left are nobody's: the lock is ours. */
static bool find_last(struct releasing *x)
{
    struct run *r = x->r;
    const char *dir = releases_of(r->a, r->report);
    folder_sweep(r->a, dir);
    const int last = released_last(r->a, r->d, dir);
    x->now.number = last + 1;
    x->dir = released_dir(r->a, dir, last + 1);
    if (last > 0 && !manifest_read(r->a, r->d, released_dir(r->a, dir, last), &x->last))
        return false;
    if (last > 0)
        x->now.before = x->last.sha256;
    return diags_broken(r->d) == 0;
}

/* ---- what is released ---- */

const struct scores *release_make(struct run *r, struct outputs *list)
{
    enum lang editions[LANG_COUNT];
    const struct scores *s = run_scores(r);
    const size_t count = s != NULL ? run_editions(r, s->in, editions) : 0;
    list->released = true;
    if (count > 0)
        outputs_of_editions(r, s, editions, count, list);
    return count > 0 ? s : NULL;
}

/* All that `check` says, and says only of a report that is whole. */
static void check_whole(struct releasing *x)
{
    struct run *r = x->r;
    const size_t count = x->list.all.len;
    run_comments(r, x->s);
    run_embargoes(r, x->s);
    if (diags_errors(r->d) == 0)
        outputs_compare(r, x->s->in, &x->list);
    release_check_links(r, x->s->in, &x->list);
    if (count > 0 && x->list.all.at[count - 1].report->lang == LANG_CY)
        run_terms(r, x->s);
    if (diags_errors(r->d) == 0)
        diags_unused(r->d);
}

/* It stands on the cover. */
static void check_day(struct releasing *x)
{
    struct run *r = x->r;
    const struct value *v = inspection_value(x->s->in, "published");
    if (v == NULL || v->word == NULL)
        return;
    const char *day = date_plain(r->a, r->o->date);
    x->now.published = v->word;
    if (x->last.number == 0 && date_words_compare(v->word, day) != 0)
        diag(r->d, DIAG_RELEASE_DATE, v->node->pos,
             "published says %s, and --date %s; correct the one that is wrong", v->word,
             day);
}

/* ---- its files ---- */

static struct released_file *add_released(struct releasing *x, struct released_files *to,
                                          const char *name, const void *bytes, size_t len)
{
    struct arena *a = x->r->a;
    *array_push(a, &x->files) = (struct file_write){
        .path = path_join(a, x->dir, name), .bytes = bytes, .len = len};
    struct released_file *f = array_push(a, &to->all);
    *f = (struct released_file){
        .name = name, .sha256 = sha256_hex(a, bytes, len), .bytes = len};
    return f;
}

const struct buf *release_heard(struct run *r, const struct output *one)
{
    struct buf *heard = NEW(r->a, struct buf);
    *heard = buf_new(r->a);
    if (one->doc == NULL)
        return NULL;
    heard_dump(r->a, one->doc, heard);
    return heard;
}

/* An ISBN is of one edition in one format, which is the PDF: its web page, its large
 * print and its text are others, and have none. */
static const char *isbn_of(const struct inspection *in, const struct output *one)
{
    const struct value *v = inspection_value(in, "isbn");
    const bool its =
        one->format == OUTPUT_PDF && strcmp(one->report->document, "report") == 0;
    return v != NULL && its ? v->isbn[one->report->lang] : NULL;
}

static void add_published(struct releasing *x, const struct output *one)
{
    const char *name = output_name(x->r, x->s->in, one);
    struct released_file *f =
        add_released(x, &x->now.files, name, one->bytes->at, one->bytes->len);
    f->document = one->report->document;
    f->language = lang_code(one->report->lang);
    f->format = output_word(x->r, one->format);
    f->isbn = isbn_of(x->s->in, one);
}

static void add_heard(struct releasing *x, const struct output *one,
                      struct released_file *f)
{
    const struct buf *heard = release_heard(x->r, one);
    if (heard == NULL)
        return;
    f->pages = (int)one->doc->page_count;
    f->heard = arena_printf(x->r->a, HEARD_FOLDER "/%s.txt", f->name);
    add_released(x, &x->now.kept, f->heard, heard->at, heard->len);
}

/* ---- what it was made from ---- */

/* "report/images/map.png" stands in the folder of the report's own name, which is the
 * name of what is made of it. */
static const char *kept_name(const struct releasing *x, const char *name)
{
    static const char report[] = "report/";
    const size_t len = sizeof report - 1;
    if (strncmp(name, report, len) != 0)
        return arena_printf(x->r->a, "inputs/%s", name);
    return arena_printf(x->r->a, INPUTS_REPORT "/%s/%s", x->s->in->name, name + len);
}

/* The file as this run has read it. */
static bool add_kept(struct releasing *x, const char *path, const char *name)
{
    struct run *r = x->r;
    struct stat st;
    const struct file *f = file_read_bytes(r->a, r->d, path, CSV_BYTES, (struct pos){0});
    if (f == NULL)
        return false;
    add_released(x, &x->now.kept, name, f->text, f->len);
    if (stat(path, &st) != 0) {
        diag(r->d, DIAG_FILE_MISSING, pos_of_path(r->a, path), "%s", strerror(errno));
        return false;
    }
    if (!file_is_changed(r->a, path, &st))
        return true;
    diag(r->d, DIAG_FILE_CHANGED, pos_of_path(r->a, path),
         "somebody has saved it since this run has read it; nothing is released: run the "
         "command again");
    return false;
}

static bool add_inputs(struct releasing *x)
{
    struct run *r = x->r;
    const struct input_folders folders = {x->s->in->dir, r->templates, r->fonts};
    size_t count;
    const struct input_file *all = inputs_list(r->a, &folders, &count);
    for (size_t i = 0; i < count; i++)
        if (!add_kept(x, all[i].path, kept_name(x, all[i].name)))
            return false;
    return true;
}

/* Who signed which number: nothing is made from it, so it stands beside the record. */
static bool add_signatures(struct releasing *x)
{
    struct arena *a = x->r->a;
    const char *path = locked_path(a, x->s->in->dir);
    return !file_exists(path) || add_kept(x, path, path_name(a, path));
}

/* ---- the record ---- */

struct libraries libraries_now(struct arena *a)
{
    struct libraries l = {0};
    pdf_libraries(a, &l);
    text_libraries(a, &l);
    picture_libraries(a, &l);
    compose_libraries(a, &l);
    lang_libraries(a, &l);
    prose_libraries(a, &l);
    source_libraries(a, &l);
    return l;
}

static void add_corrections(struct releasing *x)
{
    struct arena *a = x->r->a;
    const struct report *report = x->list.all.at[0].report;
    for (size_t i = 0; i < report->correction_count; i++) {
        const struct report_correction *c = &report->corrections[i];
        *array_push(a, &x->now.corrections.all) =
            (struct correction){date_plain(a, c->date), c->what, c->why};
    }
}

static void fill_manifest(struct releasing *x)
{
    struct run *r = x->r;
    struct manifest *m = &x->now;
    const struct inspection *in = x->s->in;
    m->report = in->name;
    m->programme = in->programme->name;
    m->house = in->programme->house;
    m->date = date_plain(r->a, r->o->date);
    m->by = r->o->by;
    add_corrections(x);
    m->program = GWASG_VERSION;
    m->libraries = libraries_now(r->a);
    m->inputs = released_hash(r->a, &m->kept, "inputs/");
    m->templates = released_hash(r->a, &m->kept, INPUTS_TEMPLATES "/");
}

/* ---- all ---- */

/* Whether all that is published has the bytes that it had. */
static bool is_as_last(const struct releasing *x)
{
    const struct manifest *last = &x->last;
    bool same = last->number > 0 && last->files.all.len == x->now.files.all.len;
    for (size_t i = 0; same && i < last->files.all.len; i++)
        same = strcmp(last->files.all.at[i].name, x->now.files.all.at[i].name) == 0 &&
               strcmp(last->files.all.at[i].sha256, x->now.files.all.at[i].sha256) == 0;
    return same;
}

/* The same command once more, perhaps because nobody saw how the first ended, has done
 * what it was to do; another day or name would not be that of the record. */
static void say_same(const struct releasing *x, struct buf *out)
{
    struct arena *a = x->r->a;
    const struct manifest *last = &x->last;
    const char *dir = released_dir(a, releases_of(a, x->r->report), last->number);
    if (strcmp(last->date, x->now.date) == 0 && strcmp(last->by, x->now.by) == 0)
        buf_printf(out,
                   "nothing that is published has changed since release %d of %s, %s, by "
                   "%s; its files stand in %s; write this down: %s  %s\n",
                   last->number, last->report, last->date, last->by, dir, last->sha256,
                   path_join(a, dir, MANIFEST_NAME));
    else
        diag(x->r->d, DIAG_RELEASE_SAME, pos_of_path(a, x->s->in->dir),
             "release %d, of %s by %s, has published the same; its files stand in %s",
             last->number, last->date, last->by, dir);
}

static void list_released(struct releasing *x, struct buf *out)
{
    struct run *r = x->r;
    for (size_t i = 0; i < x->list.all.len; i++)
        run_list(r, x->files.at[i].path, x->list.all.at[i].doc, x->files.at[i].len, out);
    const struct file_write *last = &x->files.at[x->files.len - 1];
    buf_printf(out, "release %d of %s, %s, by %s; write this down: %s  %s\n",
               x->now.number, x->now.report, x->now.date, x->now.by,
               sha256_hex(r->a, last->bytes, last->len), last->path);
}

/* What is published comes first, the record of all last. */
static void put_release(struct releasing *x, struct buf *out)
{
    struct run *r = x->r;
    struct buf *record = NEW(r->a, struct buf);
    *record = buf_new(r->a);
    for (size_t i = 0; i < x->list.all.len; i++)
        add_published(x, &x->list.all.at[i]);
    for (size_t i = 0; i < x->list.all.len; i++)
        add_heard(x, &x->list.all.at[i], &x->now.files.all.at[i]);
    if (!add_signatures(x) || !add_inputs(x))
        return;
    fill_manifest(x);
    if (is_as_last(x)) {
        say_same(x, out);
        return;
    }
    if (!release_is_corrected(r, x->s->in, &x->last, &x->now))
        return;
    manifest_write(&x->now, record);
    *array_push(r->a, &x->files) =
        (struct file_write){.path = path_join(r->a, x->dir, MANIFEST_NAME),
                            .bytes = record->at,
                            .len = record->len};
    if (!folder_put(r->a, r->d, x->dir, x->files.at, x->files.len))
        return;
    run_time(r, "write");
    list_released(x, out);
}

void command_release(struct run *r, struct buf *out)
{
    const struct options *asked = r->o;
    struct options final = *asked;
    struct releasing x = {.r = r};
    final.stage = STAGE_FINAL;
    if (!run_lock(r))
        return;
    r->o = &final;
    x.s = release_make(r, &x.list);
    if (x.s != NULL && find_last(&x)) {
        check_whole(&x);
        check_day(&x);
        if (x.list.all.len == 0 && diags_errors(r->d) == 0)
            diag(r->d, DIAG_RELEASE_SAME, pos_of_path(r->a, x.s->in->programme->dir),
                 "its programme releases no document; name formats under `release:`");
        if (run_may_write(r))
            put_release(&x, out);
    }
    r->o = asked;
}
