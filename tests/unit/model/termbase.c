/* The term list: words that mutate, forms that are not used, forms that are missing. */
#include "model/termbase.h"

#include "base/buf.h"
#include "model/mutation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct mutated {
    const char *word, *seen;
    bool is;
};

static const struct mutated mutations[] = {
    {"tîm", "tîm", true},
    {"tîm", "dîm", true},
    {"tîm", "thîm", true},
    {"tîm", "nhîm", true},
    {"tîm", "fîm", false},
    {"pobl", "bobl", true},
    {"pobl", "phobl", true},
    {"cymru", "nghymru", true},
    {"cymru", "gymru", true},
    {"cymru", "chymru", true},
    {"bwrdd", "fwrdd", true},
    {"bwrdd", "mwrdd", true},
    {"dioddefwyr", "ddioddefwyr", true},
    {"gwaith", "waith", true},
    {"gwaith", "ngwaith", true},
    {"llys", "lys", true},
    {"rhagair", "ragair", true},
    {"meini", "feini", true},
    {"arolygiad", "harolygiad", true},
    {"chwaer", "hwaer", false},
    {"ffordd", "ordd", false},
    {"risg", "isg", false},
    {"", "", true},
    {"niwed", "iwed", false},
};

static void words_mutate(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(mutations); i++)
        if (mutation_of(mutations[i].word, mutations[i].seen) != mutations[i].is)
            fail_msg("%s, %s", mutations[i].word, mutations[i].seen);
}

/* As it is, then soft, nasal and aspirate; "" where that is not known. */
static const char *const changed[][4] = {
    {"Caerdydd", "Gaerdydd", "Nghaerdydd", "Chaerdydd"},
    {"Powys", "Bowys", "Mhowys", "Phowys"},
    {"Torfaen", "Dorfaen", "Nhorfaen", "Thorfaen"},
    {"Blaenau Gwent", "Flaenau Gwent", "Mlaenau Gwent", "Blaenau Gwent"},
    {"Dyfed", "Ddyfed", "Nyfed", "Dyfed"},
    {"Gwynedd", "Wynedd", "Ngwynedd", "Gwynedd"},
    {"Merthyr", "Ferthyr", "Merthyr", "Merthyr"},
    {"Llanelli", "Lanelli", "Llanelli", "Llanelli"},
    {"Rhondda", "Rondda", "Rhondda", "Rhondda"},
    {"Abertawe", "Abertawe", "Abertawe", "Abertawe"},
    {"Gŵyr", "Ŵyr", "Ngŵyr", "Gŵyr"},
};

static void places_mutate(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(changed); i++)
        for (enum mutation m = MUTATION_SOFT; m <= MUTATION_ASPIRATE; m++) {
            const char *made = mutation_make(a, changed[i][0], m);
            if (strcmp(made, changed[i][m + 1]) != 0)
                fail_msg("%s: %s", changed[i][m + 1], made);
        }
    arena_free(a);
}

struct row {
    const char *what, *english, *welsh, *said; /* said: "", "forbidden", "missing" */
};

static const struct row rows[] = {
    {"chosen", "The Youth Offending Team met", "Cyfarfu'r Tîm Troseddau Ieuenctid", ""},
    {"mutated", "two Youth Offending Teams", "i Dîm Troseddau Ieuenctid", ""},
    {"held together", "two Youth\u00A0Offending Teams", "i Dîm\u00A0Troseddau Ieuenctid",
     ""},
    {"held together, other", "the\u00A0Youth Offending Team", "y\u00A0criw", "missing"},
    {"another form", "The Youth Offending Team met", "Cyfarfu'r Tîm Troseddwyr Ifanc",
     "forbidden"},
    {"another form, mutated", "to the youth offending team", "i’r Dîm Troseddwyr Ifanc.",
     "forbidden"},
    {"none of them", "The Youth Offending Team met", "Cyfarfuant", "missing"},
    {"not in the English", "They met", "Cyfarfu'r Tîm Troseddwyr Ifanc", ""},
    {"a hyphen makes another word", "less reoffending", "llai o ail-droseddu",
     "forbidden"},
    {"as one word", "less reoffending", "llai o aildroseddu", ""},
    {"capitals", "RISK OF HARM", "RISG O NIWED", ""},
    {"only forbidden, never missed", "harm was done", "gwnaed drwg", ""},
    {"chosen, like another mutated", "an area for improvement", "maes i'w wella", ""},
    {"that other", "an area for improvement", "maes i'w gwella", "forbidden"},
    {"both", "an area for improvement", "maes i'w wella: maes i'w gwella", "forbidden"},
    {"beside what is chosen", "foreword to the findings",
     "rhagair i'r canfyddiadau, a chasgliadau", "forbidden"},
    {"the order of the names", "in England and Wales", "yn Lloegr a Chymru", "forbidden"},
    {"the other order", "in England and Wales", "yng Nghymru a Lloegr", ""},
};

static const char *said_of(struct arena *a, const struct termbase *t,
                           const struct row *row)
{
    struct diags *d = diags_new(a);
    bool good =
        termbase_check(a, d, t, "unit u1", (struct pos){0}, row->english, row->welsh);
    struct buf out = buf_new(a);
    diags_print(d, DIAG_SHORT, &out);
    assert_true(good == (strstr(out.at, "TERM_FORBIDDEN") == NULL));
    return strstr(out.at, "TERM_FORBIDDEN") != NULL ? "forbidden"
           : strstr(out.at, "TERM_MISSING") != NULL ? "missing"
                                                    : "";
}

static void texts_keep_to_the_list(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct programme *p =
        programme_load(a, d, ROOT "/templates", "cci-2012", (struct pos){0});
    const struct termbase *t = termbase_read(a, d, p);
    assert_true(termbase_count(t) >= 40);
    for (size_t i = 0; i < LEN(rows); i++)
        if (strcmp(said_of(a, t, &rows[i]), rows[i].said) != 0)
            fail_msg("%s: %s", rows[i].what, said_of(a, t, &rows[i]));
    assert_int_equal(diags_errors(d), 0);
    arena_free(a);
}

/* All that the programmes print in Welsh uses the forms that were chosen. */
static void fixed_wording_keeps_to_the_list(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    size_t count;
    const char *const *names = programme_list(a, diags_new(a), ROOT "/templates", &count);
    for (size_t i = 0; i < count; i++) {
        struct diags *d = diags_new(a);
        const struct programme *p =
            programme_load(a, d, ROOT "/templates", names[i], (struct pos){0});
        termbase_check_programme(a, d, termbase_read(a, d, p), p);
        struct buf out = buf_new(a);
        diags_print(d, DIAG_SHORT, &out);
        if (out.len > 0)
            fail_msg("%s:\n%s", names[i], out.at);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_mutate),
        cmocka_unit_test(places_mutate),
        cmocka_unit_test(texts_keep_to_the_list),
        cmocka_unit_test(fixed_wording_keeps_to_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
