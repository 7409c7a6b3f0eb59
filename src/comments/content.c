/* content.c -- in: the operators of a page, whoever wrote them; out: its marks as one
 * number, and how the page was turned or moved before the first of them.  Nothing is
 * drawn and no font looked at. */
#include "comments/content.h"

#include "base/hash.h"
#include "sending/places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBERS = 6, SAVED = 64, NAME = 32 };

struct tracing {
    const char *at, *end;
    struct page_trace out;
    /* operands of the operator that comes: */
    double number[NUMBERS];
    int numbers;
    char tag[NAME]; /* the first name among them */
    bool mcid;
    /* state: */
    double matrix[NUMBERS], saved[SAVED][NUMBERS];
    int save, depth; /* q without Q; marks that are open */
    bool waits;      /* for the first words of a mark */
};

/* ---- tokens ---- */

static bool is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_regular(char c)
{
    return !is_white(c) && strchr("()<>[]{}/%", c) == NULL;
}

static void skip_string(struct tracing *t)
{
    for (int open = 0; t->at < t->end; t->at++) {
        if (*t->at == '\\' && t->at + 1 < t->end)
            t->at++;
        else if (*t->at == '(')
            open++;
        else if (*t->at == ')' && --open == 0) {
            t->at++;
            return;
        }
    }
}

static void skip_until(struct tracing *t, const char *ends)
{
    while (t->at < t->end && strchr(ends, *t->at) == NULL)
        t->at++;
}

/* A word of regular characters, cut where no operator of ours is as long. */
static void take_word(struct tracing *t, char word[NAME])
{
    size_t len = 0;
    while (t->at < t->end && is_regular(*t->at)) {
        if (len + 1 < NAME)
            word[len++] = *t->at;
        t->at++;
    }
    word[len] = '\0';
}

static void take_name(struct tracing *t)
{
    char name[NAME];
    t->at++;
    take_word(t, name);
    if (t->tag[0] == '\0')
        memcpy(t->tag, name, NAME);
    t->mcid |= strcmp(name, "MCID") == 0;
}

static void push_number(struct tracing *t, double n)
{
    if (t->numbers == NUMBERS)
        memmove(t->number, t->number + 1, (NUMBERS - 1) * sizeof *t->number);
    else
        t->numbers++;
    t->number[t->numbers - 1] = n;
}

/* ---- operators ---- */

/* `m` before `to`, as cm has it. */
static void concat(double to[NUMBERS], const double m[NUMBERS])
{
    const double r[NUMBERS] = {
        m[0] * to[0] + m[1] * to[2],         m[0] * to[1] + m[1] * to[3],
        m[2] * to[0] + m[3] * to[2],         m[2] * to[1] + m[3] * to[3],
        m[4] * to[0] + m[5] * to[2] + to[4], m[4] * to[1] + m[5] * to[3] + to[5]};
    memcpy(to, r, sizeof r);
}

static void save(struct tracing *t)
{
    if (t->save < SAVED)
        memcpy(t->saved[t->save], t->matrix, sizeof t->matrix);
    t->save++;
}

static void restore(struct tracing *t)
{
    if (t->save == 0)
        return;
    if (--t->save < SAVED)
        memcpy(t->matrix, t->saved[t->save], sizeof t->matrix);
}

static void begin_mark(struct tracing *t)
{
    t->depth++;
    if (!t->mcid)
        return;
    if (!t->out.marked)
        memcpy(t->out.matrix, t->matrix, sizeof t->matrix);
    t->out.marked = t->waits = true;
    t->out.signature = signature_mark(t->out.signature, t->tag);
}

static void end_mark(struct tracing *t)
{
    t->depth -= t->depth > 0;
    t->waits = false;
}

/* Of a place that no page has nothing is known by. */
static long thousandths(double n)
{
    return n > -1e6 && n < 1e6 ? lround(n * 1000) : 0;
}

static void place_words(struct tracing *t)
{
    if (t->waits && t->numbers >= 2)
        t->out.signature =
            signature_words(t->out.signature, thousandths(t->number[t->numbers - 2]),
                            thousandths(t->number[t->numbers - 1]));
    t->waits = false;
}

static bool paints(const char *op)
{
    static const char *const painters[] = {"f", "F",  "f*", "B", "B*", "b",  "b*", "S",
                                           "s", "Tj", "TJ", "'", "\"", "Do", "sh", "EI"};
    for (size_t i = 0; i < sizeof painters / sizeof *painters; i++)
        if (strcmp(op, painters[i]) == 0)
            return true;
    return false;
}

/* The bytes of a picture that stands among the operators end at EI. */
static void skip_picture(struct tracing *t)
{
    for (; t->at + 3 < t->end; t->at++)
        if (is_white(t->at[0]) && t->at[1] == 'E' && t->at[2] == 'I' &&
            is_white(t->at[3]))
            return;
    t->at = t->end;
}

static void operate(struct tracing *t, const char *op)
{
    if (strcmp(op, "BDC") == 0)
        begin_mark(t);
    else if (strcmp(op, "BMC") == 0)
        t->depth++;
    else if (strcmp(op, "EMC") == 0)
        end_mark(t);
    else if (strcmp(op, "Td") == 0 || strcmp(op, "Tm") == 0)
        place_words(t);
    else if (strcmp(op, "q") == 0)
        save(t);
    else if (strcmp(op, "Q") == 0)
        restore(t);
    else if (strcmp(op, "cm") == 0 && t->numbers == NUMBERS)
        concat(t->matrix, t->number);
    else if (strcmp(op, "ID") == 0)
        skip_picture(t);
    else if (paints(op))
        t->out.drawn |= t->depth == 0;
    t->numbers = 0;
    t->tag[0] = '\0';
    t->mcid = false;
}

static void take_token(struct tracing *t)
{
    char word[NAME], *rest;
    take_word(t, word);
    const double n = strtod(word, &rest);
    const bool number = *rest == '\0' && strchr("+-.0123456789", word[0]) != NULL;
    if (number)
        push_number(t, isfinite(n) ? n : 0);
    else
        operate(t, word);
}

struct page_trace content_trace(const char *bytes, size_t len)
{
    struct tracing t = {.at = bytes,
                        .end = bytes + len,
                        .out = {.signature = HASH_START, .matrix = {1, 0, 0, 1, 0, 0}},
                        .matrix = {1, 0, 0, 1, 0, 0}};
    while (t.at < t.end) {
        if (*t.at == '(')
            skip_string(&t);
        else if (*t.at == '%')
            skip_until(&t, "\r\n");
        else if (*t.at == '<' && t.at + 1 < t.end && t.at[1] != '<')
            skip_until(&t, ">");
        else if (*t.at == '/')
            take_name(&t);
        else if (is_regular(*t.at))
            take_token(&t);
        else
            t.at += *t.at == '<' ? 2 : 1;
    }
    return t.out;
}
