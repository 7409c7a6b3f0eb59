/* editions.c -- the English and the Welsh edition of a document, block by block.  In: two
 * report trees of one template; out: a diagnostic for each difference, at the English
 * place, saying what either has. */
#include "report/pairs.h"
#include "report/rule.h"
#include "review/facts.h"
#include "review/names.h"
#include "review/reviewing.h"

#include <string.h>

struct comparing {
    struct arena *a;
    struct diags *d;
    struct map *elsewhere; /* the English words outside case stories */
    const char *ref;       /* of the nearest block that has one, or its heading */
    bool glossary;         /* in one: each edition has the terms that its text uses */
    bool people;
    const char *isbn[LANG_COUNT];
};

/* ---- places ---- */

static struct pos pos_of(struct pair p)
{
    const struct element *any = pair_any(p);
    struct pos found = words_pos(any);
    return found.file != NULL ? found : any->pos;
}

static const char *place(const struct comparing *c)
{
    return c->ref != NULL ? arena_printf(c->a, "%s: ", c->ref) : "";
}

/* The first words of a block, enough to find it by. */
static const char *words_of(struct arena *a, const struct element *e)
{
    enum { SHOWN = 60 };
    const char *text = element_plain(a, e);
    size_t len = strlen(text), end = len < SHOWN ? len : SHOWN;
    while (end < len && end > 0 && text[end] != ' ')
        end--;
    if (end == 0)
        end = len;
    return arena_printf(a, "\"%.*s%s\"", (int)end, text, end < len ? " …" : "");
}

/* ---- what stands in one only ---- */

static const char *block_name(const struct element *e)
{
    switch ((int)e->kind) { /* the rest are known by their words */
    case EL_SECTION: return "section";
    case EL_HEADING: return "heading";
    case EL_LIST:
    case EL_PARAGRAPHS: return "list";
    case EL_ITEM: return "item";
    case EL_TABLE: return "table";
    case EL_TR: return "row";
    case EL_TD:
    case EL_TH: return "cell";
    case EL_CHART: return "chart";
    case EL_FIGURE: return "picture";
    case EL_QUOTATION: return "quotation";
    case EL_BOX: return "box";
    case EL_P: return "paragraph";
    default: return "block";
    }
}

static bool is_story(const struct element *e)
{
    return e->kind == EL_BOX && box_story(e) == BOX_OF_PEOPLE;
}

static const char *box_name(const struct element *e)
{
    return is_story(e) ? "case story" : block_name(e);
}

/* The line about the other edition stands in whichever has one. */
static bool may_stand_alone(const struct comparing *c, const struct element *e)
{
    return e->kind == EL_OTHER || (c->glossary && e->kind == EL_TR) ||
           (e->first == NULL && e->kind != EL_TD);
}

static void say_alone(struct comparing *c, struct pair p)
{
    const struct element *any = pair_any(p);
    if (may_stand_alone(c, any))
        return;
    diag(c->d, DIAG_EDITION_DIFFERS, pos_of(p),
         "%sthe %s %s stands in the %s edition only; give both the same blocks", place(c),
         box_name(any), words_of(c->a, any), p.en != NULL ? "English" : "Welsh");
}

/* ---- what two blocks say ---- */

static const char *listed(struct arena *a, const struct facts *all, enum fact_kind kind)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < all->all.len; i++)
        if (all->all.at[i].kind == kind)
            buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", all->all.at[i].said);
    return out.at;
}

static bool is_first(const struct facts *all, enum fact_kind kind, struct pos *pos)
{
    for (size_t i = 0; i < all->all.len; i++)
        if (all->all.at[i].kind == kind) {
            *pos = all->all.at[i].pos;
            return true;
        }
    return false;
}

static const char *or_none(const char *list)
{
    return list[0] != '\0' ? list : "none of them";
}

