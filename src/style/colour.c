/* colour.c -- how well two colours can be told apart.  In: colours; out: WCAG's contrast
 * ratio.  Knows nothing of what is drawn in them. */
#include "style/style.h"

#include <math.h>

/* One channel of sRGB as light (WCAG 2, relative luminance). */
static double channel_light(unsigned char value)
{
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double colour_luminance(struct colour c)
{
    return 0.2126 * channel_light(c.r) + 0.7152 * channel_light(c.g) +
           0.0722 * channel_light(c.b);
}

int colour_contrast(struct colour x, struct colour y)
{
    double lx = colour_luminance(x), ly = colour_luminance(y);
    double lighter = lx > ly ? lx : ly, darker = lx > ly ? ly : lx;
    return (int)((lighter + 0.05) / (darker + 0.05) * 100 + 0.5);
}
