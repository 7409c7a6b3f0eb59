/* map.c -- in: paragraphs of a Word document; out: homes with what they are given.  A
 * heading leads to a home: by what an export has left in it, else by its words. */
#include "manuscript/mapper.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

/* ---- what has no place ---- */

void map_unplaced_aside(struct arena *a, struct mapping *m, const char *what,
                        const char *words, const char *why)
{
    *array_push(a, &m->unplaced) =
        (struct unplaced){0, what, words, why, words_in(words)};
}

/* "((? E. Writer: who says so? ?))" without its signs; `from` goes behind it. */
static const char *next_query(struct arena *a, const char **from)
{
    const char *begin = strstr(*from, "((? ");
    const char *end = begin != NULL ? strstr(begin, " ?))") : NULL;
    if (end == NULL)
        return NULL;
    *from = end + strlen(" ?))");
    begin += strlen("((? ");
    return end > begin ? arena_strndup(a, begin, (size_t)(end - begin)) : "";
}

void map_drop_queries(struct arena *a, struct mapping *m, const char *markdown)
{
    const char *query;
    if (markdown_is_query(markdown))
        return; /* a place that waits, of our own */
    while ((query = next_query(a, &markdown)) != NULL) {
        map_unplaced_aside(a, m, "a comment", query,
                           "what it is about has no place for one");
        m->all += words_in(query);
    }
}

void map_unplaced(struct mapper *m, const struct paper_paragraph *p, const char *why)
{
    *array_push(m->a, &m->to->unplaced) =
        (struct unplaced){p->number, "", p->words, why, words_in(p->words)};
    map_drop_queries(m->a, m->to, p->markdown);
}

void map_drop(struct arena *a, struct mapping *m, struct home *h, size_t passage,
              const char *why)
{
    const struct text_piece *p = &h->passages.at[passage];
    const size_t words = words_in(p->words);
    *array_push(a, &m->unplaced) =
        (struct unplaced){p->number, "a note", p->words, why, words};
    m->placed -= words;
    map_drop_queries(a, m, p->markdown);
    for (size_t i = passage + 1; i < h->passages.len; i++)
        h->passages.at[i - 1] = h->passages.at[i];
    h->passages.len--;
}

/* ---- headings ---- */

static struct home *titled_below(struct mapper *m, struct home *h, const char *words)
{
    for (size_t i = 0; i < h->homes.len; i++)
        if (h->homes.at[i]->key[0] != '\0' &&
            home_is_titled(m->a, m->t, h->homes.at[i], words))
            return h->homes.at[i];
    return NULL;
}

static struct home *new_record(struct mapper *m, struct home *list)
{
    struct home *h =
        home_new(m->a, list, list->field->of, "", home_kind_of(list->field->of));
    h->path = arena_printf(m->a, "%s/#+%zu", list->path, list->homes.len);
    home_add_fields(m->a, h);
    return h;
}

/* Among what is below those that we are in, from the innermost outwards. */
static struct home *titled_around(struct mapper *m, const char *words)
{
    for (struct home *h = m->at; h != NULL; h = h->parent) {
        struct home *found = titled_below(m, h, words);
        if (found != NULL)
            return found;
        if (h->kind == HOME_RECORDS && h->field->of->kind == FIELD_RECORD) {
            struct home like = {.key = "", .parent = h, .path = "#1"};
            if (home_is_titled(m->a, m->t, &like, words))
                return new_record(m, h);
        }
    }
    return NULL;
}

/* What is scored, wherever it stands: the first map that has it. */
static struct home *titled_aspect(struct mapper *m, struct home *h, const char *words)
{
    for (size_t i = 0; i < h->homes.len; i++) {
        struct home *c = h->homes.at[i], *found = NULL;
        if (c->kind == HOME_GROUP && c->field != NULL && c->field->kind == FIELD_MAP &&
            keys_are_ids(c->field->keys))
            found = titled_below(m, c, words);
        if (found == NULL)
            found = titled_aspect(m, c, words);
        if (found != NULL)
            return found;
    }
    return NULL;
}

static struct home *home_of_heading(struct mapper *m, const char *words)
{
    struct home *found = titled_around(m, words);
    if (found == NULL)
        found = titled_below(m, m->to->given, words);
    return found != NULL ? found : titled_aspect(m, m->to->given, words);
}

