/* Whose the other end is: ours in either family, not another user's, not one that is
 * closed. */
#define _GNU_SOURCE /* SOCK_CLOEXEC */
#include "watch/peer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those four before it */
#include <arpa/inet.h>
#include <cmocka.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static int listen_here(struct sockaddr_in *at)
{
    socklen_t len = sizeof *at;
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    *at = (struct sockaddr_in){.sin_family = AF_INET,
                               .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    assert_int_equal(bind(fd, (const struct sockaddr *)at, sizeof *at), 0);
    assert_int_equal(listen(fd, 8), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)at, &len), 0);
    return fd;
}

static int connect_by_four(const struct sockaddr_in *at)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(connect(fd, (const struct sockaddr *)at, sizeof *at), 0);
    return fd;
}

/* -1: this machine has no IPv6. */
static int connect_by_six(const struct sockaddr_in *at)
{
    struct sockaddr_in6 to = {.sin6_family = AF_INET6, .sin6_port = at->sin_port};
    const int fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    inet_pton(AF_INET6, "::ffff:127.0.0.1", &to.sin6_addr);
    if (fd >= 0 && connect(fd, (const struct sockaddr *)&to, sizeof to) == 0)
        return fd;
    close(fd);
    return -1;
}

static void ours_is_known_by_either_family(void **state)
{
    (void)state;
    struct sockaddr_in at;
    const int listener = listen_here(&at), four = connect_by_four(&at);
    const int to_four = accept(listener, NULL, NULL);
    assert_true(peer_is_own(to_four));
    const int six = connect_by_six(&at);
    if (six >= 0) {
        const int to_six = accept(listener, NULL, NULL);
        assert_true(peer_is_own(to_six));
        close(to_six);
        close(six);
    }
    close(four);
    assert_false(peer_is_own(to_four)); /* nobody's now, which the table gives to root */
    close(to_four);
    close(listener);
}

static void another_users_is_not(void **state)
{
    (void)state;
    const uid_t nobody = 65534;
    struct sockaddr_in at;
    const int listener = listen_here(&at);
    if (geteuid() != 0 || seteuid(nobody) != 0)
        skip(); /* only root can be two users */
    const int theirs = connect_by_four(&at);
    assert_int_equal(seteuid(0), 0);
    const int to_theirs = accept(listener, NULL, NULL);
    assert_false(peer_is_own(to_theirs));
    close(theirs);
    close(to_theirs);
    close(listener);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ours_is_known_by_either_family),
        cmocka_unit_test(another_users_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
