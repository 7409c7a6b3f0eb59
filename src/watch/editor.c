/* editor.c -- in: how an editor is called; out: the call.  No shell sees it: whatever a
 * file is named, it is one word. */
#define _GNU_SOURCE /* close_range */
#include "watch/editor.h"

#include "base/array.h"
#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Behind a place that is filled in; `at` itself where there is none. */
static const char *fill_in(struct buf *word, const char *at, const char *name,
                           const char *value)
{
    const size_t len = strlen(name);
    if (strncmp(at, name, len) != 0)
        return at;
    buf_str(word, value);
    return at + len;
}

char **editor_words(struct arena *a, const char *command, const char *file, int line,
                    int column)
{
    const char *lines = arena_printf(a, "%d", line);
    const char *columns = arena_printf(a, "%d", column);
    ARRAY(char *) words = {0};
    char quote = '\0';
    for (const char *at = command + strspn(command, " "); *at != '\0';) {
        struct buf word = buf_new(a);
        for (; *at != '\0' && (*at != ' ' || quote != '\0');) {
            const char *from = at;
            at = fill_in(&word, at, "{file}", file);
            at = at == from ? fill_in(&word, at, "{line}", lines) : at;
            at = at == from ? fill_in(&word, at, "{column}", columns) : at;
            if (at != from)
                continue;
            if (quote == '\0' ? strchr("\"'", *at) != NULL : *at == quote)
                quote = quote == '\0' ? *at : '\0';
            else
                buf_char(&word, *at);
            at++;
        }
        *array_push(a, &words) = word.at;
        at += strspn(at, " ");
    }
    if (words.len == 0 || quote != '\0')
        return NULL;
    *array_push(a, &words) = NULL;
    return words.at;
}

/* Nothing of ours is open to it; `tell` closes when it has begun, or has heard why not.
 */
static _Noreturn void run_program(char *const *words, int tell)
{
    const int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(tell, STDERR_FILENO + 1);
    fcntl(STDERR_FILENO + 1, F_SETFD, FD_CLOEXEC);
    close_range(STDERR_FILENO + 2, ~0U, 0);
    execvp(words[0], words);
    const int why = errno;
    _exit(write(STDERR_FILENO + 1, &why, sizeof why) < 0 ? 126 : 127);
}

/* A child of a child, so that nobody waits for it. */
bool program_start(char *const *words)
{
    int pipe_of[2], why = 0;
    if (pipe2(pipe_of, O_CLOEXEC) != 0)
        return false;
    const pid_t pid = fork();
    if (pid == 0) {
        setsid();
        if (fork() != 0)
            _exit(0);
        run_program(words, pipe_of[1]);
    }
    why = pid < 0 ? errno : 0;
    close(pipe_of[1]);
    while (pid > 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        ;
    while (pid > 0 && read(pipe_of[0], &why, sizeof why) < 0 && errno == EINTR)
        ;
    close(pipe_of[0]);
    errno = why;
    return why == 0;
}
