/* shape.c -- what a template does that no report shows by itself: a part that its like
 * have, a column that stays empty, contents of the wrong depth.  In: the finished tree of
 * a report of made-up data, where each of these is a slip; out: warnings at the
 * template's lines. */
#include "compose/work.h"

#include <ctype.h>
#include <string.h>

static const char *name_of(const struct element *e)
{
    return element_name(e->kind);
}

/* ---- parts ---- */

static void lacks(struct work *w, const struct element *e, const char *what,
                  const char *why)
{
    diag(w->d, DIAG_PART_MISSING, e->pos, "<%s> has no %s; %s", name_of(e), what, why);
}

static size_t count_in(const struct element *e, enum element_kind kind, enum lang l,
                       enum lang home)
{
    size_t count = 0;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        count += c->kind == kind && element_lang(c, home) == l;
    return count;
}

/* For each in the other language there is one in the edition's own, and the reverse;
 * where there is no edition in the other, none need be in it. */
static void both_languages(struct work *w, const struct element *e,
                           enum element_kind kind)
{
    const enum lang away = w->home == LANG_EN ? LANG_CY : LANG_EN;
    const size_t own = count_in(e, kind, w->home, w->home),
                 other = count_in(e, kind, away, w->home);
    const bool alone = w->about != NULL || !has_edition(w, away);
    if (own > 0 && (own == other || (other == 0 && alone)))
        return;
    diag(w->d, DIAG_PART_MISSING, e->pos,
         "<%s> has %zu <%s> in the edition's own language and %zu in the other; names "
         "stand in both",
         name_of(e), own, element_name(kind), other);
}

static bool is_in_chart_of(const struct element *e, enum chart_kind kind)
{
    while (e->kind != EL_CHART)
        e = e->parent;
    return chart_kind(e) == kind;
}

static void check_bar(struct work *w, const struct element *bar)
{
    if (w->p->band_count > 0 && is_in_chart_of(bar, CHART_SCORES) &&
        element_child(bar, EL_REMARK) == NULL)
        lacks(w, bar, "<remark>", "a pattern alone does not say the judgement");
}

static void check_group(struct work *w, const struct element *group)
{
    if (is_in_chart_of(group, CHART_SCORES) && group->at[AT_OF] == NULL)
        lacks(w, group, "of", "it says whose score its title stands for");
}

static void check_cover(struct work *w, const struct element *cover)
{
    const enum lang other = w->lang == LANG_EN ? LANG_CY : LANG_EN;
    const struct element *line = element_child(cover, EL_OTHER);
    both_languages(w, cover, EL_NAME);
    if (line != NULL && !has_edition(w, other))
        diag(w->d, DIAG_UNLIKE, line->pos,
             "it stands in a report of one edition; is the test of @editions right?");
    else if (line == NULL && element_child(cover->parent, EL_COVER) == cover &&
             has_edition(w, other))
        lacks(w, cover, "<other>", "it says that there is another edition");
}

static bool has_stars(const struct work *w)
{
    for (size_t i = 0; i < w->p->band_count; i++)
        if (w->p->bands[i].stars > 0)
            return true;
    return false;
}

/* A rating of a programme with stars: both, the stars and the word for them. */
static void check_rating(struct work *w, const struct element *e)
{
    if (!has_stars(w))
        return;
    if (element_child(e, EL_STARS) == NULL)
        lacks(w, e, "<stars>", "its judgement is printed by them");
    if (element_child(e, EL_COMMENT) == NULL)
        lacks(w, e, "<comment>", "its judgement is printed in a word, too");
}

/* What has a caption is referred to by its id. */
static void check_id(struct work *w, const struct element *e)
{
    if (w->about == NULL && element_child(e, EL_CAPTION) != NULL && e->at[AT_ID] == NULL)
        lacks(w, e, "id", "nobody can refer to it");
}

