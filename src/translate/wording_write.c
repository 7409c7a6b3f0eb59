/* wording_write.c -- the Welsh that was taken into units back into their YAML files.  In:
 * units as they are now and as they were loaded; out: edits.  All else of a file stays,
 * byte for byte; a text is written as it was there, plain, quoted or as a block, where
 * that can be. */
#include "translate/wording_work.h"

#include <ctype.h>
#include <string.h>

struct wording_edits {
    struct fixed_words *w;
    struct diags *d;
    struct placed_edits edits;
    bool failed; /* no file can be written */
};

static void edit(struct wording_edits *e, struct pos pos, const char *text)
{
    *array_push(e->w->a, &e->edits.all) = (struct placed_edit){pos, text};
}

/* ---- YAML ---- */

/* Whether it can stand without quotation marks; `flow`: in { }. */
static bool is_plain(const char *s, bool flow)
{
    size_t len = strlen(s);
    bool letter = isalpha((unsigned char)*s) || (*s & 0x80) != 0;
    return letter && strpbrk(s, "\\\n#") == NULL && strstr(s, ": ") == NULL &&
           s[len - 1] != ':' && s[len - 1] != ' ' &&
           (!flow || strpbrk(s, ",[]{}") == NULL);
}

/* `in`: the map that it may stand in without quotation marks, or NULL. */
static const char *scalar(struct arena *a, const char *text, const struct node *in)
{
    struct buf out = buf_new(a);
    if (in != NULL && is_plain(text, wording_is_flow(in)))
        return text;
    buf_json(&out, text);
    return out.at;
}

/* Bytes before it on its line. */
static size_t column_of(struct pos pos)
{
    size_t at = pos.at;
    while (at > 0 && pos.file->text[at - 1] != '\n')
        at--;
    return pos.at - at;
}

/* A key of a map, behind one of its values. */
static void insert(struct wording_edits *e, const struct node *map,
                   const struct node *after, const char *key, const char *value)
{
    struct arena *a = e->w->a;
    const struct file *f = map->pos.file;
    size_t at = node_end(after);
    if (wording_is_flow(map)) {
        edit(e, (struct pos){f, at, 0}, arena_printf(a, ", %s: %s", key, value));
        return;
    }
    at += strcspn(f->text + at, "\n");
    edit(e, (struct pos){f, at, 0},
         arena_printf(a, "\n%*s%s: %s", (int)column_of(map->entries[0].key->pos), "", key,
                      value));
}

/* ---- texts ---- */

static const char *typed(struct fixed_words *w, size_t i)
{
    return content_typed(w->a, w->t.units[i].welsh);
}

/* As it is written: behind a line break the next line begins, with so many blanks. */
static const char *written(struct arena *a, struct content c, size_t indent)
{
    struct buf typed = buf_new(a), out = buf_new(a);
    for (size_t i = 0; i < c.count; i++) {
        bool broken = c.at[i].kind == CODE_MARK && strcmp(c.at[i].text, "\\") == 0;
        buf_printf(&typed, "%s%s", c.at[i].text, broken ? "\x02" : "");
    }
    for (const char *s = text_folded(a, typed.at); *s != '\0'; s++)
        if (*s != '\x02')
            buf_char(&out, *s);
        else {
            buf_printf(&out, "\n%*s", (int)indent, "");
            s += s[1] == ' ';
        }
    return out.at;
}

static bool is_new(struct fixed_words *w, size_t i)
{
    return strcmp(typed(w, i), w->places.at[i].was) != 0;
}

static bool any_new(struct fixed_words *w, size_t from, size_t to)
{
    while (from < to && !is_new(w, from))
        from++;
    return from < to;
}

/* Each paragraph where it stands. */
static void edit_block(struct wording_edits *e, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct wording_unit *p = &e->w->places.at[i];
        struct pos pos = node_pos(p->text->cy, p->piece.at, p->piece.len);
        if (is_new(e->w, i))
            edit(e, pos, written(e->w->a, e->w->t.units[i].welsh, column_of(pos)));
    }
}

