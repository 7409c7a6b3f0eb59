/* blocks.c -- in: blocks of the report tree; out: their lines, one below the other.  What
 * is on a page only to be seen (turns, keys of signs, numbers of dividers) is not there.
 */
#include "plain/work.h"

#include <string.h>

const char *plain_quoted(struct telling *p, const struct element *e, const char *words)
{
    const enum stage stage = p->r->stage;
    bool shown = (stage == STAGE_PROOF || stage == STAGE_DRAFT) && e->said != NULL;
    return shown ? arena_printf(p->a, "[%s] %s", e->said, words) : words;
}

void plain_paragraph(struct telling *p, const char *words)
{
    plain_gap(p, 1);
    plain_lines(p, words);
    plain_gap(p, 1);
}

static void say_p(struct telling *p, const struct element *e)
{
    if (paragraph_role(e) != PARAGRAPH_KEY) /* of signs that are drawn */
        plain_paragraph(p, plain_quoted(p, e, plain_words(p, e)));
}

/* ---- headings and contents ---- */

static const struct element *section_of(const struct element *heading)
{
    const struct element *e = heading->parent;
    while (e != NULL && e->kind != EL_SECTION)
        e = e->parent;
    return e != NULL && plain_heading_of(e) == heading ? e : NULL;
}

static void say_heading(struct telling *p, const struct element *e)
{
    const int level = element_number(e, AT_LEVEL, 1);
    const struct element *aside = element_child(e, EL_ASIDE);
    const struct element *section = section_of(e);
    const bool over = aside != NULL && aside_kind(aside) == ASIDE_OVER;
    if (over)
        plain_paragraph(p, plain_part(p, aside, EL_LABEL));
    const char *words =
        plain_quoted(p, e, over ? plain_words(p, e) : plain_heading(p, e));
    if (section != NULL)
        words = plain_quoted(p, section, words);
    plain_gap(p, over ? 0 : level <= 2 ? 2 : 1);
    if (level <= 2)
        plain_underlined(p, words, level == 1 ? '=' : '-');
    else
        plain_lines(p, words);
    plain_gap(p, 1);
    if (over)
        plain_paragraph(p, plain_part(p, aside, EL_VALUE));
    else if (aside != NULL)
        plain_paragraph(p, plain_score(p, aside));
}

struct contents {
    struct telling *p;
    const struct element *self;
    int depth, indent;
    bool on; /* the place of the contents has been passed */
};

static void say_entry(struct contents *t, const struct element *section)
{
    const struct element *heading = plain_heading_of(section);
    const enum section_toc toc = section_toc(section);
    bool shown = toc == TOC_AS_BEFORE ? t->on : toc == TOC_YES;
    int level = heading != NULL ? element_number(heading, AT_LEVEL, 1) : t->depth + 1;
    if (!shown || level > t->depth)
        return;
    const bool flush = level == 1 || toc_kind(t->self) == TOC_SECTION;
    t->p->indent = t->indent + (flush ? 0 : PLAIN_STEP);
    plain_lines(t->p, plain_heading(t->p, heading));
}

/* In the order of the report; those before only where they ask for it. */
static void say_entries(struct contents *t, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        t->on |= c == t->self;
        if (element_is_inline(c->kind) || c->kind == EL_TABLE || c->kind == EL_CHART)
            continue;
        if (c->kind == EL_SECTION)
            say_entry(t, c);
        say_entries(t, c);
    }
}

static void say_toc(struct telling *p, const struct element *e)
{
    const size_t notes = p->notes.len; /* their marks are in the headings themselves */
    struct contents t = {.p = p, .self = e, .indent = p->indent};
    const struct element *of = p->r->root;
    t.depth = element_number(e, AT_DEPTH, 2);
    if (toc_kind(e) == TOC_SECTION)
        for (of = e; of->parent != NULL && of->kind != EL_SECTION;)
            of = of->parent;
    plain_gap(p, 1);
    say_entries(&t, of);
    plain_gap(p, 1);
    p->indent = t.indent;
    p->notes.len = notes;
}

/* ---- sections and their notes ---- */

