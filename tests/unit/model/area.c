/* What the rules make of a place's Welsh name. */
#include "model/area.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char *const rows[][AREA_FORM_COUNT] = {
    {"Caerdydd", "yng Nghaerdydd", "o Gaerdydd", "i Gaerdydd", "a Chaerdydd"},
    {"Porthcawl", "ym Mhorthcawl", "o Borthcawl", "i Borthcawl", "a Phorthcawl"},
    {"Torfaen", "yn Nhorfaen", "o Dorfaen", "i Dorfaen", "a Thorfaen"},
    {"Blaenau Gwent", "ym Mlaenau Gwent", "o Flaenau Gwent", "i Flaenau Gwent",
     "a Blaenau Gwent"},
    {"Dyfed-Powys", "yn Nyfed-Powys", "o Ddyfed-Powys", "i Ddyfed-Powys",
     "a Dyfed-Powys"},
    {"Gwynedd", "yng Ngwynedd", "o Wynedd", "i Wynedd", "a Gwynedd"},
    {"Merthyr Tudful", "ym Merthyr Tudful", "o Ferthyr Tudful", "i Ferthyr Tudful",
     "a Merthyr Tudful"},
    {"Llanelli", "yn Llanelli", "o Lanelli", "i Lanelli", "a Llanelli"},
    {"Rhondda", "yn Rhondda", "o Rondda", "i Rondda", "a Rhondda"},
    {"Abertawe", "yn Abertawe", "o Abertawe", "i Abertawe", "ac Abertawe"},
    {"Wrecsam", "yn Wrecsam", "o Wrecsam", "i Wrecsam", "a Wrecsam"},
    {"Sir y Fflint", "yn Sir y Fflint", "o Sir y Fflint", "i Sir y Fflint",
     "a Sir y Fflint"},
    {"Y Barri", "yn y Barri", "o'r Barri", "i'r Barri", "a'r Barri"},
    {"Yr Wyddgrug", "yn yr Wyddgrug", "o'r Wyddgrug", "i'r Wyddgrug", "a'r Wyddgrug"},
    {"Ynys M\u00F4n", "yn Ynys M\u00F4n", "o Ynys M\u00F4n", "i Ynys M\u00F4n",
     "ac Ynys M\u00F4n"},
};

static void names_have_forms(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++)
        for (enum area_form f = 0; f < AREA_FORM_COUNT; f++) {
            const char *form = area_form_of(a, f, rows[i][AREA_NAME]);
            if (strcmp(form, rows[i][f]) != 0)
                fail_msg("%s: %s", rows[i][f], form);
        }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_have_forms)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