/* The patterns that a stacked bar is drawn with. */
static void check_stacked(struct work *w, const struct element *chart)
{
    static const enum fill drawn[] = {FILL_SOLID, FILL_SHORT};
    const struct element *legend = element_child(chart, EL_LEGEND);
    for (size_t i = 0; legend != NULL && i < LEN(drawn); i++) {
        const struct element *c = legend->first;
        while (c != NULL && (c->kind != EL_ENTRY || c->fill != drawn[i]))
            c = c->next;
        if (c == NULL)
            diag(w->d, DIAG_LEGEND_LACKS, legend->pos,
                 "\"%s\"; add an <entry fill=\"%s\">", fill_name(drawn[i]),
                 fill_name(drawn[i]));
    }
}

/* Whose bars have no words of their own. */
static bool has_patterns(enum chart_kind kind)
{
    switch (kind) {
    case CHART_SCORES:
    case CHART_STACKED:
    case CHART_DISTRIBUTION:
    case CHART_POINTS:
    case CHART_LINKED: return true;
    case CHART_SAMPLE:
    case CHART_COLUMNS:
    case CHART_LINES:
    case CHART_UPRIGHTS:
    case CHART_GAUGES:
    case CHART_ANSWERS: break;
    }
    return false;
}

static void check_chart(struct work *w, const struct element *e)
{
    check_id(w, e);
    if (chart_kind(e) == CHART_STACKED)
        check_stacked(w, e);
    if (has_patterns(chart_kind(e)) && element_child(e, EL_LEGEND) == NULL)
        lacks(w, e, "<legend>", "its patterns are explained nowhere");
    if (element_child(e, EL_ALT) == NULL)
        lacks(w, e, "<alt>", "nobody hears what it shows");
}

/* ---- numbers ---- */

/* "1", "1.2a", "A.": not the name of a question. */
static bool is_number(const char *s)
{
    size_t letters = 0;
    for (; *s != '\0'; s++) {
        if (!isalnum((unsigned char)*s) && *s != '.')
            return false;
        letters = isalpha((unsigned char)*s) ? letters + 1 : 0;
        if (letters > 2)
            return false;
    }
    return true;
}

static void check_number(struct work *w, const struct element *e)
{
    const char *number = element_at(e, AT_NUMBER);
    if (number != NULL && !is_number(number))
        diag(w->d, DIAG_UNLIKE, e->pos,
             "its number is a name; was its @code or @id meant?");
}

/* ---- tables ---- */

static bool is_blank(const struct element *cell)
{
    for (const struct element *c = cell->first; c != NULL; c = c->next) {
        const struct element_rule *rule = element_rule(c->kind);
        bool drawn = rule->content == CONTENT_NOTHING && c->kind != EL_TEXT;
        if (drawn || c->kind == EL_FIG ||
            (c->kind == EL_TEXT && c->text[strspn(c->text, " ")] != '\0') ||
            (c->kind != EL_TEXT && !is_blank(c)))
            return false;
    }
    return true;
}

static const struct element *cell_at(const struct element *row, size_t column)
{
    const struct element *c = row->first;
    while (c != NULL && column-- > 0)
        c = c->next;
    return c;
}

/* The first cell of a column that is empty in each row; NULL: none is, or one is not. */
static const struct element *blank_column(const struct element *body, size_t column)
{
    const struct element *first = NULL;
    for (const struct element *r = body->first; r != NULL; r = r->next) {
        const struct element *c = row_role(r) == ROW_GROUP ? NULL : cell_at(r, column);
        if (c != NULL && !is_blank(c))
            return NULL;
        first = first != NULL ? first : c;
    }
    return first;
}

enum { COLUMNS = 64, CELL_NONE = -1 };

/* The cell's whole number, or that of its percentage; CELL_NONE: it holds neither. */
static long number_in(struct work *w, const struct element *cell, bool *percent)
{
    const char *at = element_plain(w->a, cell);
    long number = CELL_NONE;
    for (; (isdigit((unsigned char)*at) || (*at == ',' && number > 0)) &&
           number < 100000000;
         at++)
        number = *at == ',' ? number : (number > 0 ? number * 10 : 0) + (*at - '0');
    *percent = strcmp(at, "%") == 0;
    return *percent || *at == '\0' ? number : CELL_NONE;
}

