/* main.c -- the commands, and the process around them. */
#include "cli/commands.h"
#include "cli/ingredients.h"
#include "cli/jobs.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct command commands[] = {
    {"build", "REPORT...", "make the documents of a report as PDF", "lsnojdaOULtpGMDSvTJ",
     NULL, 1, true, command_build},
    {"check", "REPORT...", "say everything that stops publication", "lnjvtDSTPY", NULL, 1,
     true, command_check},
    {"watch", "REPORT", "show the pages of a report while it is written", "lsnazHQXotDST",
     NULL, 1, false, command_watch},
    {"release", "REPORT", "publish a report: all its files, and what they were made from",
     "abvtDST", "ab", 1, false, command_release},
    {"verify", "REPORT...", "say whether what was released is as it was", "ItDST", NULL,
     1, true, command_verify},
    {"scores", "REPORT...", "print the scores", "lfWitDS", NULL, 1, true, command_scores},
    {"figures", "REPORT...", "list every number in the report, to be signed",
     "lfngwioUtDS", NULL, 1, true, command_figures},
    {"lock", "REPORT...", "keep the figures of a report as they were signed", "abyRitDS",
     "a", 1, true, command_lock},
    {"compare", "[OLD] REPORT", "mark and list what has changed in a report",
     "lnoNKdUtDSvT", NULL, 1, false, command_compare},
    {"schema", "[PROGRAMME]", "print a JSON Schema of inspection.yaml for editors", "tDS",
     NULL, 0, false, command_schema},
    {"translate export", "REPORT...", "write cy.xlf, for the translator", "omtDSEP", NULL,
     1, true, command_translate_export},
    {"translate import", "REPORT FILE", "take a translation into cy.xlf", "tDSP", NULL, 2,
     false, command_translate_import},
    {"translate status", "REPORT...", "count what is translated and what is not", "ftDSP",
     NULL, 1, true, command_translate_status},
    {"translate accept", "REPORT UID...|all", "sign off the Welsh of units", "abtDS",
     "ab", 2, false, command_translate_accept},
    {"translate memory", "REPORT...", "print what is signed off as a memory (TMX)",
     "otDS", NULL, 1, false, command_translate_memory},
    {"sent status", "REPORT...", "say who was sent what, and until when it binds them",
     "fatDS", NULL, 1, true, command_sent_status},
    {"manuscript export", "REPORT|PROGRAMME",
     "write a Word document to write the texts in", "oltDS", NULL, 1, false,
     command_manuscript_export},
    {"manuscript import", "REPORT FILE",
     "take the texts of a Word document into a report", "ZtDS", NULL, 2, false,
     command_manuscript_import},
    {"comments import", "REPORT FILE...", "take filled forms into comments.csv", "abtDS",
     NULL, 2, false, command_comments_import},
    {"comments add", "REPORT", "take a comment from an e-mail or a telephone call",
     "rkxeabtDS", "rxb", 1, false, command_comments_add},
    {"comments status", "REPORT...", "count what is decided and what has changed", "ftDS",
     NULL, 1, true, command_comments_status},
    {"comments merge", "REPORT FILE",
     "take what another editor has decided into "
     "comments.csv",
     "tDS", NULL, 2, false, command_comments_merge},
    {"comments form", "REPORT...", "write the form of the last draft as tables",
     "aljotDS", NULL, 1, true, command_comments_form},
    {"comments letter", "REPORT...", "write the reply to those who commented",
     "abculoUtDS", "a", 1, true, command_comments_letter},
    {"plan form", "REPORT...", "write the form of the improvement plan", "lojUtDS", NULL,
     1, true, command_plan_form},
    {"plan import", "REPORT FILE...", "take improvement plans into plan.csv", "abtDS",
     NULL, 2, false, command_plan_import},
    {"plan status", "REPORT...", "count what the improvement plan says and lacks", "ftDS",
     NULL, 1, true, command_plan_status},
    {"questions", "PROGRAMME [WORD]", "list what is asked, and the marks that print it",
     "lfqtDS", NULL, 1, false, command_questions},
    {"init", "PROGRAMME DIR", "begin a report: a folder with all that is to be filled in",
     "AFtDSPB", NULL, 2, false, command_init},
    {"programmes", "", "list the programmes", "ltDS", NULL, 0, false, command_programmes},
    {"lsp", "",
     "serve an editor: messages, completion and numbers while a report is written", "t",
     NULL, 0, false, command_lsp},
    {"help", "[TOPIC]...", "tell how a command is used or a report is written", "", NULL,
     0, false, command_help},
    {"completions", "SHELL", "print what bash, zsh or fish completes", "", NULL, 1, false,
     command_completions},
};

static int end_early(int status)
{
    if (fflush(stdout) == 0)
        return status;
    fprintf(stderr, "gwasg: could not write to the standard output: %s\n",
            strerror(errno));
    return 4;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C"); /* numbers and messages never depend on the user's */
    signal(SIGXFSZ,
           SIG_IGN); /* a file too large is a failed write, said like any other */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_DFL); /* whoever started us may have had it passed over */
    struct options o;
    int outcome = options_parse(&o, commands, LEN(commands), argc, argv);
    o.linked = libraries_here(o.texts); /* before a picture has had more of them loaded */
    int status = outcome == 0 ? jobs_run(&o) : end_early(outcome - 1);
    arena_free(o.texts);
    return status;
}