/* The path that an export gave the heading of that number. */
static const char *exported_path(struct mapper *m, const char *number)
{
    for (size_t i = 0; number[0] != '\0' && i < m->paper->state.len; i++) {
        const struct paper_state *s = &m->paper->state.at[i];
        if (strcmp(s->kind, "home") == 0 && strcmp(s->first, number) == 0)
            return s->third;
    }
    return NULL;
}

static void go(struct mapper *m, const struct paper_paragraph *p, struct home *h,
               int outline)
{
    m->at = h;
    m->outline = outline;
    m->level = -1;
    m->to->headings += words_in(p->words);
    map_drop_queries(m->a, m->to, p->markdown);
    for (; h != NULL; h = h->parent)
        h->named = true;
}

static bool is_style(const struct paper_paragraph *p, const char *style)
{
    return strcmp(p->style, style) == 0;
}

static struct home *list_around(struct mapper *m)
{
    struct home *h = m->at;
    while (h != NULL && h->kind != HOME_RECORDS)
        h = h->parent;
    return h;
}

/* What looks like a heading to its reader: by its style, or bold and short. */
static bool is_heading(const struct paper_paragraph *p)
{
    return p->outline >= 0 || is_style(p, STYLE_FIELD) || is_style(p, STYLE_RECORD);
}

static bool is_short(const struct paper_paragraph *p)
{
    return p->level < 0 && p->table == 0 && strlen(p->words) < 120;
}

/* True when the paragraph led somewhere, or nowhere: then it is no text. */
static bool take_heading(struct mapper *m, const struct paper_paragraph *p)
{
    const char *path = exported_path(m, p->home);
    struct home *exported = path != NULL ? home_make(m->a, m->to->given, path) : NULL;
    if (exported != NULL) {
        go(m, p, exported, p->outline < 0 ? 9 : p->outline);
        return true;
    }
    if (!is_heading(p) && !is_short(p))
        return false;
    struct home *h = home_of_heading(m, p->words);
    if (h == NULL && is_style(p, STYLE_RECORD) && list_around(m) != NULL)
        h = new_record(m, list_around(m));
    if (h != NULL && (is_heading(p) || p->bold || h->kind <= HOME_ITEMS)) {
        go(m, p, h, is_heading(p) && p->outline >= 0 ? p->outline : 9);
        return true;
    }
    if (!is_heading(p))
        return false;
    map_unplaced(m, p, "a heading that is no field's");
    if (p->outline <= m->outline) {
        m->at = NULL;
        m->lost = "it stands under a heading that is no field's";
    }
    return true;
}

/* ---- texts ---- */

void map_line(struct mapper *m, struct home *h, struct text_line line)
{
    struct text_lines *lines = map_get(m->given, h->path);
    if (lines == NULL) {
        lines = NEW(m->a, struct text_lines);
        map_put(m->given, h->path, lines);
        *array_push(m->a, &m->filled) = h;
    }
    const struct text_line *last =
        lines->all.len > 0 ? &lines->all.at[lines->all.len - 1] : NULL;
    if (last == NULL)
        line.goes_on = false;
    const int first = h->kind == HOME_ITEMS ? -1 : 0; /* an item begins with words */
    const int most = last == NULL ? first : last->level + !line.goes_on;
    if (line.level > most)
        line.level = most;
    *array_push(m->a, &lines->all) = line;
}

/* A quotation is set in as well. */
static bool is_quoted(const struct paper_paragraph *p)
{
    return strstr(p->style, "quot") != NULL || is_style(p, "block text");
}

/* The deepest item that is set in no further than the paragraph; -1: it is none's. */
static int item_above(const struct mapper *m, const struct paper_paragraph *p)
{
    enum { NEARLY = 60 /* programs round differently */ };
    if (m->level < 0 || p->level >= 0 || (p->left == 0 && !p->named) || is_quoted(p))
        return -1;
    for (int level = m->level; p->left > 0 && level > 0; level--)
        if (m->left[level] <= p->left + NEARLY)
            return level;
    return p->left > 0 ? 0 : m->level;
}

