/* confine.h -- a process gives up whatever it could do but reckon, and speak through one
 * descriptor; for this folder only. */
#ifndef OFFICE_CONFINE_H
#define OFFICE_CONFINE_H

#include "base/buf.h"

#include <stdbool.h>

#define CONFINE_SPEAK 3 /* where the one descriptor comes to stand */

/* Makes once what each child gives the kernel; before it is begun. */
void confine_ready(void);

/* From here on the process can write to what `speak` was and end, and the kernel kills it
 * for anything else: no file, no network, no other process, no more than `memory` bytes
 * and `seconds` of the processor.  False when the kernel gives no such filter: then
 * nothing of a stranger's may be looked at. */
bool confine(int speak, size_t memory, unsigned seconds);

#endif
