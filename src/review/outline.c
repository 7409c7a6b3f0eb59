/* outline.c -- what somebody has accepted that the templates of a programme make: its
 * outline, the elements of a report of made-up data one in the other, and a sign for each
 * element of each template that is another one when in any made-up report anything else
 * comes of it.  In: reports of made-up data, and the outline.txt beside the programme;
 * out: that file anew, or what differs, at the templates' lines. */
#include "review/review.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "review/stylesheets.h"

#include <string.h>

#define OUTLINE "outline.txt"

/* What one element of a template made. */
struct makes {
    uint64_t all, pair, welsh; /* in English, of data that are tried in Welsh, in Welsh */
    bool own;                  /* in a report, not only in a document about one */
};

/* A line of the outline. */
struct row {
    const char *text;
    struct pos at;
};
struct rows {
    ARRAY(struct row) all;
};

struct outlines {
    struct arena *a;
    const struct programme *p;
    struct map *makes; /* by "cci-2012/report.xsl:1234" */
    struct rows rows;
    uint64_t data;
    bool english, welsh; /* were tried */
};

struct outlines *outlines_new(struct arena *a, const struct programme *p)
{
    struct outlines *o = NEW(a, struct outlines);
    *o = (struct outlines){.a = a, .p = p, .data = HASH_START};
    o->makes = map_new(a);
    return o;
}

/* ---- taking down ---- */

void outlines_data(struct outlines *o, const struct inspection *in)
{
    o->data = hash_str(o->data, in->file->text);
    for (size_t i = 0; i < in->programme->question_count; i++) {
        o->data = hash_str(o->data, in->programme->questions[i].name);
        o->data = hash_str(o->data, in->programme->questions[i].headlines ? "+" : "-");
    }
}

static const char *tag_key(struct arena *a, const char *file, size_t at)
{
    return arena_printf(a, "%s:%zu", file, at);
}

static struct makes *makes_of(struct outlines *o, struct pos at)
{
    const char *key = tag_key(o->a, stylesheet_name(o->a, at.file->path), at.at);
    struct makes *m = map_get(o->makes, key);
    if (m == NULL) {
        m = NEW(o->a, struct makes);
        *m = (struct makes){HASH_START, HASH_START, HASH_START, false};
        map_put(o->makes, key, m);
    }
    return m;
}

static void line_take(struct outlines *o, const struct report *r,
                      const struct outline_line *line, const char *of, bool pair)
{
    struct makes *m = makes_of(o, line->at);
    const enum lang l = r->lang;
    m->own = m->own || r->element_count > 0;
    uint64_t *const to[] = {l == LANG_EN ? &m->all : NULL,
                            l == LANG_EN && pair ? &m->pair : NULL,
                            l == LANG_CY ? &m->welsh : NULL};
    for (size_t i = 0; i < LEN(to); i++)
        if (to[i] != NULL)
            *to[i] = hash_str(hash_str(hash_str(*to[i], of), line->parent), line->words);
}

/* Behind an element and all that is in it. */
static size_t end_of(const struct report *r, size_t i)
{
    size_t end = i + 1;
    while (end < r->outline_count && r->outline[end].depth > r->outline[i].depth)
        end++;
    return end;
}

static bool is_alone(const struct report *r, size_t child, size_t end)
{
    return child < end && end_of(r, child) == end;
}

/* Elements side by side that the same lines of a template made: of another criterion. */
static bool is_again(const struct report *r, size_t x, size_t y)
{
    const size_t len = end_of(r, x) - x;
    if (y >= r->outline_count || end_of(r, y) - y != len)
        return false;
    for (size_t i = 0; i < len; i++) {
        const struct outline_line *one = &r->outline[x + i], *other = &r->outline[y + i];
        if (one->at.at != other->at.at || one->at.file != other->at.file ||
            one->depth != other->depth)
            return false;
    }
    return true;
}

/* "p role=side > word key-note": what is alone in something stands on its line; "3 x" it
 * comes as often, of something else each time. */
