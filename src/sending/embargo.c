/* embargo.c -- in: the register of what was sent, and a time; out: which copies are still
 * under embargo then. */
#include "sending/embargo.h"

#include "sending/recipients.h"

#include <stdio.h>
#include <string.h>

bool moment_parse(const char *text, struct moment *m)
{
    char day[11];
    int end = 0;
    if (strlen(text) != 16 || strchr(" T", text[10]) == NULL)
        return false;
    snprintf(day, sizeof day, "%.10s", text);
    bool read = sscanf(text + 11, "%2d%*1[.:]%2d%n", &m->hour, &m->minute, &end) == 2;
    return read && end == 5 && m->hour >= 0 && m->hour < 24 && m->minute >= 0 &&
           m->minute < 60 && date_parse(day, &m->day) && m->day.day != 0;
}

const char *moment_plain(struct arena *a, struct moment m)
{
    const char *day = date_plain(a, m.day);
    return m.hour < 0 ? day : arena_printf(a, "%s %02d.%02d", day, m.hour, m.minute);
}

bool moment_before(struct moment x, struct moment y)
{
    const int one[] = {x.day.year, x.day.month, x.day.day, x.hour, x.minute};
    const int two[] = {y.day.year, y.day.month, y.day.day, y.hour, y.minute};
    const int count = x.hour < 0 || y.hour < 0 ? 3 : 5;
    for (int i = 0; i < count; i++)
        if (one[i] != two[i])
            return one[i] < two[i];
    return false;
}

/* What is said of recipients.csv is said when copies are made. */
static const char *embargo_of(struct arena *a, const struct recipients *people,
                              const struct sent_row *row)
{
    for (size_t i = 0; i < people->count; i++) {
        const struct recipient *one = &people->at[i];
        if (one->stage == STAGE_EMBARGO && one->embargo.year != 0 &&
            strcmp(one->name, row->recipient) == 0 && strcmp(one->body, row->body) == 0)
            return recipient_embargo(a, one);
    }
    return "";
}

bool embargoes_read(struct arena *a, struct diags *d, const char *dir, struct sent *s)
{
    if (!sent_read(a, d, dir, s))
        return false;
    struct recipients people = {0};
    if (s->count > 0 && recipients_exist(a, dir))
        people = recipients_read(a, diags_new(a), dir);
    for (size_t i = 0; i < s->count; i++)
        if (s->at[i].stage == STAGE_EMBARGO && s->at[i].embargo[0] == '\0')
            s->at[i].embargo = embargo_of(a, &people, &s->at[i]);
    return true;
}

static bool say_before(struct arena *a, struct diags *d, const struct sent_row *row,
                       struct moment release)
{
    struct moment end;
    if (row->stage != STAGE_EMBARGO || row->embargo[0] == '\0')
        return false;
    if (!moment_parse(row->embargo, &end)) {
        diag(d, DIAG_DATE_WRONG, row->until,
             "\"%s\"; put the time back until which it is under embargo, as 2012-06-19 "
             "00.01",
             row->embargo);
        return false;
    }
    if (!moment_before(release, end))
        return false;
    diag(d, DIAG_RELEASE_BEFORE_EMBARGO, row->until,
         "%s has %s until %s, and the report is released on %s; release it later, or "
         "tell them first",
         row->recipient[0] != '\0' ? row->recipient : row->body, row->file,
         moment_plain(a, end), moment_plain(a, release));
    return true;
}

size_t sending_embargoes_before(struct arena *a, struct diags *d, const char *dir,
                                struct moment release)
{
    struct sent s;
    size_t count = 0;
    if (release.day.day == 0 || !embargoes_read(a, d, dir, &s))
        return 0;
    for (size_t i = 0; i < s.count; i++)
        count += say_before(a, d, &s.at[i], release);
    return count;
}