/* What the rows above come to since the last that is no plain one. */
struct sums {
    long sum[COLUMNS];
    size_t rows;
};

/* Whether a row is the sum of those above in two columns at least, and in all but one
 * (a score has no sum): of ten or more, for small numbers come to each other by chance.
 * Percentages are rounded. */
static bool is_summed(struct work *w, const struct sums *s, const struct element *row)
{
    size_t numbers = 0, summed = 0, column = 0;
    for (const struct element *c = row->first; c != NULL && column < COLUMNS;
         c = c->next, column++) {
        bool percent;
        long n = number_in(w, c, &percent), off = n - s->sum[column];
        long allowed = percent ? (long)s->rows : 0;
        numbers += n != CELL_NONE;
        summed += n >= 10 && off >= -allowed && off <= allowed;
    }
    return s->rows > 1 && summed > 1 && summed + 1 >= numbers;
}

static void sums_add(struct work *w, struct sums *s, const struct element *row)
{
    size_t column = 0;
    s->rows++;
    for (const struct element *c = row->first; c != NULL && column < COLUMNS;
         c = c->next, column++) {
        bool percent;
        long n = number_in(w, c, &percent);
        s->sum[column] += n > 0 ? n : 0;
    }
}

/* The first figure in a row; NULL: there is none. */
static const struct source_figure *first_figure(const struct element *e)
{
    const struct source_figure *found = e->kind == EL_FIG ? e->figure : NULL;
    for (const struct element *c = e->first; c != NULL && found == NULL; c = c->next)
        found = first_figure(c);
    return found;
}

/* The criterion or section that a row has the figures of, or -1. */
static int row_of(struct work *w, const struct element *row, enum level level)
{
    const struct source_figure *f = first_figure(row);
    bool score = f != NULL && f->name != NULL && strncmp(f->name, "score ", 6) == 0;
    return score ? programme_aspect(w->p, level, f->name + 6) : -1;
}

/* A row that adds up those above it, or has the figures of the section that they belong
 * to, is set and read as their total. */
static void check_totals(struct work *w, const struct element *body)
{
    struct sums s = {0};
    int section = -1; /* of the criterion in the row above */
    for (const struct element *r = body->first; r != NULL; r = r->next) {
        bool overall = section >= 0 && row_of(w, r, LEVEL_SECTION) == section;
        int criterion = row_of(w, r, LEVEL_CRITERION);
        section = criterion >= 0 ? w->p->aspects[LEVEL_CRITERION][criterion].section : -1;
        if (row_role(r) != ROW_PLAIN) {
            s = (struct sums){0};
            continue;
        }
        if (overall || is_summed(w, &s, r))
            diag(w->d, DIAG_UNLIKE, r->pos, "%s; give it role=\"total\"",
                 overall ? "it has the figures of the section of the rows above"
                         : "its numbers are the sums of those above");
        sums_add(w, &s, r);
    }
}

static void check_body(struct work *w, const struct element *body)
{
    if (w->about == NULL)
        check_totals(w, body);
    else if (w->p->question_count == 0)
        return; /* a house's table of what nobody here was asked */
    for (size_t i = 0; i < COLUMNS; i++) {
        const struct element *blank = blank_column(body, i);
        if (blank != NULL)
            diag(w->d, DIAG_ELEMENT_EMPTY, blank->pos,
                 "column %zu has nothing in any row; fill its cells, or take it out",
                 i + 1);
    }
}

/* What a walk over the whole document carries. */
struct shaping {
    struct work *w;
    struct map *titles; /* words of a heading to how many have them */
    ARRAY(const struct element *) tocs;
    size_t sections; /* that begin a page */
    bool made[EL_COUNT];
    const struct element *form; /* the last of them, and how many there are */
    size_t forms;
};

static bool ends_in_stop(struct work *w, const struct element *item)
{
    const char *words = element_plain(w->a, item);
    size_t len = strlen(words);
    return len > 0 && words[len - 1] == '.';
}

/* A list that is one sentence ends in a stop; otherwise all do, or none.  Of items that
 * one element of the template makes. */
