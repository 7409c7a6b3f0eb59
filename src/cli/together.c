/* together.c -- options that do not go with each other, or not without another. */
#include "cli/usage.h"

#include <string.h>

/* No clock is read, so whoever makes a draft says which day it is. */
int check_stage(const struct options *o)
{
    bool dated = o->date.year != 0;
    bool provisional = o->stage == STAGE_PROVISIONAL;
    bool stamped = o->stage == STAGE_DRAFT || o->stage == STAGE_EMBARGO;
    bool looked_at = o->dump != NULL ||
                     (help_takes(o->command, 'Q') && !o->no_serve); /* leaves no file */
    if (o->send && (!stamped || o->dump != NULL))
        return usage("nothing to send", "", "--send goes with --stage draft or embargo");
    if (o->deps != NULL && o->dump != NULL)
        return usage("nothing is made that depends on anything", "",
                     "--deps goes without --dump");
    if (o->again != NULL && (!o->send || dated))
        return usage("not one that was sent", "--again",
                     "it goes with --send, and the day is the one on which it was sent");
    if (o->again != NULL)
        return GO_ON;
    if (o->send && !dated)
        return usage("no date", "",
                     "say with --date on which day it is sent: 2012-05-14");
    if (o->stage == STAGE_DRAFT && !looked_at && !dated)
        return usage("no date", "", "a draft says when it was made: --date 2012-05-14");
    if (provisional && !looked_at && !dated)
        return usage("no date", "",
                     "provisional findings say when they were made: --date 2012-03-16");
    if (o->to > 1U << OUTPUT_PDF && (stamped || o->edition == EDITION_BOTH))
        return usage("not a format for this", "--to",
                     "drafts, embargoed copies and both editions side by side are PDFs: "
                     "each copy is marked with whose it is, and two columns need a page");
    if ((stamped || provisional) && o->dump == NULL && o->edition == EDITION_BOTH)
        return usage("not a stage for both side by side", "",
                     "drafts and embargoed copies have one language each");
    return GO_ON;
}

static bool path_ends(const char *path, const char *end)
{
    size_t len = strlen(path), n = strlen(end);
    return len > n && strcmp(path + len - n, end) == 0;
}

static int check_questions(const struct options *o)
{
    if (o->empty && (o->format == FORMAT_TABLE || o->format == FORMAT_JSON))
        return usage("not a table of answers", "", "--answers goes with csv or xlsx");
    if (!o->empty && o->format == FORMAT_XLSX)
        return usage("no workbook of questions", "", "--format xlsx goes with --answers");
    return GO_ON;
}

static int check_suggest(const struct options *o)
{
    const bool scores = help_takes(o->command, 'W');
    if (o->write && !o->suggest)
        return usage(o->command->name, "--write goes with --suggest", "");
    if (o->at != NULL && !o->write && help_takes(o->command, 'w'))
        return usage(o->command->name, "--at goes with --suggest --write", "");
    if (o->at != NULL && !o->why && scores)
        return usage(o->command->name, "--at goes with --why", "");
    if (o->why && o->format > FORMAT_TABLE)
        return usage(o->command->name, "--why is a table", "leave --format out");
    if (o->write && o->edition == EDITION_CY)
        return usage("not a text that marks are written into", "--lang cy",
                     "the Welsh stands in cy.xlf; its numbers come from the English");
    return GO_ON;
}

/* Who signs signs all; who accepts says why. */
static int check_lock(const struct options *o)
{
    if (strcmp(o->command->name, "lock") != 0)
        return GO_ON;
    const bool by = o->by != NULL && *o->by != '\0';
    const bool accepts = o->accept != NULL && *o->accept != '\0';
    if (by == accepts)
        return usage(o->command->name, "either --by or --accept",
                     "--by NAME signs all figures, --accept NAME answers for those that "
                     "have changed");
    if (accepts != (o->reason != NULL && *o->reason != '\0'))
        return usage(o->command->name, "--accept and --reason go together",
                     "say why: --reason \"an answer was wrong\"");
    if (o->at != NULL && !accepts)
        return usage(o->command->name, "--at goes with --accept", "");
    return GO_ON;
}

