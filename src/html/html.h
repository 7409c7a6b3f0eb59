/* html.h -- the report tree as one web page that needs nothing else: words, numbers and
 * order are those of the PDF, the charts its very drawings, the look the house's numbers.
 * It holds no script, and says so to the browser. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "base/array.h"
#include "report/report.h"
#include "text/text.h"

/* `other`: the address of the other edition's page, whose blocks have the same ids; NULL:
 * there is none.  What is wrong with a picture is said where it is named. */
void html_write(struct arena *a, struct diags *d, struct faces *t, const struct style *s,
                const struct report *r, const char *other, struct buf *out);

/* What a written page can be led to by, and where it leads: "r_1-2_A-3", "#r_1-2_A-3". */
struct html_links {
    ARRAY(const char *) ids, hrefs;
};

/* Adds those of the page. */
void html_links(struct arena *a, const struct buf *page, struct html_links *to);

#endif
