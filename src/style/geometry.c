/* geometry.c -- measures that do not go together: lines that would lie over each other,
 * a margin that leaves no room on the page.  In: a whole style, and the map that gave its
 * measures or changed them; out: what is wrong, at its place. */
#include "style/reading.h"

static void check_least(const struct style_reader *r, const struct node *types)
{
    const struct style *s = r->s;
    for (size_t i = 0; types != NULL && i < s->type_count; i++) {
        const struct node *key = node_key(types, s->type_names[i]);
        if (key != NULL && s->types[i].size < s->least)
            diag(r->d, DIAG_STYLE_WRONG, key->pos,
                 "the type \"%s\" is smaller than `least` allows, %.4g points; make its "
                 "`size` larger",
                 s->type_names[i], POINTS(s->least));
    }
}

static void check_leading(const struct style_reader *r, const struct node *types)
{
    const struct style *s = r->s;
    for (size_t i = 0; types != NULL && i < s->type_count; i++) {
        const struct node *key = node_key(types, s->type_names[i]);
        if (key != NULL && s->types[i].leading > 2 * s->types[i].size)
            diag(r->d, DIAG_STYLE_WRONG, key->pos,
                 "the lines of \"%s\" would lie far apart: `leading` is more than twice "
                 "`size`",
                 s->type_names[i]);
        if (key != NULL && s->types[i].leading < s->types[i].size)
            diag(r->d, DIAG_STYLE_WRONG, key->pos,
                 "the lines of \"%s\" would lie over each other: `leading` is less than "
                 "`size`",
                 s->type_names[i]);
    }
}

/* Each length must be less than another, or than a part of it: the half, a quarter. */
static void check_lengths(const struct style_reader *r, const struct node *lengths)
{
    static const char *const parts[] = {"", "", "half of ", "", "a quarter of "};
    const struct style *s = r->s;
    const struct {
        const char *group, *key, *than;
        length less, more;
        int part;
    } rules[] = {
        {"page", "margin", "page width", s->page.margin, s->page.width, 4},
        {"page", "text-top", "page text-bottom", s->page.text_top, s->page.text_bottom,
         1},
        {"page", "text-bottom", "page height", s->page.text_bottom, s->page.height, 1},
        {"foot", "baseline", "page height", s->foot.baseline, s->page.height, 1},
        {"text", "indent", "page width", s->text.indent, s->page.width, 2},
        {"text", "bullet-indent", "page width", s->text.bullet_indent, s->page.width, 2},
        {"note", "indent", "page width", s->note.indent, s->page.width, 2},
        {"toc", "indent", "page width", s->toc.indent, s->page.width, 2},
    };
    for (size_t i = 0; lengths != NULL && i < LEN(rules); i++) {
        const struct node *group = node_get(lengths, rules[i].group);
        const struct node *key = group != NULL ? node_key(group, rules[i].key) : NULL;
        if (rules[i].less >= rules[i].more / rules[i].part)
            diag(r->d, DIAG_STYLE_WRONG, key != NULL ? key->pos : lengths->pos,
                 "\"%s\" of %s leaves no room on the page: it must be less than %s\"%s\"",
                 rules[i].key, rules[i].group, parts[rules[i].part], rules[i].than);
    }
}

void geometry_check(const struct style_reader *r, const struct node *map)
{
    check_least(r, node_get(map, "types"));
    check_leading(r, node_get(map, "types"));
    check_lengths(r, node_get(map, "lengths"));
}
