/* lock.h -- one process at a time changes the records of a report.  The lock goes with
 * the process, however that ends; the file that carries it, .gwasg.lock, says who has it
 * and since when, and goes when it is released. */
#ifndef BASE_LOCK_H
#define BASE_LOCK_H

#include "base/diag.h"

#define LOCK_SECONDS 10 /* that are waited for another; GWASG_WAIT says otherwise */

struct lock;

/* Waits, with a word on the standard error.  NULL, and said, when another still has it,
 * or when the folder cannot be written to.  On disks without locks it is given with a
 * warning.  `what` is doing it: "comments add". */
struct lock *lock_take(struct arena *a, struct diags *d, const char *dir,
                       const char *what);
void lock_release(struct lock *l); /* NULL is fine */

#endif