static void row_put(struct outlines *o, const struct report *r, size_t i, int indent,
                    size_t times)
{
    const size_t end = end_of(r, i);
    struct buf text = buf_new(o->a);
    const struct pos at = r->outline[i].at;
    buf_printf(&text, "%*s", indent, "");
    if (times > 1)
        buf_printf(&text, "%zu x ", times);
    buf_str(&text, r->outline[i].words);
    while (is_alone(r, i + 1, end))
        buf_printf(&text, " > %s", r->outline[++i].words);
    *array_push(o->a, &o->rows.all) = (struct row){text.at, at};
    for (size_t child = i + 1, next; child < end; child = next) {
        size_t again = 1;
        for (next = end_of(r, child); next < end && is_again(r, child, next); again++)
            next = end_of(r, next);
        row_put(o, r, child, indent + 1, again);
    }
}

void outlines_add(struct outlines *o, const struct report *r, size_t trial, bool pair,
                  bool fullest)
{
    const char *of = arena_printf(o->a, "%zu %s", trial, r->document);
    o->english = o->english || r->lang == LANG_EN;
    o->welsh = o->welsh || r->lang == LANG_CY;
    for (size_t i = 0; i < r->outline_count; i++)
        line_take(o, r, &r->outline[i], of, pair);
    if (!fullest || r->outline_count == 0)
        return;
    *array_push(o->a, &o->rows.all) =
        (struct row){arena_printf(o->a, "[%s]", r->document), r->outline[0].at};
    row_put(o, r, 0, 0, 1);
}

/* ---- writing ---- */

static const char *sign_of(struct outlines *o, uint64_t hash)
{
    return arena_strndup(o->a, hash_name(o->a, hash ^ hash >> 32), 4);
}

/* "k3f9", "k3f9/b2x4" where the Welsh is made otherwise, "-" where nothing is. */
static const char *signs_of(struct outlines *o, const char *file, size_t at)
{
    const struct makes *m = map_get(o->makes, tag_key(o->a, file, at));
    if (m == NULL)
        return "-";
    const char *all = sign_of(o, m->all);
    return !o->welsh || m->welsh == m->pair
               ? all
               : arena_printf(o->a, "%s/%s", all, sign_of(o, m->welsh));
}

static void part_put(struct outlines *o, const char *file,
                     const struct template_part *part, struct buf *out)
{
    buf_printf(out, "  %s %s\n", hash_name(o->a, part->hash), part->label);
    for (size_t i = 0; i < part->tags.len; i++)
        buf_printf(out, "%s%s%s", i % 12 == 0 ? "    " : " ",
                   signs_of(o, file, part->tags.at[i]),
                   i % 12 == 11 || i + 1 == part->tags.len ? "\n" : "");
}

const char *outlines_path(const struct outlines *o)
{
    return path_join(o->a, o->p->dir, OUTLINE);
}

struct buf outlines_text(struct outlines *o, struct diags *d)
{
    struct buf out = buf_new(o->a);
    const struct stylesheets files = stylesheets_read(o->a, d, o->p);
    buf_printf(&out,
               "# What the templates of %s make of made-up data.  Whoever changes them "
               "looks at the\n# difference and writes this file with: gwasg check "
               "--programme %s --accept-outline\n",
               o->p->name, o->p->name);
    buf_printf(&out, "data %s\nlanguages en%s\n", hash_name(o->a, o->data),
               o->welsh ? " cy" : "");
    for (size_t i = 0; i < o->rows.all.len; i++)
        buf_printf(&out, "%s\n", o->rows.all.at[i].text);
    buf_str(&out, "[templates]\n");
    for (size_t i = 0; i < files.all.len; i++) {
        const struct stylesheet *f = &files.all.at[i];
        buf_printf(&out, "%s\n", f->name);
        for (size_t k = 0; k < f->parts.len; k++)
            part_put(o, f->name, &f->parts.at[k], &out);
    }
    return out;
}

/* ---- reading ---- */

/* What was accepted of a part. */
struct old_part {
    const char *file, *label, *hash;
    struct buf signs; /* "k3f9 - b2x4" */
    bool there;       /* it is still */
};

struct old_outline {
    struct arena *a;
    const struct file *file;
    const char *data;
    bool welsh;
    struct rows rows;
    ARRAY(struct old_part) parts;
};

