/* working.c -- files that a translator's tool works on, which are no delivery.  In: a
 * file's name, or its text; out: which tool's it is and what to save instead. */
#include "translate/xliff.h"

#include "base/array.h"

#include <string.h>

/* How a file of a tool is known: by its name's ending, or a sign near its beginning. */
struct working {
    const char *ending, *sign; /* NULL: by the other alone */
    const char *what, *instead;
};

#define TRADOS "in Trados Studio run \"Generate Target Translations\", and send that .xlf"
#define MEMOQ "in memoQ take \"Export (stored path)\", and send that .xlf"
#define PHRASE "in Phrase download the completed file, and send that .xlf"
#define WORDFAST "in Wordfast take \"Save Translated File\", and send that .xlf"
#define OMEGAT                                                                           \
    "in OmegaT take \"Create Translated Documents\", and send the .xlf from the folder " \
    "target"
#define SAVE_XLIFF "send the .xlf that was sent out, translated, as XLIFF 1.2"

static const struct working files[] = {
    {".sdlxliff", "http://sdl.com/FileTypes/SdlXliff", "Trados Studio's working file",
     TRADOS},
    {".sdlppx", NULL, "a package of Trados Studio", TRADOS},
    {".sdlrpx", NULL, "a package of Trados Studio", TRADOS},
    {".sdlproj", NULL, "a project of Trados Studio", TRADOS},
    {".ttx", "<TRADOStag", "a working file of Trados", TRADOS},
    {".mqxliff", "\"MQXliff\"", "memoQ's working file", MEMOQ},
    {".mqxlz", NULL, "memoQ's working file", MEMOQ},
    {".mqout", NULL, "a package of memoQ", MEMOQ},
    {".mqback", NULL, "a package of memoQ", MEMOQ},
    {".mxliff", "http://www.memsource.com/mxlf", "Phrase's working file", PHRASE},
    {".txlf", "http://www.gs4tr.org/schema/xliff-ext", "Wordfast's working file",
     WORDFAST},
    {".txml", "<txml", "Wordfast's working file", WORDFAST},
    {"omegat.project", "<omegat", "OmegaT's project", OMEGAT},
    {"project_save.tmx", NULL, "the memory of OmegaT's project", OMEGAT},
    {".omt", NULL, "a package of OmegaT", OMEGAT},
    {".tmx", "<tmx", "a translation memory",
     "take it with gwasg translate export --memory, or send the translated .xlf"},
    {".po", "\nmsgid ", "a catalogue of gettext", SAVE_XLIFF},
    {".xlz", NULL, "a package", SAVE_XLIFF},
    {".docx", NULL, "a Word file", SAVE_XLIFF},
    {".zip", NULL, "a package", SAVE_XLIFF},
};

static bool ends_with(const char *path, const char *ending)
{
    size_t len = strlen(path), end = strlen(ending);
    if (len < end)
        return false;
    for (size_t i = 0; i < end; i++)
        if ((path[len - end + i] | 0x20) != (ending[i] | 0x20))
            return false;
    return true;
}

bool xliff_named(struct arena *a, struct diags *d, const char *path)
{
    for (size_t i = 0; i < LEN(files); i++) {
        if (files[i].ending == NULL || !ends_with(path, files[i].ending))
            continue;
        diag(d, DIAG_XLIFF_KIND, pos_of_path(a, path), "it is %s; %s", files[i].what,
             files[i].instead);
        return false;
    }
    return true;
}

bool xliff_begun(struct arena *a, struct diags *d, const struct file *f)
{
    const char *head = arena_strndup(a, f->text, strnlen(f->text, 4096));
    if (strncmp(head, "msgid ", 6) == 0)
        head = arena_printf(a, "\n%s", head);
    for (size_t i = 0; i < LEN(files); i++) {
        const char *at = files[i].sign != NULL ? strstr(head, files[i].sign) : NULL;
        if (at == NULL)
            continue;
        diag(d, DIAG_XLIFF_KIND, (struct pos){f, 0, 1}, "it is %s; %s", files[i].what,
             files[i].instead);
        return false;
    }
    return true;
}