static void check_list(struct work *w, const struct element *list)
{
    if (list->last == NULL || ends_in_stop(w, list->last))
        return;
    for (const struct element *i = list->first; i != list->last; i = i->next)
        if (i->pos.at == list->last->pos.at && ends_in_stop(w, i)) {
            diag(w->d, DIAG_UNLIKE, list->pos,
                 "its last item has no full stop, one before it has; is the test for "
                 "the last the right way round?");
            return;
        }
}

/* ---- contents ---- */

static bool is_within(const struct element *toc, const struct element *heading)
{
    bool in = toc_kind(toc) == TOC_REPORT;
    const struct element *of = toc;
    while (!in && of != NULL && of->kind != EL_SECTION)
        of = of->parent;
    for (const struct element *up = heading; !in && up != NULL; up = up->parent)
        in = up == of;
    return in;
}

static bool is_listed(const struct element *toc, const struct element *heading)
{
    return is_within(toc, heading) &&
           element_choice(heading, AT_LEVEL) <= element_choice(toc, AT_DEPTH);
}

static void check_toc(struct shaping *s, const struct element *e, size_t *listed,
                      size_t *all)
{
    if (e->kind == EL_SECTION && section_toc(e) == TOC_NO)
        return;
    if (e->kind == EL_HEADING && element_choice(e, AT_LEVEL) == HEADING_2) {
        ++*all;
        for (size_t i = 0; i < s->tocs.len; i++)
            *listed += is_listed(s->tocs.at[i], e);
    }
    for (const struct element *c = e->first; c != NULL; c = c->next)
        check_toc(s, c, listed, all);
}

/* Words that many headings have tell nobody where to turn. */
static const struct element *same_headings(struct shaping *s, const struct element *toc,
                                           const struct element *e)
{
    if (e->kind == EL_SECTION && section_toc(e) == TOC_NO)
        return NULL;
    if (e->kind == EL_HEADING && is_listed(toc, e)) {
        const char *words = element_plain(s->w->a, e);
        size_t *count = map_get(s->titles, words);
        if (count == NULL) {
            count = NEW(s->w->a, size_t);
            map_put(s->titles, words, count);
        }
        if (++*count > 3)
            return e;
    }
    const struct element *found = NULL;
    for (const struct element *c = e->first; found == NULL && c != NULL; c = c->next)
        found = same_headings(s, toc, c);
    return found;
}

/* The lowest heading that stands where a list of contents looks. */
static int lowest_in(const struct element *toc, const struct element *e)
{
    int lowest = e->kind == EL_HEADING && is_within(toc, e) ? element_choice(e, AT_LEVEL)
                                                            : HEADING_1;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        int inside = lowest_in(toc, c);
        lowest = inside > lowest ? inside : lowest;
    }
    return lowest;
}

static void check_depth(struct shaping *s, const struct element *root,
                        const struct element *toc)
{
    const struct element *of = toc->parent;
    if (element_choice(toc, AT_DEPTH) > lowest_in(toc, root))
        diag(s->w->d, DIAG_UNLIKE, toc->pos,
             "no heading is as low as the `depth` of these contents; is it right?");
    if (toc_kind(toc) == TOC_REPORT && of->kind == EL_SECTION &&
        section_toc(of) != TOC_NO)
        diag(s->w->d, DIAG_UNLIKE, of->pos,
             "the contents list themselves; give their section toc=\"no\"");
}

/* What stands behind the contents is listed in them, all but the form of a draft. */
static void check_left_out(struct shaping *s, const struct element *root,
                           const struct element *toc)
{
    const struct element *e = toc;
    while (e->parent != root)
        e = e->parent;
    for (e = e->next; e != NULL; e = e->next)
        if (e->kind == EL_SECTION && section_toc(e) == TOC_NO &&
            element_child(e, EL_FORM) == NULL)
            diag(s->w->d, DIAG_UNLIKE, e->pos,
                 "the contents before it do not list it; is its toc=\"no\" right?");
}

enum { SECTIONS_WITHOUT_CONTENTS = 5 };