static void line_read(struct old_outline *old, const char *line, const char **file)
{
    if (*file == NULL && strcmp(line, "[templates]") == 0) {
        *file = "";
    } else if (*file == NULL && strncmp(line, "data ", 5) == 0) {
        old->data = line + 5;
    } else if (*file == NULL && strncmp(line, "languages ", 10) == 0) {
        old->welsh = strstr(line, " cy") != NULL;
    } else if (*file == NULL) {
        *array_push(old->a, &old->rows.all) = (struct row){.text = line};
    } else if (line[0] != ' ') {
        *file = line;
    } else if (strncmp(line, "    ", 4) != 0) {
        const char *blank = line + 2 + strcspn(line + 2, " ");
        *array_push(old->a, &old->parts) = (struct old_part){
            .file = *file,
            .label = *blank != '\0' ? blank + 1 : blank,
            .hash = arena_strndup(old->a, line + 2, (size_t)(blank - line) - 2),
            .signs = buf_new(old->a)};
    } else if (old->parts.len > 0) {
        buf_printf(&old->parts.at[old->parts.len - 1].signs, "%s ", line + 4);
    }
}

/* NULL: nothing was accepted, or it cannot be read, which has been said. */
static struct old_outline *accepted_read(struct arena *a, struct diags *d,
                                         const struct programme *p)
{
    const char *path = path_join(a, p->dir, OUTLINE), *name = NULL;
    if (!file_exists(path))
        return NULL;
    struct old_outline *old = NEW(a, struct old_outline);
    *old = (struct old_outline){.a = a, .data = ""};
    old->file = file_read(a, d, path, XML_BYTES, (struct pos){0});
    for (const char *s = old->file != NULL ? old->file->text : ""; *s != '\0';) {
        size_t len = strcspn(s, "\n");
        if (*s != '#' && len > 0)
            line_read(old, arena_strndup(a, s, len), &name);
        s += len + (s[len] != '\0');
    }
    return old->file != NULL ? old : NULL;
}

static struct old_part *old_of(struct old_outline *old, const char *file,
                               const char *label)
{
    for (size_t i = 0; i < old->parts.len; i++)
        if (strcmp(old->parts.at[i].file, file) == 0 &&
            strcmp(old->parts.at[i].label, label) == 0)
            return &old->parts.at[i];
    return NULL;
}

/* ---- what two lists have in common ---- */

struct outline_check {
    struct outlines *o;
    struct diags *d;
    struct old_outline *old;
    bool welsh;       /* both were tried in Welsh */
    struct map *said; /* elements of templates */
    size_t count;     /* of what differs */
};

/* Lists, and who is told where they part: the old from `i` to `end`, the new from `k` to
 * `now_end`. */
struct lists {
    struct outline_check *c;
    const char *const *old, *const *now;
    size_t n, m;
    void (*part)(const struct lists *l, size_t i, size_t end, size_t k, size_t now_end);
    const struct stylesheet *file; /* of signs: */
    const struct template_part *of;
};

/* So many both have from i and k on, in one order, at i (m + 1) + k. */
static unsigned *common_table(const struct lists *l)
{
    const size_t row = l->m + 1;
    unsigned *t = NEW_ARRAY(l->c->o->a, unsigned, (l->n + 1) * row);
    for (size_t i = l->n; i-- > 0;)
        for (size_t k = l->m; k-- > 0;) {
            unsigned down = t[(i + 1) * row + k], right = t[i * row + k + 1];
            t[i * row + k] = strcmp(l->old[i], l->now[k]) == 0
                                 ? 1 + t[(i + 1) * row + k + 1]
                             : down > right ? down
                                            : right;
        }
    return t;
}

static void lists_compare(const struct lists *l)
{
    const unsigned *t = common_table(l);
    const size_t row = l->m + 1;
    size_t i = 0, k = 0, old_at = 0, now_at = 0;
    while (i < l->n || k < l->m) {
        if (i < l->n && k < l->m && strcmp(l->old[i], l->now[k]) == 0) {
            if (i > old_at || k > now_at)
                l->part(l, old_at, i, now_at, k);
            old_at = ++i, now_at = ++k;
        } else if (k == l->m ||
                   (i < l->n && t[(i + 1) * row + k] >= t[i * row + k + 1])) {
            i++;
        } else {
            k++;
        }
    }
    if (i > old_at || k > now_at)
        l->part(l, old_at, i, now_at, k);
}

/* ---- what differs: lines ---- */

#define CURE "; take it back, or accept it with --accept-outline"

static void say_at(struct outline_check *c, struct pos at, const char *words)
{
    const char *key = tag_key(c->o->a, stylesheet_name(c->o->a, at.file->path), at.at);
    c->count++;
    if (map_put(c->said, key, c) == NULL)
        diag(c->d, DIAG_OUTLINE_CHANGED, at, "%s" CURE, words);
}

