/* What a child that somebody has taken over sends in place of a file's events: the reader
 * believes none of it, and ends with units or with a fault that it says. */
#include "translate/xliff.h"

#include "base/file.h"
#include "office/sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static uint32_t turn; /* which of the made-up answers; 0: the true one */

/* The same numbers on every machine. */
static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

/* Some bytes are changed, or the end is cut off. */
static void spoil(struct buf *texts)
{
    uint32_t state = turn;
    for (uint32_t i = 0; turn > 0 && i < 1 + turn % 6; i++)
        texts->at[next_number(&state) % texts->len] = (char)next_number(&state);
    if (turn % 5 == 4)
        texts->len = next_number(&state) % texts->len;
}

bool __wrap_sandbox_read(struct arena *a, struct diags *d, enum diag_id id,
                         struct pos where, void (*work)(struct buf *out, void *data),
                         void *data, size_t most, struct buf *texts);
bool __wrap_sandbox_read(struct arena *a, struct diags *d, enum diag_id id,
                         struct pos where, void (*work)(struct buf *out, void *data),
                         void *data, size_t most, struct buf *texts)
{
    (void)d, (void)id, (void)where, (void)most;
    *texts = buf_new(a);
    work(texts, data);
    spoil(texts);
    return true;
}

static const char delivery[] =
    "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>"
    "<file original='r' source-language='en' target-language='cy' datatype='plaintext'>"
    "<body><trans-unit id='a'><source>One <ph id='1'>((n))</ph> of <g id='2'>two</g>"
    "</source><target state='final'>Un <ph id='1'>((n))</ph> o <g id='2'>ddau</g>"
    "</target><note from='A &amp; B'>read</note></trans-unit></body></file></xliff>";

static void nothing_is_believed(void **state)
{
    (void)state;
    size_t read = 0;
    for (turn = 0; turn < 3000; turn++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        const struct file *f = file_of_text(a, d, "cy.xlf", delivery, strlen(delivery));
        const struct xliff *x = xliff_read(a, d, f);
        if (x == NULL && diags_errors(d) == 0)
            fail_msg("turn %u: neither read nor refused", (unsigned)turn);
        if (turn == 0 && (x == NULL || x->count != 1))
            fail_msg("the true events are refused");
        read += x != NULL;
        arena_free(a);
    }
    assert_true(read > 10 && read < 3000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_believed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