static void say_notes(struct telling *p)
{
    const int indent = p->indent;
    for (size_t i = 0; i < p->notes.len; i++) { /* a note may have a note */
        const struct element *e = p->notes.at[i];
        p->label = arena_printf(p->a, "[%s] ", e->label != NULL ? e->label : "");
        p->indent = (int)plain_width(p->label, strlen(p->label));
        plain_gap(p, 1);
        plain_children(p, e);
        p->label = NULL;
    }
    p->notes.len = 0;
    p->indent = indent;
}

static bool is_outermost(const struct element *section)
{
    for (const struct element *e = section->parent; e != NULL; e = e->parent)
        if (e->kind == EL_SECTION)
            return false;
    return true;
}

static void say_section(struct telling *p, const struct element *e)
{
    if (plain_heading_of(e) == NULL) /* which says it else */
        plain_lines(p, plain_quoted(p, e, ""));
    plain_children(p, e);
    if (is_outermost(e) || section_notes(e) == NOTES_RESTART)
        say_notes(p);
}

/* ---- lists ---- */

static const char *label_of(struct telling *p, const struct element *item)
{
    bool none = item->label == NULL || *item->label == '\0';
    return plain_quoted(p, item, none ? "- " : arena_printf(p->a, "%s ", item->label));
}

/* Its share, the last figure, is in brackets: "58 of 62 screened (94%)". */
static void say_evidence(struct telling *p, const struct element *e)
{
    const struct element *share =
        e->last != NULL && e->last->kind == EL_FIG ? e->last : NULL;
    const char *words = plain_between(p, e->first, share);
    bool alone = words[strspn(words, " ")] == '\0';
    p->gap = 0;
    plain_lines(
        p, share == NULL ? words
           : alone       ? plain_between(p, share, NULL)
                   : arena_printf(p->a, "%s (%s)", words, plain_between(p, share, NULL)));
}

static void say_item(struct telling *p, const struct element *item)
{
    p->label = label_of(p, item);
    plain_children(p, item);
    for (const struct element *c = item->first; c != NULL; c = c->next)
        if (c->kind == EL_EVIDENCE)
            say_evidence(p, c);
    p->label = NULL;
}

static void say_list(struct telling *p, const struct element *e)
{
    const int indent = p->indent;
    size_t hang = 0;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        const char *label = c->kind == EL_ITEM ? label_of(p, c) : "";
        size_t width = plain_width(label, strlen(label));
        hang = width > hang ? width : hang;
    }
    const bool inner = e->parent->kind == EL_ITEM;
    plain_gap(p, 1);
    p->gap = inner ? 0 : p->gap;
    p->indent += (int)hang;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind != EL_ITEM)
            continue;
        say_item(p, c);
        p->gap = 0;
    }
    p->indent = indent;
    p->gap = inner ? 0 : 1;
}

static void say_paragraphs(struct telling *p, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind != EL_ITEM || c->first == NULL)
            continue;
        const bool own = c->label != NULL && c->said != NULL &&
                         strncmp(c->label, c->said, strlen(c->said)) == 0;
        const char *label = c->label != NULL ? arena_printf(p->a, "%s ", c->label) : "";
        plain_gap(p, 1);
        p->label = own ? label : plain_quoted(p, c, label);
        plain_children(p, c);
        p->label = NULL;
    }
}

/* ---- covers, letters, signatures ---- */

static void say_parts(struct telling *p, const struct element *e, enum element_kind k)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == k)
            plain_lines(p, plain_words(p, c));
    plain_gap(p, 1);
}

static void say_logos(struct telling *p, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == EL_LOGO && element_child(c, EL_ALT) != NULL)
            plain_lines(p, arena_printf(p->a, "[%s]", plain_part(p, c, EL_ALT)));
}

/* Lines that a page is too narrow for are one. */
static void say_names(struct telling *p, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind != EL_NAME)
            continue;
        char *name = arena_strdup(p->a, plain_words(p, c));
        for (char *s = name; *s != '\0'; s++)
            *s = *s == '\n' ? ' ' : *s;
        plain_lines(p, name);
    }
    plain_gap(p, 1);
}