static const char *shown(const char *row)
{
    return row + strspn(row, " ");
}

static void say_rows(const struct lists *l, size_t i, size_t end, size_t k,
                     size_t now_end)
{
    struct arena *a = l->c->o->a;
    const struct row *now = l->c->o->rows.all.at;
    for (; i < end && k < now_end; i++, k++)
        say_at(l->c, now[k].at,
               arena_printf(a, "\"%s\", where it was \"%s\"", shown(l->now[k]),
                            shown(l->old[i])));
    for (; k < now_end; k++)
        say_at(l->c, now[k].at, arena_printf(a, "\"%s\" is new", shown(l->now[k])));
    if (i == end || l->m == 0)
        return;
    const char *more = end - i > 1 ? arena_printf(a, " and %zu more", end - i - 1) : "";
    say_at(l->c, now[k < l->m ? k : l->m - 1].at,
           arena_printf(a, "\"%s\"%s no longer before this", shown(l->old[i]), more));
}

static const char *const *row_texts(struct arena *a, const struct rows *rows)
{
    const char **texts = NEW_ARRAY(a, const char *, rows->all.len + 1);
    for (size_t i = 0; i < rows->all.len; i++)
        texts[i] = rows->all.at[i].text;
    return texts;
}

static void rows_compare(struct outline_check *c)
{
    const struct rows *old = &c->old->rows, *now = &c->o->rows;
    const struct lists l = {.c = c,
                            .old = row_texts(c->o->a, old),
                            .now = row_texts(c->o->a, now),
                            .n = old->all.len,
                            .m = now->all.len,
                            .part = say_rows};
    lists_compare(&l);
}

/* ---- what differs: elements of templates ---- */

static void say_signs(const struct lists *l, size_t i, size_t end, size_t k,
                      size_t now_end)
{
    const char *text = l->file->file->text;
    for (; k < now_end; k++, i += i < end) {
        const size_t tag = l->of->tags.at[k];
        const struct pos at = {l->file->file, tag,
                               1 + strcspn(text + tag + 1, " \t\n/>")};
        if (l->now[k][0] != '-')
            say_at(l->c, at,
                   i < end && l->old[i][0] == '-'
                       ? "it is made in made-up reports, and was not"
                       : "in made-up reports it is made of other data, elsewhere or "
                         "not as often");
        else if (i < end)
            say_at(l->c, at, "no made-up report has it any more");
    }
}

/* A template that nobody has changed: what is handed to it is another, or who calls it.
 */
static void say_called(const struct lists *l, size_t i, size_t end, size_t k,
                       size_t now_end)
{
    (void)i, (void)end, (void)now_end;
    if (k < l->m)
        say_at(l->c, l->of->at,
               arena_printf(l->c->o->a,
                            "%s: in made-up reports some of it is made of other data, "
                            "elsewhere or not as often",
                            l->of->label));
}

/* Of both languages, where both were tried. */
static const char *sign_read(const struct outline_check *c, const char *sign)
{
    size_t len = strcspn(sign, c->welsh ? " " : " /");
    return arena_strndup(c->o->a, sign, len);
}

static void signs_compare(struct outline_check *c, const struct stylesheet *f,
                          const struct template_part *part, const struct old_part *old)
{
    ARRAY(const char *) was = {0}, is = {0};
    for (const char *s = old->signs.at; *s != '\0'; s += strcspn(s, " "), s += *s == ' ')
        *array_push(c->o->a, &was) = sign_read(c, s);
    for (size_t i = 0; i < part->tags.len; i++)
        *array_push(c->o->a, &is) =
            sign_read(c, signs_of(c->o, f->name, part->tags.at[i]));
    const bool same = strcmp(old->hash, hash_name(c->o->a, part->hash)) == 0;
    const struct lists l = {.c = c,
                            .old = was.at,
                            .now = is.at,
                            .n = was.len,
                            .m = is.len,
                            .part = same ? say_called : say_signs,
                            .file = f,
                            .of = part};
    lists_compare(&l);
}

/* ---- what differs: templates ---- */

typedef void part_visit(struct outline_check *c, const struct stylesheet *f,
                        const struct template_part *part, const struct old_part *old);