/* How deep a further paragraph of an item is, or -1: it is none. */
static int goes_on(const struct mapper *m, const struct paper_paragraph *p)
{
    const size_t len = strlen(STYLE_GOES_ON);
    if (strncmp(p->style, STYLE_GOES_ON, len) == 0)
        return p->style[len] == ' ' ? atoi(p->style + len + 1) : 0;
    if (p->unsigned_item && m->level >= 0)
        return p->level;
    return item_above(m, p);
}

/* What may come behind it as more of the same item. */
static void note_item(struct mapper *m, const struct paper_paragraph *p)
{
    const int more = goes_on(m, p);
    m->level = more >= 0 ? more : p->level < MAPPER_LEVELS ? p->level : MAPPER_LEVELS - 1;
    if (more < 0 && m->level >= 0)
        m->left[m->level] = p->left;
}

static struct text_line line_of(const struct mapper *m, const struct paper_paragraph *p,
                                bool items)
{
    const int more = goes_on(m, p);
    struct text_line line = {.level = more >= 0 ? more : p->level,
                             .numbered = p->numbered,
                             .goes_on = more >= 0,
                             .markdown = p->markdown,
                             .words = p->words,
                             .number = p->number};
    if (items && line.level >= 0)
        line.level--;
    return line;
}

/* The one text of a record that words may be meant for. */
static struct home *main_text(struct home *h, bool record)
{
    struct home *found = NULL;
    for (size_t i = 0; i < h->homes.len; i++) {
        struct home *c = h->homes.at[i];
        if (c->kind != HOME_TEXT && !(record && c->kind == HOME_LINE))
            continue;
        if (record)
            return c;
        if (found != NULL)
            return NULL;
        found = c;
    }
    return found;
}

/* A record for each item of a list: "Recommendations" and what is recommended. */
static struct home *record_text(struct mapper *m, const struct paper_paragraph *p)
{
    struct home *list = m->at;
    if (list->field->of->kind != FIELD_RECORD)
        return NULL;
    struct home *last = list->homes.len > 0 ? list->homes.at[list->homes.len - 1] : NULL;
    const int more = goes_on(m, p);
    if (last != NULL && (p->level > 0 || more >= 0)) {
        for (size_t i = 0; more < 0 && i < last->homes.len; i++)
            if (last->homes.at[i]->kind == HOME_ITEMS &&
                home_is_prose(last->homes.at[i]) &&
                strcmp(last->homes.at[i]->key, "points") == 0)
                return last->homes.at[i];
        struct home *text = main_text(last, true);
        return text != NULL && text->kind == HOME_TEXT ? text : NULL;
    }
    struct home *record = new_record(m, list);
    struct home *text = main_text(record, true);
    if (text == NULL)
        list->homes.len--;
    return text;
}

static struct home *home_for(struct mapper *m, const struct paper_paragraph *p)
{
    switch (m->at->kind) {
    case HOME_GROUP:
        return map_is_parted(m, m->at) ? map_part(m, m->at) : main_text(m->at, false);
    case HOME_RECORDS: return record_text(m, p);
    case HOME_WORDS:
    case HOME_LINE:
    case HOME_TEXT:
    case HOME_ITEMS: break;
    case HOME_TABLE: return NULL;
    }
    return m->at;
}

/* As a name, a date or a number is typed. */
static const char *one_line(struct arena *a, const char *words)
{
    struct buf out = buf_new(a);
    for (const char *s = words; *s != '\0'; s++)
        if (!is_blank(*s))
            buf_char(&out, *s);
        else if (out.len > 0 && s[strspn(s, " \t\n")] != '\0' && !is_blank(s[1]))
            buf_char(&out, ' ');
    return out.at;
}

static void take_text(struct mapper *m, const struct paper_paragraph *p)
{
    if (m->at == NULL) {
        map_unplaced(m, p, m->lost);
        return;
    }
    struct home *h = home_for(m, p);
    if (h == NULL) {
        map_unplaced(m, p,
                     arena_printf(m->a, "\"%s\" has no text of its own",
                                  home_title(m->a, m->t, m->at, LANG_EN)));
        return;
    }
    for (struct home *up = h; up != NULL; up = up->parent)
        up->named = true;
    struct text_line line = line_of(m, p, h->kind == HOME_ITEMS);
    if (h->kind < HOME_TEXT || (m->at->kind == HOME_RECORDS && h->kind == HOME_TEXT))
        line.level = -1;
    if (!home_is_prose(h) && !markdown_is_query(line.markdown)) {
        line.markdown = one_line(m->a, p->words);
        map_drop_queries(m->a, m->to, p->markdown);
    }
    map_line(m, h, line);
    note_item(m, p);
    m->to->placed += words_in(p->words);
}