static void say_cover(struct telling *p, const struct element *e)
{
    const char *lead = plain_part(p, e, EL_LEAD), *area = plain_part(p, e, EL_AREA);
    say_names(p, e);
    say_parts(p, e, EL_STRAP);
    plain_gap(p, 2);
    if (*area != '\0')
        plain_underlined(
            p, arena_printf(p->a, "%s%s%s", lead, *lead != '\0' ? " " : "", area), '=');
    else
        plain_lines(p, lead);
    plain_gap(p, 1);
    say_parts(p, e, EL_DATE);
    say_parts(p, e, EL_ISBN);
    say_parts(p, e, EL_OTHER);
    say_logos(p, e);
    plain_gap(p, 1);
}

static void say_letterhead(struct telling *p, const struct element *e)
{
    say_names(p, e);
    say_parts(p, e, EL_ADDRESS);
    say_parts(p, e, EL_STRAP);
}

static void say_signature(struct telling *p, const struct element *e)
{
    plain_gap(p, 1);
    if (element_child(e, EL_ALT) != NULL)
        plain_lines(p, arena_printf(p->a, "[%s]", plain_part(p, e, EL_ALT)));
    plain_lines(p, plain_part(p, e, EL_NAME));
    plain_lines(p, plain_part(p, e, EL_ROLE));
    plain_lines(p, plain_part(p, e, EL_DATE));
    plain_gap(p, 1);
}

/* ---- the rest ---- */

static void say_figure(struct telling *p, const struct element *e)
{
    plain_caption(p, e);
    plain_gap(p, 1);
    plain_lines(p, arena_printf(p->a, "[%s]", plain_part(p, e, EL_ALT)));
    plain_gap(p, 1);
}

/* A list of where one can go, with the scores there. */
static void say_ribbon(struct telling *p, const struct element *e)
{
    plain_gap(p, 1);
    p->indent += PLAIN_STEP;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        const char *number = element_at(c, AT_NUMBER);
        const char *name =
            arena_printf(p->a, "%s%s%s", number != NULL ? number : "",
                         number != NULL ? " " : "", plain_part(p, c, EL_LABEL));
        p->label = "- ";
        plain_lines(p, plain_pair(p, name, plain_part(p, c, EL_VALUE)));
    }
    p->indent -= PLAIN_STEP;
    plain_gap(p, 1);
}

static void say_field(struct telling *p, const struct element *field)
{
    plain_lines(
        p, plain_pair(p, plain_part(p, field, EL_LABEL), plain_part(p, field, EL_VALUE)));
    for (const struct element *c = field->first; c != NULL; c = c->next)
        if (c->kind == EL_CHOICE)
            plain_lines(p, arena_printf(p->a, "- %s", plain_words(p, c)));
}

static void say_form(struct telling *p, const struct element *e)
{
    plain_gap(p, 1);
    plain_lines(p, e->label != NULL ? e->label : "");
    for (const struct element *row = e->first; row != NULL; row = row->next)
        for (const struct element *c = row->kind == EL_FIELDS ? row->first : NULL;
             c != NULL; c = c->next)
            if (c->kind == EL_FIELD)
                say_field(p, c);
    plain_gap(p, 1);
}

/* The number and the label over its title are for the eye: the heading says both. */
static void say_divider(struct telling *p, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind != EL_TITLE && c->kind != EL_LABEL && c->kind != EL_VALUE)
            plain_block(p, c);
}