static void compare_facts(struct comparing *c, struct pair p)
{
    struct facts en = facts_of(c->a, p.en), cy = facts_of(c->a, p.cy);
    struct facts more = facts_without(c->a, &en, &cy);
    struct facts less = facts_without(c->a, &cy, &en);
    for (enum fact_kind kind = 0; kind < FACT_KINDS; kind++) {
        struct pos pos = pos_of(p), none;
        bool differs = is_first(&more, kind, &pos);
        if (!differs && !is_first(&less, kind, &none))
            continue;
        diag(c->d, DIAG_EDITION_DIFFERS, pos,
             "%sthe %s of this block differ: English has %s, Welsh has %s", place(c),
             fact_name(kind), or_none(listed(c->a, &more, kind)),
             or_none(listed(c->a, &less, kind)));
    }
}

/* The words but for those in italics: of "Ann Lee, *Health*" the body is translated. */
static void put_names(const struct element *e, struct buf *out)
{
    if (e->kind == EL_TEXT)
        buf_str(out, e->text);
    if (e->kind == EL_EM)
        buf_char(out, '*');
    else
        for (const struct element *child = e->first; child != NULL; child = child->next)
            put_names(child, out);
}

/* Names of people are the same in both languages. */
static void compare_names(struct comparing *c, struct pair p)
{
    const char *en = element_plain(c->a, p.en), *cy = element_plain(c->a, p.cy);
    struct buf names[LANG_COUNT] = {buf_new(c->a), buf_new(c->a)};
    put_names(p.en, &names[LANG_EN]);
    put_names(p.cy, &names[LANG_CY]);
    if (strcmp(names[LANG_EN].at, names[LANG_CY].at) != 0)
        diag(c->d, DIAG_EDITION_DIFFERS, pos_of(p),
             "%sthe names differ: English has \"%s\", Welsh has \"%s\"", place(c), en,
             cy);
}

static void compare_said(struct comparing *c, struct pair p, const char *attribute,
                         const char *en, const char *cy)
{
    if ((en == NULL) == (cy == NULL) && (en == NULL || strcmp(en, cy) == 0))
        return;
    diag(c->d, DIAG_EDITION_DIFFERS, pos_of(p),
         "%s`%s` of the %s %s: English has %s, Welsh has %s", place(c), attribute,
         block_name(p.en), words_of(c->a, p.en), en != NULL ? en : "none",
         cy != NULL ? cy : "none");
}

static void compare_attributes(struct comparing *c, struct pair p)
{
    static const enum value_attribute values[] = {
        AT_LEVEL, AT_KIND, AT_START, AT_COLSPAN, AT_ROWSPAN, AT_OUT_OF, AT_N};
    static const enum text_attribute texts[] = {AT_NUMBER, AT_HREF, AT_SRC, AT_OF};
    for (size_t i = 0; i < LEN(values); i++)
        if (p.en->set[values[i]] != p.cy->set[values[i]])
            compare_said(c, p, value_attribute_name(values[i]),
                         value_said(c->a, p.en, values[i]),
                         value_said(c->a, p.cy, values[i]));
    for (size_t i = 0; i < LEN(texts); i++)
        compare_said(c, p, text_attribute_name(texts[i]), p.en->at[texts[i]],
                     p.cy->at[texts[i]]);
}

/* Its paragraphs a line each, for a sentence begins at each, and none of its title. */
static const char *story_of(struct arena *a, const struct element *box)
{
    struct buf out = buf_new(a);
    for (const struct element *e = box->first; e != NULL; e = e->next)
        if (e->kind != EL_TITLE && e->kind != EL_ASIDE)
            buf_printf(&out, "%s\n", element_plain(a, e));
    return out.at;
}

/* A story is told of the same people. */
static void compare_story(struct comparing *c, struct pair p)
{
    const char *en = story_of(c->a, p.en), *cy = story_of(c->a, p.cy);
    const char *name = name_missing(c->a, en, cy, c->elsewhere);
    if (name != NULL)
        diag(c->d, DIAG_EDITION_NAME, word_pos(p.en, name),
             "%s\"%s\" of the English case story is not in the Welsh one", place(c),
             name);
}

