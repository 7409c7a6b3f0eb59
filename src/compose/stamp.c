/* stamp.c -- in: a report, and which draft or embargoed copy it is, for whom, until when;
 * out: the args with which the wording of its marks is filled, and its copies for those
 * who get one.  Knows no clock and no files. */
#include "compose/work.h"

static void give(struct work *w, struct element *args, const char *name, const char *text)
{
    element_append(args, with_text(w, name, text != NULL ? text : ""));
}

static const char *day(struct work *w, struct date d)
{
    return d.year != 0 ? lang_date(w->a, w->lang, d) : "";
}

/* "Joan Hale, Severnside Youth Offending Service", or the one that is given. */
static const char *recipient(struct work *w, const struct stamp *s)
{
    bool name = s->name != NULL && s->name[0] != '\0';
    bool body = s->body != NULL && s->body[0] != '\0';
    if (!name || !body)
        return name ? s->name : body ? s->body : "";
    struct element *args = element_new(w->a, EL_WORD, (struct pos){0});
    struct element *into = element_new(w->a, EL_P, (struct pos){0});
    give(w, args, "name", s->name);
    give(w, args, "body", s->body);
    word_into(w, into, report_word_key(REPORT_WORD_RECIPIENT), args->first, true);
    return element_plain(w->a, into);
}

void stamp_args(struct work *w, struct element *args)
{
    static const struct stamp none;
    const struct stamp *s = w->stamp != NULL ? w->stamp : &none;
    const struct value *published = inspection_value(w->in, "published");
    give(w, args, "published", published != NULL ? day(w, published->date) : "");
    give(w, args, "draft", s->draft > 0 ? lang_number(w->a, w->lang, s->draft) : "");
    give(w, args, "date", day(w, s->date));
    give(w, args, "due", day(w, s->due));
    give(w, args, "until", day(w, s->embargo));
    give(w, args, "time", arena_printf(w->a, "%02d.%02d", s->hour, s->minute));
    give(w, args, "recipient", recipient(w, s));
}

bool stamp_is_addressed(const struct work *w)
{
    return w->stamp != NULL && w->stamp->name != NULL;
}

const struct report *report_for(struct arena *a, struct diags *d, const struct scores *s,
                                const struct report *r, const struct stamp *stamp)
{
    struct report *copy = NEW(a, struct report);
    *copy = *r;
    struct work *w = work_new(a, d, s, r->lang, r->stage);
    w->stamp = stamp;
    w->queries = r->queries;
    forms_identify(w, (struct element *)(uintptr_t)copy->root, stamp->hash);
    fixed_words(w, copy, stamp->hash);
    return copy;
}