/* A case for every element, so that a new one is not forgotten. */
/* clang-format off */
void plain_block(struct telling *p, const struct element *e)
{
    switch (e->kind) {
    case EL_P: say_p(p, e); return;
    case EL_SECTION: say_section(p, e); return;
    case EL_HEADING: say_heading(p, e); return;
    case EL_LIST: say_list(p, e); return;
    case EL_PARAGRAPHS: say_paragraphs(p, e); return;
    case EL_TABLE: case EL_GLOSSARY: plain_table(p, e); return;
    case EL_CHART: plain_chart(p, e); return;
    case EL_FIGURE: say_figure(p, e); return;
    case EL_BOX: case EL_SCOREBOX: case EL_PANEL: case EL_RATING: case EL_QUOTATION: plain_box(p, e); return;
    case EL_COVER: say_cover(p, e); return;
    case EL_LETTERHEAD: say_letterhead(p, e); return;
    case EL_SIGNATURE: say_signature(p, e); return;
    case EL_DIVIDER: say_divider(p, e); return;
    case EL_TOC: say_toc(p, e); return;
    case EL_RIBBON: say_ribbon(p, e); return;
    case EL_FORM: say_form(p, e); return;
    case EL_STARS: plain_lines(p, plain_words(p, e)); return;
    case EL_REPORT: case EL_KEEP: case EL_WIDE: plain_children(p, e); return;
    case EL_SERIES: case EL_PAGEBREAK: case EL_RANGE: /* the cells beside a range have its figures */
    /* parts, of which the elements that they stand in speak */
    case EL_TITLE: case EL_SUBJECT: case EL_KEYWORDS: case EL_FOOT: case EL_NAME: case EL_STRAP:
    case EL_LEAD: case EL_AREA: case EL_DATE: case EL_ISBN: case EL_OTHER: case EL_ADDRESS:
    case EL_ASIDE: case EL_TAB: case EL_LABEL: case EL_VALUE: case EL_LOGO: case EL_ITEM:
    case EL_EVIDENCE: case EL_CAPTION: case EL_MEASURE: case EL_COL: case EL_THEAD: case EL_TBODY:
    case EL_TR: case EL_TH: case EL_TD: case EL_COMMENT: case EL_MEANING: case EL_BY: case EL_ROLE:
    case EL_ALT: case EL_LEGEND: case EL_ENTRY: case EL_GROUP: case EL_BAR: case EL_REMARK:
    case EL_FIELDS: case EL_FIELD: case EL_CHOICE: case EL_WITH: return;
    /* of a line: words.c */
    case EL_EM: case EL_STRONG: case EL_SPAN: case EL_CAPS: case EL_LINK: case EL_REF: case EL_PAGENUM:
    case EL_NOTE: case EL_FIG: case EL_NUMBER: case EL_SWATCH: case EL_SIGN: case EL_QUERY:
    case EL_UNTRANSLATED: case EL_INSERTED: case EL_DELETED: case EL_MOVED: case EL_BREAK: case EL_WORD:
    case EL_PROSE: case EL_TEXT: case EL_COUNT: break;
    }
    bug("<%s> is no block", element_name(e->kind));
}
/* clang-format on */

void plain_children(struct telling *p, const struct element *e)
{
    for (const struct element *c = e->first, *end; c != NULL; c = end) {
        end = c->next;
        if (!element_is_inline(c->kind)) {
            plain_block(p, c);
            continue;
        }
        while (end != NULL && element_is_inline(end->kind))
            end = end->next;
        plain_paragraph(p, plain_between(p, c, end));
    }
}

/* ---- the document ---- */

static void collect_ids(struct map *ids, const struct element *e)
{
    const char *id = element_at(e, AT_ID);
    if (id != NULL && map_get(ids, id) == NULL)
        map_put(ids, id, (void *)(uintptr_t)e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        collect_ids(ids, c);
}

/* What is in the margins of each page: who must not see it. */
static void say_stage(struct telling *p)
{
    static const enum layout_word words[] = {LAYOUT_MARKING, LAYOUT_STAGE_LINE,
                                             LAYOUT_VERSION, LAYOUT_HASH};
    for (size_t i = 0; i < LEN(words) && p->r->stage != STAGE_FINAL; i++)
        plain_lines(p, p->r->words[words[i]]);
    plain_gap(p, 2);
}

void plain_text(const struct report *r, struct buf *out)
{
    struct map *ids = map_new(out->a);
    struct telling p = {.a = out->a, .r = r, .out = out, .ids = ids};
    collect_ids(ids, r->root);
    say_stage(&p);
    plain_children(&p, r->root);
    say_notes(&p);
}
