/* length.h -- lengths on the page: whole 1/1024 points, as in pango, exact until pdf/
 * makes doubles.  x runs right, y runs down from the top of the page. */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

typedef int length;

#define PT(points) ((length)((points)*1024.0 + ((points) < 0 ? -0.5 : 0.5)))
#define POINTS(l) ((l) / 1024.0)

#endif
