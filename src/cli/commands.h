/* commands.h -- what each command does with one report. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"

command_run command_build, command_check, command_scores, command_figures, command_schema,
    command_programmes, command_translate_export, command_translate_import,
    command_translate_status, command_translate_accept, command_translate_memory,
    command_comments_import, command_comments_add, command_comments_form,
    command_comments_letter, command_comments_status, command_comments_merge,
    command_plan_form, command_plan_import, command_plan_status, command_init,
    command_questions, command_lock, command_sent_status, command_release, command_verify,
    command_help, command_lsp, command_manuscript_export, command_manuscript_import,
    command_completions, command_compare, command_watch;

/* skeleton.c: `init --programme`. */
command_run init_programme;

#endif