static int check_translation(const struct options *o)
{
    if (o->english && !o->out_given)
        return usage(o->command->name, "--english is for a translator's copy",
                     "name its folder with --out DIR");
    if (strcmp(o->command->name, "translate import") == 0 &&
        path_ends(o->operands[0], ".xlf"))
        return usage(o->command->name, "the report comes first, then the file", "");
    return GO_ON;
}

static int check_watch(const struct options *o)
{
    if (!help_takes(o->command, 'Q'))
        return GO_ON;
    if (o->no_serve && (o->open || o->port > 0 || o->editor != NULL))
        return usage(o->command->name, "--no-serve makes files and shows no page",
                     "--open, --port and --editor go without it");
    if (!o->no_serve && o->out_given)
        return usage(o->command->name, "--out goes with --no-serve",
                     "the page shows what is made, no file is written");
    return GO_ON;
}

static int check_reply(const struct options *o)
{
    if (o->each && o->by != NULL)
        return usage(o->command->name, "--each is to all of them, --by to one", "");
    return GO_ON;
}

static int check_compare(const struct options *o)
{
    if (strcmp(o->command->name, "compare") != 0)
        return GO_ON;
    const bool named = o->draft > 0 || o->release > 0;
    if (!named && o->operand_count < 2)
        return usage(o->command->name, "nothing to compare it with",
                     "name the older report first, or a draft that was sent, --draft 1, "
                     "or a release: --release 1");
    if (o->draft > 0 && o->release > 0)
        return usage(o->command->name, "--draft goes without --release", "");
    if (named && o->operand_count > 1)
        return usage("too much", o->operands[1],
                     "--draft and --release go with one report");
    return GO_ON;
}

/* What is filled in, signed or set beside another has one size. */
static int check_large(const struct options *o)
{
    if (!o->large && (o->to & 1U << OUTPUT_LARGE) == 0)
        return GO_ON;
    if (o->stage == STAGE_DRAFT || o->stage == STAGE_PROVISIONAL || o->send)
        return usage("not in large print", "--stage",
                     "large print is for a proof, an embargoed copy that is not sent "
                     "or a final");
    if (o->edition == EDITION_BOTH)
        return usage("no room for two languages", "--lang en+cy",
                     "--large-print has one of them at a time");
    if (o->large && o->to > 1U << OUTPUT_PDF)
        return usage("not a format of large print", "--to",
                     "--large-print makes a PDF alone: --to pdf,large-print makes both");
    return GO_ON;
}

/* Options that do not go with each other, or not without another. */
int check_together(const struct options *o)
{
    int outcome = check_questions(o);
    if (o->outline)
        return usage("--accept-outline", "without --programme",
                     "it is what the templates of a programme make that is accepted");
    if (outcome == GO_ON)
        outcome = check_reply(o);
    if (outcome == GO_ON)
        outcome = check_lock(o);
    if (outcome == GO_ON && strcmp(o->command->name, "lock") != 0)
        outcome = check_suggest(o);
    if (outcome == GO_ON)
        outcome = check_compare(o);
    if (outcome == GO_ON)
        outcome = check_large(o);
    if (outcome == GO_ON)
        outcome = check_watch(o);
    return outcome != GO_ON ? outcome : check_translation(o);
}

/* In the place of a report; what else a command works on stays. */
int check_programme(const struct options *o)
{
    bool begun = strchr(o->command->takes, 'B') != NULL; /* a folder of its own */
    int files = o->command->each || begun ? 0 : o->command->least - 1;
    if (o->memory_count > 0)
        return usage(o->command->name, "--memory goes without --programme",
                     "memories are of reports");
    if (o->operand_count < files)
        return usage("no file", o->command->name, "name the one that was delivered");
    return o->operand_count == files ? GO_ON
                                     : usage("too much", o->operands[files],
                                             "--programme goes without a report");
}