/* ---- paragraphs ---- */

static bool is_help(const struct mapper *m, const struct paper_paragraph *p)
{
    if (!is_style(p, STYLE_HELP))
        return false;
    for (size_t i = 0; i < m->paper->state.len; i++)
        if (strcmp(m->paper->state.at[i].kind, "help") == 0 &&
            strcmp(m->paper->state.at[i].third, p->words) == 0)
            return true;
    return !m->paper->own;
}

static bool is_contents(const struct paper_paragraph *p)
{
    return strncmp(p->style, "toc ", 4) == 0 ||
           strcmp(p->style, "table of figures") == 0 ||
           strcmp(p->style, "contents heading") == 0 ||
           (strncmp(p->style, "contents ", 9) == 0);
}

static void place_paragraph(struct mapper *m, const struct paper_paragraph *p)
{
    m->to->all += words_in(p->words);
    if (p->markdown[0] == '\0' && p->home[0] == '\0')
        return;
    if (is_help(m, p))
        m->to->help += words_in(p->words);
    else if (is_contents(p))
        map_unplaced(m, p, "a table of contents; the report makes its own");
    else if (p->table > 0 && m->tables[p->table].most > 1)
        map_cell(m, p);
    else if (!take_heading(m, p) && p->markdown[0] != '\0')
        take_text(m, p);
}

/* ---- beside the text ---- */

static void place_aside(struct mapper *m, const struct paper_aside *s)
{
    switch (s->kind) {
    case LOST_COMMENT:
        map_unplaced_aside(m->a, m->to, "a comment", s->words,
                           "nothing in the text points to it");
        break;
    case LOST_SHAPE:
        map_unplaced_aside(m->a, m->to, "a drawing", s->words,
                           "words of a picture; type them as text");
        break;
    case LOST_RESOLVED:
    case LOST_MARGIN:
    case LOST_ALT:
    case LOST_COUNT: return; /* no text of a report, whoever wrote it */
    }
    m->to->all += words_in(s->words);
}

/* ---- all ---- */

/* What an export has left, as homes. */
static struct home *base_of(struct mapper *m)
{
    struct home *root = homes_of(m->a, NULL, m->t->p, NULL, NULL);
    for (size_t i = 0; i < m->paper->state.len; i++) {
        const struct paper_state *s = &m->paper->state.at[i];
        const bool passage = strcmp(s->kind, "passage") == 0;
        struct home *h = NULL;
        if (passage || strcmp(s->kind, "home") == 0)
            h = home_make(m->a, root, passage ? s->second : s->third);
        if (h == NULL || !passage)
            continue;
        *array_push(m->a, &h->passages) = (struct text_piece){
            .markdown = s->third, .open = strncmp(s->third, "((?", 3) == 0};
    }
    return root;
}

static void fill_homes(struct mapper *m)
{
    for (size_t i = 0; i < m->filled.len; i++)
        home_take_lines(m->a, m->filled.at[i], map_get(m->given, m->filled.at[i]->path));
}

struct mapping manuscript_map(struct arena *a, const struct titles *t,
                              const struct paper *paper, const struct home *now)
{
    struct mapping to = {.given = homes_of(a, NULL, t->p, NULL, NULL), .now = now};
    struct mapper m = {.a = a,
                       .t = t,
                       .paper = paper,
                       .now = now,
                       .to = &to,
                       .outline = 9,
                       .level = -1,
                       .lost = "no heading of a field stands before it",
                       .given = map_new(a)};
    to.base = paper->own ? base_of(&m) : NULL;
    map_tables(&m);
    for (size_t i = 0; i < paper->paragraphs.len; i++)
        place_paragraph(&m, &paper->paragraphs.at[i]);
    for (size_t i = 0; i < paper->notes.len; i++)
        map_note(&m, &paper->notes.at[i]);
    for (size_t i = 0; i < paper->asides.len; i++)
        place_aside(&m, &paper->asides.at[i]);
    fill_homes(&m);
    map_fit(&m);
    return to;
}
