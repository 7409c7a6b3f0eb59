/* badge.c -- the icon of a rating: a disc in its colour and a figure in it, each known by
 * its shape.  In: what a programme says of its judgements; out: items, and what of them
 * cannot be told apart.  Knows no text. */
#include "chart/canvas.h"

#include <string.h>

enum { CORNERS = 12, LEAST = 300 }; /* WCAG 2, 1.4.11 */

/* In hundredths of the disc's radius, round its middle. */
static const struct pictogram {
    const char *name;
    size_t count;
    struct {
        int x, y;
    } at[CORNERS];
} pictograms[] = {
    /* clang-format off */
    {"star", 10, {{0, -70}, {17, -24}, {66, -22}, {27, 9}, {41, 56}, {0, 29}, {-41, 56}, {-27, 9}, {-66, -22}, {-17, -24}}},
    {"tick", 6, {{-54, 4}, {-36, -14}, {-12, 10}, {38, -40}, {56, -22}, {-12, 46}}},
    {"up", 7, {{0, -58}, {50, 0}, {19, 0}, {19, 52}, {-19, 52}, {-19, 0}, {-50, 0}}},
    {"down", 7, {{0, 58}, {50, 0}, {19, 0}, {19, -52}, {-19, -52}, {-19, 0}, {-50, 0}}},
    {"level", 4, {{-50, -14}, {50, -14}, {50, 14}, {-50, 14}}},
    {"diamond", 4, {{0, -58}, {58, 0}, {0, 58}, {-58, 0}}},
    {"plus", 12, {{-14, -50}, {14, -50}, {14, -14}, {50, -14}, {50, 14}, {14, 14}, {14, 50}, {-14, 50}, {-14, 14}, {-50, 14}, {-50, -14}, {-14, -14}}},
    {"cross", 12, {{0, -20}, {32, -52}, {52, -32}, {20, 0}, {52, 32}, {32, 52}, {0, 20}, {-32, 52}, {-52, 32}, {-20, 0}, {-52, -32}, {-32, -52}}},
    /* clang-format on */
};

static struct path figure_path(struct arena *a, const struct pictogram *f, length radius)
{
    struct path_op *ops = NEW_ARRAY(a, struct path_op, f->count + 1);
    for (size_t i = 0; i < f->count; i++)
        ops[i] = (struct path_op){i == 0 ? PATH_MOVE : PATH_LINE,
                                  {radius + f->at[i].x * radius / 100},
                                  {radius + f->at[i].y * radius / 100}};
    ops[f->count] = (struct path_op){.verb = PATH_CLOSE};
    return (struct path){ops, f->count + 1};
}

static void put(struct arena *a, struct drawing *g, struct path outline,
                struct colour fill)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    it.path.outline = outline;
    it.path.filled = true;
    it.path.fill = fill;
    *array_push(a, &g->items) = it;
}

/* One that the house does not have is said by badges_check. */
static struct colour colour_of(const struct style *s, const struct badge *b)
{
    const struct colour *c = b->colour != NULL ? style_colour(s, b->colour) : NULL;
    return c != NULL ? *c : s->roles[ROLE_CHART_SOLID];
}

struct drawing badge_draw(struct arena *a, const struct style *s, const struct badge *b,
                          length size)
{
    struct drawing g = {.width = size, .height = size};
    const length radius = size / 2;
    put(a, &g, path_circle(a, radius, radius, radius), colour_of(s, b));
    for (size_t i = 0; i < LEN(pictograms); i++)
        if (strcmp(pictograms[i].name, b->icon) == 0)
            put(a, &g, figure_path(a, &pictograms[i], radius),
                s->roles[ROLE_CHART_GROUND]);
    return g;
}

/* ---- whether they can be told apart ---- */

static const char *colour_name(const struct style *s, const struct badge *b)
{
    return b->colour != NULL ? b->colour : s->role_colours[ROLE_CHART_SOLID];
}

/* Which way a colour has to go for 3:1: away from the one that it is too near to. */
static void say_near(struct diags *d, const struct style *s, const struct badge *b,
                     const struct badge *better, int found)
{
    diag(d, DIAG_CONTRAST_LOW, b->pos,
         "the icons of \"%s\" and \"%s\", which stand next to each other: colours \"%s\" "
         "and \"%s\" have %d.%02d:1, but 3:1 is the least; give one of them a colour of "
         "%s that is much darker or lighter (dark and middling ones by turns)",
         better->id, b->id, colour_name(s, better), colour_name(s, b), found / 100,
         found % 100, s->name != NULL ? s->name : "the house");
}

static void badge_check(struct diags *d, const struct style *s, const struct badge *b)
{
    if (b->colour != NULL && style_colour(s, b->colour) == NULL) {
        const char *near = nearest_name(b->colour, s->colour_names, s->colour_count);
        diag(d, DIAG_VALUE_UNKNOWN, b->pos, "colour \"%s\" of judgement \"%s\"; %s%s%s",
             b->colour, b->id,
             near != NULL ? "did you mean \""
                          : "take one of \"colours:\" in style.yaml of ",
             near != NULL      ? near
             : s->name != NULL ? s->name
                               : "the house",
             near != NULL ? "\"?" : "");
        return;
    }
    int found = colour_contrast(colour_of(s, b), s->roles[ROLE_CHART_GROUND]);
    if (found < LEAST)
        diag(d, DIAG_CONTRAST_LOW, b->pos,
             "the icon of \"%s\": its figure is \"%s\" on colour \"%s\", which has "
             "%d.%02d:1, but 3:1 is the least; give the judgement a darker colour of %s",
             b->id, s->role_colours[ROLE_CHART_GROUND], colour_name(s, b), found / 100,
             found % 100, s->name != NULL ? s->name : "the house");
}

void badges_check(struct diags *d, const struct style *s, const struct badge *badges,
                  size_t count)
{
    for (size_t i = 0; i < count; i++) {
        badge_check(d, s, &badges[i]);
        if (i == 0)
            continue;
        int found =
            colour_contrast(colour_of(s, &badges[i - 1]), colour_of(s, &badges[i]));
        if (found < LEAST)
            say_near(d, s, &badges[i], &badges[i - 1], found);
    }
}