/* The text anew, with what is in none of its units: signs of items, numbers. */
static const char *text_anew(struct fixed_words *w, size_t from, size_t to)
{
    const struct wording_text *t = w->places.at[from].text;
    struct buf out = buf_new(w->a);
    size_t done = t->bare ? w->places.at[from].piece.at : 0;
    for (size_t i = from; i < to; i++) {
        struct piece at = w->places.at[i].piece;
        buf_add(&out, t->frame->text + done, at.at - done);
        buf_str(&out, written(w->a, w->t.units[i].welsh, 0));
        done = at.at + at.len;
    }
    buf_str(&out, t->frame->text + done);
    return out.at;
}

/* Where there was no Welsh each paragraph has to come, or the text would have a hole. */
static bool is_whole(struct wording_edits *e, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (content_empty(e->w->t.units[i].welsh)) {
            const struct unit *u = &e->w->t.units[i];
            diag(e->d, DIAG_XLIFF_PART, u->pos,
                 "unit %s (%s) has no Welsh, and its text is written whole or not at all",
                 u->uid, u->path);
            return false;
        }
    return true;
}

/* Several paragraphs as a block, where the map is none in { }. */
static const char *block(struct arena *a, const char *text, size_t indent)
{
    struct buf out = buf_new(a);
    buf_str(&out, "|");
    for (const char *s = text; s[strspn(s, "\n")] != '\0';) {
        size_t len = strcspn(s, "\n");
        buf_printf(&out, "\n%*s%.*s", len > 0 ? (int)indent : 0, "", (int)len, s);
        s += len + (s[len] == '\n');
    }
    return out.at;
}

static void write_text(struct wording_edits *e, const struct wording_text *t,
                       const char *text)
{
    struct arena *a = e->w->a;
    const struct node *cy = t->cy;
    bool plain = cy == NULL || cy->empty || cy->style == TEXT_PLAIN;
    const char *value = scalar(a, text, plain ? t->in : NULL);
    if (strchr(text, '\n') != NULL && t->en->style == TEXT_BLOCK && t->frame == t->en)
        value = block(a, text, column_of(t->in->entries[0].key->pos) + 2);
    if (cy == NULL)
        insert(e, t->in, t->after, t->key, value);
    else
        edit(e, cy->pos, cy->empty ? arena_printf(a, " %s", value) : value);
}

static void edit_cell(struct wording_edits *e, const struct wording_text *t, size_t i)
{
    struct buf out = buf_new(e->w->a);
    buf_csv_own(&out, written(e->w->a, e->w->t.units[i].welsh, 0));
    edit(e, t->cy->pos, out.at);
}

static void edit_text(struct wording_edits *e, size_t from, size_t to)
{
    const struct wording_text *t = e->w->places.at[from].text;
    if (!any_new(e->w, from, to))
        return;
    if (t->in == NULL)
        edit_cell(e, t, from);
    else if (t->frame == t->cy && t->cy->style == TEXT_BLOCK)
        edit_block(e, from, to);
    else if (t->frame == t->cy || is_whole(e, from, to))
        write_text(e, t, text_anew(e->w, from, to));
}

/* ---- who has read it ---- */

/* A form that Welsh could have and does without. */
static bool is_left_out(const struct fixed_words *w, size_t i)
{
    const struct wording_text *t = w->places.at[i].text;
    return t->cy == NULL && strcmp(t->key, "cy") != 0 &&
           content_empty(w->t.units[i].welsh);
}

/* "en, cy=hvq3k7w" */
static const char *languages(struct fixed_words *w, const struct wording_owner *o,
                             bool read)
{
    struct buf out = buf_new(w->a);
    if (o->list == NULL && o->english)
        buf_str(&out, "en");
    for (size_t i = 0; o->list != NULL && i < o->list->count; i++)
        if (strncmp(o->list->items[i]->text, "cy", 2) != 0)
            buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", o->list->items[i]->text);
    if (read)
        buf_printf(&out, "%scy=%s", out.len > 0 ? ", " : "", english_name(w->a, o->map));
    return out.at;
}