static void check_contents(struct shaping *s, const struct element *root)
{
    size_t listed = 0, all = 0;
    const struct element *toc = NULL;
    for (size_t i = 0; i < s->tocs.len; i++)
        check_depth(s, root, s->tocs.at[i]);
    for (size_t i = 0; i < s->tocs.len; i++)
        toc = toc_kind(s->tocs.at[i]) == TOC_REPORT ? s->tocs.at[i] : toc;
    if (toc == NULL && s->sections > SECTIONS_WITHOUT_CONTENTS)
        lacks(s->w, root, "<toc>", "nobody finds the sections");
    if (toc == NULL)
        return;
    check_toc(s, root, &listed, &all);
    check_left_out(s, root, toc);
    const struct element *same = same_headings(s, toc, root);
    if (same != NULL)
        diag(s->w->d, DIAG_ALIKE, toc->pos,
             "the contents list headings with the same words (\"%s\"); is its `depth` "
             "right?",
             element_plain(s->w->a, same));
}

/* What a divider announces. */
static void check_divider(struct work *w, const struct element *divider)
{
    const struct element *last = divider->last;
    if (last != NULL && last->kind == EL_P && paragraph_role(last) == PARAGRAPH_LEAD_IN)
        lacks(w, divider, "<toc>", "its last paragraph leads to one");
}

/* ---- the whole ---- */

/* Whoever answers a draft has more to say than fits in one block. */
static void check_forms(struct shaping *s, const struct element *root)
{
    enum { FEW = 4 }; /* with the one that says who answers */
    if (s->forms == 0)
        lacks(s->w, root, "<form>", "a draft has one for comments");
    else if (s->forms < FEW)
        diag(s->w->d, DIAG_UNLIKE, s->form->pos,
             "a draft with room for so few comments; is their number right?");
}

static void check_root(struct shaping *s, const struct element *root, const char *kind)
{
    struct work *w = s->w;
    enum element_kind head =
        report_kind(root) == REPORT_LETTER ? EL_LETTERHEAD : EL_COVER;
    if (!s->made[head])
        lacks(w, root, head == EL_COVER ? "<cover>" : "<letterhead>",
              "call the template that makes one");
    if (w->stage == STAGE_DRAFT && strcmp(kind, w->p->documents[0].name) == 0)
        check_forms(s, root);
    if (s->made[EL_COVER] && !s->made[EL_ISBN] && inspection_value(w->in, "isbn") != NULL)
        lacks(w, element_child(root, EL_COVER), "<isbn>", "the report has a number");
    check_contents(s, root);
}

/* ---- the walk ---- */

static void check_names(struct work *w, const struct element *e)
{
    if (e->kind == EL_COVER)
        check_cover(w, e);
    else
        both_languages(w, e, EL_NAME);
    if (e->kind == EL_LETTERHEAD)
        both_languages(w, e, EL_STRAP);
}

static void check_element(struct shaping *s, const struct element *e)
{
    struct work *w = s->w;
    s->made[e->kind] = true;
    check_number(w, e);
    switch ((int)e->kind) { /* most say enough by themselves */
    case EL_SECTION: s->sections += section_break(e) != BREAK_NONE; break;
    case EL_TOC: *array_push(w->a, &s->tocs) = e; break;
    case EL_DIVIDER: check_divider(w, e); break;
    case EL_COVER:
    case EL_LETTERHEAD: check_names(w, e); break;
    case EL_LIST: check_list(w, e); break;
    case EL_CHART: check_chart(w, e); break;
    case EL_TABLE: check_id(w, e); break;
    case EL_FORM:
        s->form = e;
        s->forms++;
        break;
    case EL_TBODY: check_body(w, e); break;
    case EL_GROUP: check_group(w, e); break;
    case EL_BAR: check_bar(w, e); break;
    case EL_RATING: check_rating(w, e); break;
    }
}

static void check_all(struct shaping *s, const struct element *e)
{
    check_element(s, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        check_all(s, c);
}

void shape_check(struct work *w, const struct element *root, const char *kind)
{
    struct shaping s = {.w = w, .titles = map_new(w->a)};
    check_all(&s, root);
    if (w->about == NULL)
        check_root(&s, root, kind);
}
