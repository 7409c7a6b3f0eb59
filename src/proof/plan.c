/* plan.c -- the form of an improvement plan.  In: the report; out: another, which the
 * house's plan.xsl makes of its recommendations. */
#include "compose/document.h"
#include "proof/proof.h"

struct planning {
    const struct report *now;
    const char *due;
};

static const struct input_part PARTS[] = {
    {"inspection", "plan"},
    {"plan", "title due"},
    {"title", "prose"},
    {"due", "prose"},
};

static void add_plan(struct input in, void *data)
{
    const struct planning *p = data;
    input_text(in, "title", p->now->plain_title, (struct pos){0});
    input_text(in, "due", p->due, (struct pos){0});
}

const struct report *plan_report(struct arena *a, struct diags *d, const struct scores *s,
                                 const struct report *now, struct date due)
{
    struct planning p = {now, lang_date(a, now->lang, due)};
    struct report of = *now;
    of.stage = STAGE_FINAL;
    for (int i = LAYOUT_MARKING; i < LAYOUT_WORD_COUNT; i++)
        of.words[i] = "";
    const struct about about = {"plan", add_plan, &p, PARTS, LEN(PARTS)};
    return document_about(a, d, s, &of, &about);
}
