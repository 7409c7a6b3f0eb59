/* dark.c -- the house's palette by night.  The rule: the ground is the ink, darkened;
 * what is told apart from white by day is told apart from the ground as well, in its own
 * hue; what is nearly white by day is nearly the ground.  So whatever contrast a pair of
 * the palette has, by night it has about the same. */
#include "html/work.h"

/* Hundredths: from here on a colour is drawn or written with, below it is stood on. */
enum { DRAWN = 250, STEPS = 255 };
/* A contrast beyond this glares on black, so of what is above it half is given up. */
enum { ENOUGH = 700 };

static const struct colour white = {255, 255, 255};

struct hue {
    double hue, saturation; /* sixths of the circle; 0 to 1 */
};

static int high_of(struct colour c)
{
    const int two = c.r > c.g ? c.r : c.g;
    return two > c.b ? two : c.b;
}

static int low_of(struct colour c)
{
    const int two = c.r < c.g ? c.r : c.g;
    return two < c.b ? two : c.b;
}

static struct hue hue_of(struct colour c)
{
    const double r = c.r / 255.0, g = c.g / 255.0, b = c.b / 255.0;
    const double high = high_of(c) / 255.0, low = low_of(c) / 255.0;
    const double wide = high - low, sum = high + low;
    if (wide <= 0)
        return (struct hue){0, 0};
    const double hue = high <= r   ? (g - b) / wide + (g < b ? 6 : 0)
                       : high <= g ? (b - r) / wide + 2
                                   : (r - g) / wide + 4;
    return (struct hue){hue, wide / (sum > 1 ? 2 - sum : sum)};
}

static unsigned char byte_of(double low, double high, double place)
{
    while (place < 0)
        place += 6;
    while (place >= 6)
        place -= 6;
    const double part = place < 1 ? place : place < 3 ? 1 : place < 4 ? 4 - place : 0;
    return (unsigned char)((low + (high - low) * part) * 255 + 0.5);
}

/* A hue as light as `step` of STEPS says. */
static struct colour lit(struct hue h, int step)
{
    const double light = step / (double)STEPS;
    const double high = light < 0.5 ? light * (1 + h.saturation)
                                    : light + h.saturation - light * h.saturation;
    const double low = 2 * light - high;
    return (struct colour){byte_of(low, high, h.hue + 2), byte_of(low, high, h.hue),
                           byte_of(low, high, h.hue - 2)};
}

struct colour dark_ground(const struct style *s)
{
    const struct colour ink = s->types[TYPE_BODY].colour;
    return (struct colour){(unsigned char)(ink.r * 3 / 5), (unsigned char)(ink.g * 3 / 5),
                           (unsigned char)(ink.b * 3 / 5)};
}

struct colour dark_colour(const struct style *s, struct colour c)
{
    const struct colour ground = dark_ground(s);
    const int day = colour_contrast(c, white);
    const int wanted = day > ENOUGH ? ENOUGH + (day - ENOUGH) / 2 : day;
    struct hue hue = hue_of(c);
    if (day < DRAWN)
        hue.saturation /= 2; /* a tint of the dark is no colour of its own */
    const struct hue own = hue_of(ground);
    if (day <= 100)
        return ground;
    /* What draws is no darker than by day. */
    const int least = day < DRAWN ? 0 : (high_of(c) + low_of(c)) / 2;
    for (int step = least; step < STEPS; step++) {
        const struct colour night = lit(hue.saturation > 0 ? hue : own, step);
        const bool lighter =
            night.r + night.g + night.b >= ground.r + ground.g + ground.b;
        if (lighter && colour_contrast(night, ground) >= wanted)
            return night;
    }
    return white;
}
