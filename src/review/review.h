/* review.h -- what an editor should look at before publication, and what stops it though
 * no single block shows it: the two editions of a document against each other.  Sees
 * report trees only; what is wrong is said at the author's line. */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include "model/bare.h"
#include "model/inspection.h"
#include "report/report.h"

/* One edition by itself: typed shares that are not those of their numbers, names in case
 * stories, letters of another alphabet, abbreviations that nothing explains; and, unless
 * that has been said of the other edition (`words`), a figure in two lists of findings
 * and counts that point to somebody.  Warnings, all of them. */
void review_report(struct arena *a, struct diags *d, const struct inspection *in,
                   const struct report *report, bool words);

/* What is heard otherwise than it is read, of every document that is made: links whose
 * words do not say where they lead, the other language without a mark.  Warnings. */
void review_heard(struct arena *a, struct diags *d, const struct inspection *in,
                  const struct report *report);

/* Numbers of the author's texts that nothing vouches for, as bare_find has them:
 * warnings, for which what everybody reads waits where the programme says so. */
void review_bare(struct arena *a, struct diags *d, const struct inspection *in,
                 const struct bare_list *all, enum lang l);

/* What is left of another report, an example in the folder `examples` (NULL: none) or one
 * beside this: the name of its area in texts, paragraphs word for word, its ISBN; of
 * examples the signature too.  A report of the same area is none. */
void review_other(struct arena *a, struct diags *d, const struct inspection *in,
                  const char *examples);

/* Details in the author's texts by which a person could be known.  `en`: as above. */
void review_details(struct arena *a, struct diags *d, const struct inspection *in,
                    const struct inspection *en, enum lang l);

/* Recommendations that ask nobody, where the programme's have somebody to ask. */
void review_owners(struct arena *a, struct diags *d, const struct inspection *in);

/* Areas, services, titles and bodies that the author's texts call by two names. */
void review_names(struct arena *a, struct diags *d, const struct inspection *in,
                  enum lang l);

/* Fixed wording that repeats titles, limits, counts or addresses of its programme. */
void review_wordings(struct arena *a, struct diags *d, const struct programme *p);
/* One of a series, called by an id, that prints what another id names. */
void review_ids(struct arena *a, struct diags *d, const struct programme *p);

/* What a programme's reports use, of made-up data of every kind: taken down report by
 * report, and at last what none of them does is said. */
struct uses;
struct uses *uses_new(struct arena *a, const struct programme *p);
void uses_add(struct uses *u, struct diags *d, const struct report *r);
void uses_say(struct uses *u, struct diags *d);

/* What the templates of a programme make of made-up data, and what of it somebody has
 * accepted: outline.txt beside the programme. */
struct outlines;
struct outlines *outlines_new(struct arena *a, const struct programme *p);
/* Data that are tried; then the reports that are made of them.  `trial`: which data they
 * are; `pair`: of data that are tried in Welsh too; `fullest`: the one that is shown. */
void outlines_data(struct outlines *o, const struct inspection *in);
void outlines_add(struct outlines *o, const struct report *r, size_t trial, bool pair,
                  bool fullest);
/* Says what is not as it was accepted; false: nothing was. */
bool outlines_say(struct outlines *o, struct diags *d);
/* The file anew, and where it stands. */
struct buf outlines_text(struct outlines *o, struct diags *d);
const char *outlines_path(const struct outlines *o);
/* For a build: templates that have been changed since; of a programme for which nothing
 * was accepted, none. */
void review_outline(struct arena *a, struct diags *d, const struct programme *p);

/* Both editions of one document: the same blocks, figures, links, footnotes and names,
 * and an ISBN each.  Words may stand in another order, and each glossary has the terms
 * that its own text uses. */
void review_editions(struct arena *a, struct diags *d, const struct inspection *in,
                     const struct report *en, const struct report *cy);

#endif