static void parts_each(struct outline_check *c, const struct stylesheets *files,
                       part_visit *visit)
{
    for (size_t i = 0; i < files->all.len; i++)
        for (size_t k = 0; k < files->all.at[i].parts.len; k++) {
            const struct stylesheet *f = &files->all.at[i];
            struct old_part *old = old_of(c->old, f->name, f->parts.at[k].label);
            visit(c, f, &f->parts.at[k], old);
            if (old != NULL)
                old->there = true;
        }
}

static bool is_changed(struct outline_check *c, const struct template_part *part,
                       const struct old_part *old)
{
    return old == NULL || strcmp(old->hash, hash_name(c->o->a, part->hash)) != 0;
}

/* A document about a report has another wherever the report is another. */
static bool is_only_about(const struct outline_check *c, const struct stylesheet *f,
                          const struct template_part *part)
{
    for (size_t i = 0; i < part->tags.len; i++) {
        const struct makes *m =
            map_get(c->o->makes, tag_key(c->o->a, f->name, part->tags.at[i]));
        if (m != NULL && m->own)
            return false;
    }
    return true;
}

static void elements_visit(struct outline_check *c, const struct stylesheet *f,
                           const struct template_part *part, const struct old_part *old)
{
    bool follows = c->count > 0 && !is_changed(c, part, old) && is_only_about(c, f, part);
    if (old != NULL && !follows)
        signs_compare(c, f, part, old);
}

static void text_visit(struct outline_check *c, const struct stylesheet *f,
                       const struct template_part *part, const struct old_part *old)
{
    (void)f;
    const char *shows = part->tags.len == 0 ? ""
                        : c->count > 0 ? ", and what comes of it is said where it is made"
                                       : ", and no made-up report shows what comes of it";
    if (is_changed(c, part, old))
        diag(c->d, DIAG_OUTLINE_CHANGED, part->at, "%s: it %s%s" CURE, part->label,
             old == NULL ? "is new" : "was changed", shows);
}

static void say_gone(struct outline_check *c)
{
    for (size_t i = 0; i < c->old->parts.len; i++)
        if (!c->old->parts.at[i].there)
            diag(c->d, DIAG_OUTLINE_CHANGED, (struct pos){c->old->file, 0, 0},
                 "%s of %s is gone" CURE, c->old->parts.at[i].label,
                 c->old->parts.at[i].file);
}

bool outlines_say(struct outlines *o, struct diags *d)
{
    struct old_outline *old = accepted_read(o->a, d, o->p);
    if (old == NULL || !o->english)
        return old != NULL;
    struct outline_check c = {o, d, old, old->welsh && o->welsh, map_new(o->a), 0};
    const struct stylesheets files = stylesheets_read(o->a, d, o->p);
    rows_compare(&c);
    if (strcmp(old->data, hash_name(o->a, o->data)) == 0)
        parts_each(&c, &files, elements_visit);
    else
        diag(d, DIAG_OUTLINE_CHANGED, o->p->title.pos,
             "fields, questions or judgements are others than those of which the outline "
             "was made" CURE);
    parts_each(&c, &files, text_visit);
    say_gone(&c);
    return true;
}

/* ---- in a build ---- */

static void stale_visit(struct outline_check *c, const struct stylesheet *f,
                        const struct template_part *part, const struct old_part *old)
{
    if (!is_changed(c, part, old))
        return;
    const struct file *kept =
        file_read(c->o->a, c->d, f->file->path, XML_BYTES, (struct pos){0});
    if (kept != NULL)
        diag(c->d, DIAG_OUTLINE_CHANGED, (struct pos){kept, part->at.at, part->at.len},
             "%s; gwasg check --programme %s says what comes of it", part->label,
             c->o->p->name);
}

void review_outline(struct arena *a, struct diags *d, const struct programme *p)
{
    struct arena *own = arena_new(); /* what is read for this is no input of the report */
    for (const struct arena_fence *f = arena_fences(a); f != NULL; f = f->next)
        arena_fence(own, f->path);
    struct old_outline *old = accepted_read(own, diags_new(own), p);
    if (old != NULL) {
        struct outlines o = {.a = a, .p = p};
        struct outline_check c = {&o, d, old, false, NULL, 0};
        const struct stylesheets files = stylesheets_read(own, diags_new(own), p);
        parts_each(&c, &files, stale_visit);
    }
    arena_free(own);
}