static void edit_list(struct wording_edits *e, const struct wording_owner *o, bool read)
{
    const struct node *list = o->list, *map = o->map;
    const char *value = languages(e->w, o, read);
    if (list == NULL && (read || o->read == WELSH_READ))
        insert(e, map, map->entries[map->count - 1].value, "reviewed",
               arena_printf(e->w->a, "[%s]", value));
    if (list == NULL || (!read && o->read == WELSH_UNREAD))
        return;
    const struct file *f = list->pos.file;
    size_t at = list->pos.at, end = node_end(list);
    if (f->text[at] == '[')
        edit(e, (struct pos){f, at, end - at}, arena_printf(e->w->a, "[%s]", value));
    else {
        e->failed = true;
        diag(e->d, DIAG_VALUE_KIND, list->pos,
             "write it as reviewed: [%s], so that what was read can be noted there",
             value);
    }
}

/* A text is read whole: of one that is stale in part nothing new is said. */
static void edit_owner(struct wording_edits *e, const struct wording_owner *o,
                       size_t *part)
{
    struct fixed_words *w = e->w;
    size_t final = 0, open = 0, stale = 0;
    bool news = false;
    for (size_t i = o->first; i < o->first + o->count; i++) {
        const struct unit *u = &w->t.units[i];
        news = news || is_new(w, i) || u->state != w->places.at[i].state;
        final += u->standing == UNIT_FINAL;
        stale += u->standing == UNIT_STALE;
        open += u->standing != UNIT_FINAL && !is_left_out(w, i);
    }
    if (news && open > 0)
        *part += final;
    if (news && (open == 0 || stale == 0))
        edit_list(e, o, open == 0);
}

bool wording_files(struct fixed_words *w, struct diags *d, struct file_writes *out,
                   size_t *part)
{
    struct wording_edits e = {.w = w, .d = d};
    *part = 0;
    for (size_t from = 0, to = 0; from < w->t.count; from = to) {
        while (to < w->t.count && w->places.at[to].text == w->places.at[from].text)
            to++;
        edit_text(&e, from, to);
    }
    for (size_t i = 0; i < w->owners.len; i++)
        if (w->owners.at[i].count > 0 && w->owners.at[i].map != NULL)
            edit_owner(&e, &w->owners.at[i], part);
    return !e.failed && files_edit(w->a, d, &e.edits, out);
}

/* ---- whether a text reads as it was delivered ---- */

struct wording_checks {
    struct fixed_words *w;
    const struct welsh_check *more;
};

static size_t next_code(struct content c, size_t i)
{
    while (i < c.count && c.at[i].kind == CODE_TEXT)
        i++;
    return i;
}

static bool same_codes(struct content x, struct content y)
{
    size_t i = next_code(x, 0), k = next_code(y, 0);
    while (i < x.count && k < y.count && strcmp(x.at[i].text, y.at[k].text) == 0) {
        i = next_code(x, i + 1);
        k = next_code(y, k + 1);
    }
    return i == x.count && k == y.count;
}

/* Signs of Markdown among the words would be taken for emphasis, links or items. */
static bool reads_back(struct diags *d, const struct unit *u, struct content welsh,
                       void *data)
{
    struct wording_checks *c = data;
    struct fixed_words *w = c->w;
    bool prose = w->places.at[u - w->t.units].text->prose;
    const char *text = written(w->a, welsh, 0);
    struct pos pos = welsh.count > 0 ? welsh.at[0].pos : welsh.pos;
    struct node n = {.kind = NODE_TEXT, .pos = pos, .text = text, .len = strlen(text)};
    struct content read = wording_content(w->a, &n, (struct piece){0, n.len}, prose);
    bool same =
        wording_is_one(w->a, &n, prose) && same_codes(wording_welsh(w->a, read), welsh);
    if (!same)
        diag(d, DIAG_XLIFF_CODES, pos,
             "unit %s (%s): signs among its words (* _ [ ] # - or a number with a stop "
             "before them) would be read as emphasis, a link, an item or a number; write "
             "it without them",
             u->uid, u->path);
    return same && (c->more == NULL || c->more->fits(d, u, welsh, c->more->data));
}

struct welsh_check wording_check(struct fixed_words *w, const struct welsh_check *more)
{
    struct wording_checks *c = NEW(w->a, struct wording_checks);
    *c = (struct wording_checks){w, more};
    return (struct welsh_check){reads_back, c};
}