static void learn_elsewhere(struct comparing *c, const struct element *e)
{
    if (is_story(e))
        return;
    if (e->kind == EL_TEXT)
        names_learn(c->a, c->elsewhere, e->text);
    for (const struct element *child = e->first; child != NULL; child = child->next)
        learn_elsewhere(c, child);
}

static const char *plain_or_none(struct arena *a, const struct element *e)
{
    return e != NULL ? element_plain(a, e) : "";
}

static void keep_isbn(struct comparing *c, struct pair p)
{
    c->isbn[LANG_EN] = plain_or_none(c->a, p.en);
    c->isbn[LANG_CY] = plain_or_none(c->a, p.cy);
}

/* ---- the walk ---- */

static void walk_pair(struct comparing *c, struct pair p);

static void walk_children(struct comparing *c, struct pair p)
{
    struct pairs all = pairs_of(c->a, p.en, p.cy);
    for (size_t i = 0; i < all.all.len; i++)
        walk_pair(c, all.all.at[i]);
}

/* A footnote that one block lacks has been said of that block. */
static void walk_notes(struct comparing *c, struct pair p)
{
    struct pairs all = pairs_of_notes(c->a, p);
    for (size_t i = 0; i < all.all.len; i++)
        if (all.all.at[i].en != NULL && all.all.at[i].cy != NULL)
            walk_children(c, all.all.at[i]);
}

static bool is_table(const struct element *e, enum table_kind kind)
{
    return e->kind == EL_TABLE && table_kind(e) == kind;
}

static void compare_blocks(struct comparing *c, struct pair p)
{
    compare_attributes(c, p);
    if (is_story(p.en))
        compare_story(c, p);
    bool name = p.en->kind == EL_NAME && p.en->parent->kind == EL_SIGNATURE;
    if (name || (c->people && p.en->kind == EL_TD))
        compare_names(c, p);
    if (!element_holds_text(p.en->kind) && p.en->figure == NULL)
        return;
    compare_facts(c, p);
    walk_notes(c, p);
}

static void walk_pair(struct comparing *c, struct pair p)
{
    if (pair_any(p)->kind == EL_ISBN) { /* an edition prints none but its own */
        keep_isbn(c, p);
        return;
    }
    if (p.en == NULL || p.cy == NULL) {
        say_alone(c, p);
        return;
    }
    struct comparing outer = *c;
    if (p.en->ref != NULL)
        c->ref = p.en->ref;
    c->glossary |= is_table(p.en, TABLE_GLOSSARY);
    c->people |= is_table(p.en, TABLE_PEOPLE);
    compare_blocks(c, p);
    walk_children(c, p);
    memcpy(outer.isbn, c->isbn, sizeof outer.isbn);
    *c = outer;
}

/* ---- one number for each edition ---- */

static bool has_digit(const char *s)
{
    return strpbrk(s, "0123456789") != NULL;
}

/* That they differ is model/'s to see. */
static void compare_isbn(struct comparing *c, struct pos pos)
{
    const char *en = c->isbn[LANG_EN], *cy = c->isbn[LANG_CY];
    if (en == NULL || has_digit(en) == has_digit(cy))
        return;
    diag(c->d, DIAG_EDITION_DIFFERS, pos,
         "only the %s edition has an ISBN; give each its own: `isbn: {en: …, cy: …}`",
         has_digit(en) ? "English" : "Welsh");
}

void review_editions(struct arena *a, struct diags *d, const struct inspection *in,
                     const struct report *en, const struct report *cy)
{
    struct comparing c = {.a = a, .d = d, .elsewhere = map_new(a)};
    learn_elsewhere(&c, en->root);
    for (int month = 1; month <= 12; month++)
        names_learn(a, c.elsewhere,
                    lang_month(a, LANG_EN, (struct date){2012, month, 0}));
    const struct value *isbn = inspection_value(in, "isbn");
    walk_children(&c, (struct pair){en->root, cy->root});
    compare_isbn(&c, isbn != NULL ? isbn->node->pos : (struct pos){.file = in->file});
}
