/* cases.c -- answers.csv: a row per case.  Comes in: the table; goes out: every answer as
 * a number.  Rows are about children: a message quotes the cell it is about, the name
 * that the table has for the case, and no more. Does not know how anything is scored. */
#include "model/condition.h"
#include "model/evidence.h"
#include "model/sheet.h"
#include "model/table.h"

#include <string.h>

/* ---- the inspection's columns ---- */

static const char *const *item_words(struct arena *a, const struct value *list)
{
    const char **words = NEW_ARRAY(a, const char *, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        words[i] = list->items[i].word != NULL ? list->items[i].word : "";
    return words;
}

/* A column of this area's own must not look like one of the programme. */
static bool column_is_free(struct reader *r, const struct programme *p,
                           const struct value *v, struct pos pos)
{
    bool taken = strcmp(v->name, "case") == 0 || programme_question(p, v->name) >= 0;
    for (size_t i = 0; i < p->characteristic_count; i++)
        taken |= strcmp(p->characteristics[i].name, v->name) == 0;
    if (taken)
        diag(r->d, DIAG_NAME_TWICE, pos, "\"%s\"; the programme has this column already",
             v->name);
    return !taken;
}

static void check_values_once(struct reader *r, const struct value *list)
{
    struct map *seen = map_new(r->a);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].word != NULL)
            name_once(r, seen, list->items[i].word, list->items[i].node->pos);
}

void columns_read(struct reader *r, struct inspection *in)
{
    struct column_list given = programme_columns(r->a, in->programme);
    const struct value *own = NULL;
    for (size_t i = 0; i < in->root->count; i++)
        if (strcmp(in->root->items[i].name, "columns") == 0)
            own = &in->root->items[i];
    size_t more = own == NULL ? 0 : own->count;
    const struct node *map = own != NULL ? own->node : NULL;
    in->columns_open = map != NULL && map->kind != NODE_MAP && !map->empty;
    for (size_t i = 0; map != NULL && map->kind == NODE_MAP && i < map->count; i++) {
        const struct entry *e = &map->entries[i];
        if (e->value->kind != NODE_LIST)
            in->columns_open = true;
        if (e->value->kind == NODE_TEXT && e->value->empty)
            diag(r->d, DIAG_KEY_MISSING, e->key->pos,
                 "the values of \"%s\"; write them behind it: [One, Two]", e->key->text);
    }
    struct column *all = NEW_ARRAY(r->a, struct column, given.count + more + 1);
    memcpy(all, given.at, given.count * sizeof *all);
    size_t count = given.count;
    for (size_t i = 0; i < more; i++) {
        const struct value *v = &own->items[i];
        check_values_once(r, v);
        if (column_is_free(r, in->programme, v, node_key(own->node, v->name)->pos))
            all[count++] = (struct column){v->name, NULL, item_words(r->a, v), v->count};
    }
    in->columns = all;
    in->column_count = count;
}

/* ---- the rows ---- */

static void read_case(struct sheet *s, struct map *seen, size_t row, size_t column)
{
    const struct cell *c = table_cell(s->table, row, column), *first;
    if (c->text[0] == '\0') {
        gather_fault(s, DIAG_KEY_MISSING, "", row, column,
                     "every row has a name of its own for its case");
    } else if ((first = map_put(seen, c->text, (void *)(uintptr_t)c)) != NULL) {
        const char *text = arena_printf(s->r->a, "case \"%s\" stands in line %d too",
                                        c->text, pos_place(first->pos).line);
        gather_fault(s, DIAG_CSV_ROW_TWICE, c->text, row, column, text);
    }
}

static int read_category(struct sheet *s, size_t row, size_t column)
{
    const char *text = table_cell(s->table, row, column)->text;
    if (text[0] == '\0') {
        s->unknown[s->meanings[column].index]++;
        return -1;
    }
    int value = cell_word(s, column, text, strlen(text));
    if (value < 0)
        cell_say_unknown(s, row, column, text);
    return value;
}

/* A word of the column's; -1, and said, when it is none. */
static int read_word_of(struct sheet *s, size_t row, size_t column, const char *text,
                        size_t len)
{
    int word = cell_word(s, column, text, len);
    if (word < 0)
        cell_say_unknown(s, row, column, arena_strndup(s->r->a, text, len));
    return word;
}

static unsigned read_one(struct sheet *s, size_t row, size_t column, const char *text)
{
    return (unsigned)(read_word_of(s, row, column, text, strlen(text)) + 1);
}

/* Where "school and health" is parted: the sign between, and its length; or NULL. */
static const char *find_joint(const char *text, size_t *len)
{
    static const char *const joints[] = {" and ", " & ", " + "};
    for (size_t i = 0; i < LEN(joints); i++) {
        const char *at = strstr(text, joints[i]);
        *len = strlen(joints[i]);
        if (at != NULL)
            return at;
    }
    return NULL;
}

/* One of several, or two with "and" between where no word has that in it. */
static unsigned read_some(struct sheet *s, size_t row, size_t column, const char *text)
{
    size_t len;
    const char *joint = find_joint(text, &len);
    if (joint != NULL && cell_word(s, column, text, strlen(text)) < 0)
        return read_some(s, row, column,
                         arena_strndup(s->r->a, text, (size_t)(joint - text))) |
               read_some(s, row, column, joint + len);
    int word = read_word_of(s, row, column, text, strlen(text));
    return word < 0 ? 0 : 1u << word;
}

/* Words with blanks between, or texts with commas, semicolons, strokes or "and", which
 * may have blanks in them. */
static unsigned read_several(struct sheet *s, size_t row, size_t column, const char *text)
{
    unsigned bits = 0;
    size_t end = strlen(text);
    while (end > 0 && strchr(",;/ ", text[end - 1]) != NULL)
        end--;
    text = arena_strndup(s->r->a, text, end);
    size_t unused;
    bool parted = strpbrk(text, ",;/") != NULL || find_joint(text, &unused) != NULL;
    const char *signs = parted ? ",;/" : " ";
    int whole = cell_word(s, column, text, end);
    if (whole >= 0)
        return 1u << whole;
    for (const char *at = text; *at != '\0'; at += *at != '\0') {
        at += strspn(at, " ");
        size_t len = strcspn(at, signs);
        if (len > 0)
            bits |= read_some(s, row, column, arena_strndup(s->r->a, at, len));
        at += len;
    }
    return bits;
}

static unsigned read_count(struct sheet *s, size_t row, size_t column, const char *text)
{
    long number;
    if (parse_number(cell_whole_number(s, text), &number))
        return (unsigned)number + 1;
    const char *name = s->askings[s->meanings[column].index].name;
    gather_fault(
        s, DIAG_ANSWER_UNKNOWN, arena_printf(s->r->a, "%s %s", name, text), row, column,
        arena_printf(s->r->a, "\"%s\" for %s; use a whole number, or leave it empty",
                     text, name));
    return 0;
}

/* An empty cell of a scored question that is asked of the case. */
static unsigned read_empty(struct sheet *s, size_t row, size_t column, const char *why)
{
    if (same_word(&s->same, "empty") != NULL) {
        s->emptied++;
        s->in->cases.emptied[s->askings[s->meanings[column].index].q -
                             s->in->programme->questions]++;
        return ANSWER_NA;
    }
    const char *text = arena_printf(s->r->a, "\"\" for %s; use yes, no or na%s",
                                    s->askings[s->meanings[column].index].name, why);
    gather_fault(s, DIAG_ANSWER_UNKNOWN, why, row, column, text)->advised =
        "take all empty cells as not applicable";
    advise(s, "empty", "", "na");
    return ANSWER_EMPTY;
}

static unsigned read_answer(struct sheet *s, size_t row, size_t column)
{
    static unsigned (*const readers[])(struct sheet *, size_t, size_t, const char *) = {
        [QUESTION_SCORED] = read_one,
        [QUESTION_CHOICE] = read_one,
        [QUESTION_SEVERAL] = read_several,
        [QUESTION_COUNT] = read_count,
    };
    const struct asking *p = &s->askings[s->meanings[column].index];
    const char *text = table_cell(s->table, row, column)->text;
    bool scored = p->q->kind == QUESTION_SCORED && !p->reason;
    if (text[0] == '\0' && scored && p->q->part_count == 0)
        return read_empty(s, row, column, ", not an empty cell");
    if (text[0] == '\0' || (!scored && strcmp(cell_key(s->r->a, text), "na") == 0))
        return ANSWER_EMPTY;
    return p->reason ? read_several(s, row, column, text)
                     : readers[p->q->kind](s, row, column, text);
}

/* `row`: of the table; `at`: of the cases. */
static void read_row(struct sheet *s, size_t row, size_t at, struct map *seen)
{
    for (size_t i = 0; i < s->table->columns; i++) {
        size_t index = s->meanings[i].index;
        switch (s->meanings[i].holds) {
        case HOLDS_NOTHING: break;
        case HOLDS_CASE: read_case(s, seen, row, i); break;
        case HOLDS_VALUE:
            s->values[at * s->in->column_count + index] = read_category(s, row, i);
            break;
        case HOLDS_ANSWER:
            s->answers[at * s->in->programme->answer_count + index] =
                read_answer(s, row, i);
            break;
        }
    }
}

/* ---- parts, phases and reasons, once the row was read: its columns may stand anywhere
 */

/* Whether anything was answered of a phase: yes, no, a choice or a number. */
static bool answered_phase(const struct inspection *in, size_t row, int phase)
{
    const struct programme *p = in->programme;
    const unsigned *answers = in->cases.answers + row * p->answer_count;
    for (size_t i = 0; i < p->question_count; i++)
        for (size_t k = 0; k < p->questions[i].part_count; k++) {
            unsigned answer = answers[p->questions[i].column + k];
            bool na = p->questions[i].kind == QUESTION_SCORED && answer == ANSWER_NA;
            if (p->questions[i].parts[k] == phase && answer != ANSWER_EMPTY && !na)
                return true;
        }
    return false;
}

/* By what the case's own columns say; false where the part has no condition. */
static bool meets_part(const struct inspection *in, size_t row, const struct part *part)
{
    const struct condition *where = &part->where;
    if (where->column < 0)
        return false;
    int value = in->cases.values[row * in->column_count + (size_t)where->column];
    return value >= 0 && (value == where->value) == (where->op == CONDITION_IS);
}

bool case_in_part(const struct inspection *in, size_t row, const struct part *part)
{
    return meets_part(in, row, part) ||
           ((part->or_answered || part->where.column < 0) &&
            answered_phase(in, row, (int)(part - in->programme->parts)));
}

/* Whether the case's own column says what nobody knows, which is said there. */
static bool part_unknown(struct sheet *s, size_t row, size_t at, const struct part *part)
{
    int column = part->where.column;
    if (column < 0 || s->values[at * s->in->column_count + (size_t)column] >= 0)
        return false;
    for (size_t i = 0; i < s->table->columns; i++)
        if (s->meanings[i].holds == HOLDS_VALUE && s->meanings[i].index == (size_t)column)
            return table_cell(s->table, row, i)->text[0] != '\0';
    return true;
}

static void say_outside(struct sheet *s, size_t row, size_t column,
                        const struct part *part)
{
    const char *text = arena_printf(
        s->r->a,
        "\"%s\" for %s, which is asked only of %s; leave it empty, or look at the case's "
        "own columns",
        table_cell(s->table, row, column)->text,
        s->askings[s->meanings[column].index].name, part->name);
    gather_fault(s, DIAG_ANSWER_PART, part->name, row, column, text);
}

static void check_part(struct sheet *s, size_t row, size_t at, size_t column)
{
    size_t index = s->meanings[column].index;
    const struct asking *p = &s->askings[index];
    const struct part *part = &s->in->programme->parts[p->q->parts[p->time]];
    const char *text = table_cell(s->table, row, column)->text;
    bool inside = case_in_part(s->in, at, part), empty = text[0] == '\0';
    unsigned *answer = &s->answers[at * s->in->programme->answer_count + index];
    bool scored = p->q->kind == QUESTION_SCORED;
    if (part_unknown(s, row, at, part))
        return;
    if (!inside && !empty && !(scored ? *answer == ANSWER_NA : *answer == ANSWER_EMPTY))
        say_outside(s, row, column, part);
    if (inside && empty && scored)
        *answer = read_empty(s, row, column,
                             meets_part(s->in, at, part)
                                 ? ", not an empty cell"
                                 : arena_printf(s->r->a,
                                                ": other questions of %s were answered",
                                                part->name));
}

/* A reason is given for a "no", and for nothing else. */
static void check_reason(struct sheet *s, size_t row, size_t at, size_t column)
{
    const struct cell *c = table_cell(s->table, row, column);
    size_t index = s->meanings[column].index;
    const struct asking *p = &s->askings[index];
    const unsigned *answers = &s->answers[at * s->in->programme->answer_count];
    bool no = answers[p->q->column + p->time] == ANSWER_NO;
    const char *answer = s->askings[p->q->column + p->time].name;
    if (!no && answers[index] != 0)
        gather_fault(
            s, DIAG_REASON_WRONG, answer, row, column,
            arena_printf(s->r->a,
                         "\"%s\", and %s was not answered no; leave it empty, or "
                         "look at that answer",
                         c->text, answer));
    else if (no && p->q->needs_reason && c->text[0] == '\0')
        gather_fault(s, DIAG_REASON_MISSING, answer, row, column,
                     arena_printf(s->r->a, "%s was answered no; say why", answer));
}

static void check_row(struct sheet *s, size_t row, size_t at)
{
    for (size_t i = 0; i < s->table->columns; i++) {
        size_t column = s->meanings[i].index;
        if (s->meanings[i].holds != HOLDS_ANSWER)
            continue;
        if (s->askings[column].reason)
            check_reason(s, row, at, i);
        else if (s->askings[column].q->part_count > 0)
            check_part(s, row, at, i);
    }
}

/* ---- which rows are cases ---- */

/* Whether anything in the row is an answer in words, as no sum is. */
static bool has_answer(struct sheet *s, size_t row)
{
    for (size_t i = 0; i < s->table->columns; i++) {
        const char *text = table_cell(s->table, row, i)->text;
        if (s->meanings[i].holds == HOLDS_ANSWER && text[0] != '\0' &&
            strspn(text, "0123456789.,% -/") != strlen(text) && text[0] != '=' &&
            cell_knows(s, i, text))
            return true;
    }
    return false;
}

/* "Total", "Total cases:" in the first cell that holds something. */
static bool is_total(struct sheet *s, const struct map *totals, size_t row)
{
    size_t i = 0;
    while (i + 1 < s->table->columns && table_cell(s->table, row, i)->text[0] == '\0')
        i++;
    const char *text = table_cell(s->table, row, i)->text;
    size_t first = strcspn(text, " :");
    return map_get(totals, head_key(s->r->a, text)) != NULL ||
           map_get(totals, head_key(s->r->a, arena_strndup(s->r->a, text, first))) !=
               NULL;
}

/* A sentence in the first cell, and nothing in the others. */
static bool is_remark(struct sheet *s, size_t row)
{
    const char *first = table_cell(s->table, row, 0)->text, *blank = strchr(first, ' ');
    if (blank == NULL || strchr(blank + 1, ' ') == NULL)
        return false;
    for (size_t i = 1; i < s->table->columns; i++)
        if (table_cell(s->table, row, i)->text[0] != '\0')
            return false;
    return true;
}

/* Rows below the last that names a case and answers nothing are sums and remarks. */
static void find_rows(struct sheet *s)
{
    struct map *totals = map_new(s->r->a);
    size_t column = s->case_column >= 0 ? (size_t)s->case_column : 0, passed = 0;
    struct buf places = buf_new(s->r->a);
    same_keys(s->r->a, &s->same, "totals", NULL, totals, s);
    s->rows = NEW_ARRAY(s->r->a, size_t, s->table->rows + 1);
    struct pos first = {0};
    for (size_t row = 0; row < s->table->rows; row++) {
        const struct cell *c = table_cell(s->table, row, column);
        if (!is_total(s, totals, row) && !is_remark(s, row) &&
            (c->text[0] != '\0' || has_answer(s, row))) {
            s->rows[s->row_count++] = row;
            continue;
        }
        first = passed++ == 0 ? c->pos : first;
        if (passed <= 3)
            buf_printf(&places, "%s%s", passed > 1 ? ", " : "",
                       pos_name(s->r->a, table_cell(s->table, row, 0)->pos));
    }
    if (passed > 0)
        diag(s->r->d, DIAG_TABLE_PASSED, first,
             "%zu row%s without a case: %s%s; nothing is counted from %s", passed,
             passed == 1 ? "" : "s", places.at, passed > 3 ? " ..." : "",
             passed == 1 ? "it" : "them");
}

/* ---- all ---- */

/* No answer in a row, though a question is asked of every case: said of the row, not of
 * each of its cells. */
static bool said_unanswered(struct sheet *s, size_t row)
{
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < s->table->columns; i++) {
        if (s->meanings[i].holds != HOLDS_ANSWER)
            continue;
        const struct asking *p = &s->askings[s->meanings[i].index];
        if (table_cell(s->table, row, i)->text[0] != '\0')
            return false;
        if (p->q->kind == QUESTION_SCORED && !p->reason && p->q->part_count == 0)
            first = first == SIZE_MAX ? i : first;
    }
    if (first == SIZE_MAX || same_word(&s->same, "empty") != NULL)
        return false;
    gather_fault(s, DIAG_CASE_EMPTY, "", row, first,
                 "every question's cell is empty; fill the row in, or take it out");
    return true;
}

static void read_rows(struct sheet *s)
{
    size_t rows = s->row_count;
    s->answers = NEW_ARRAY(s->r->a, unsigned, rows * s->in->programme->answer_count + 1);
    s->values = NEW_ARRAY(s->r->a, int, rows * s->in->column_count + 1);
    s->unknown = NEW_ARRAY(s->r->a, size_t, s->in->column_count + 1);
    for (size_t i = 0; i < rows * s->in->column_count; i++)
        s->values[i] = -1;
    s->in->cases.count = rows;
    s->in->cases.emptied =
        NEW_ARRAY(s->r->a, size_t, s->in->programme->question_count + 1);
    s->in->cases.answers = s->answers;
    s->in->cases.values = s->values;
    struct map *seen = map_new(s->r->a);
    for (size_t at = 0; at < rows; at++) {
        if (said_unanswered(s, s->rows[at]))
            continue;
        read_row(s, s->rows[at], at, seen);
        check_row(s, s->rows[at], at);
    }
    cells_say_twofold(s);
}

static void read_sheet(struct sheet *s)
{
    if (!heads_read(s))
        return;
    s->vocabularies = NEW_ARRAY(s->r->a, struct vocabulary *, s->table->columns + 1);
    for (size_t i = 0; i < s->table->columns; i++)
        if (s->meanings[i].holds == HOLDS_VALUE || s->meanings[i].holds == HOLDS_ANSWER)
            cell_vocabulary(s, i);
    cells_check_same(s);
    cells_find_twofold(s);
    find_rows(s);
    if (s->row_count == 0)
        diag(s->r->d, DIAG_CSV_EMPTY, s->table->head[0].pos, "a header and no case");
    read_rows(s);
    if (s->faults.len == 0)
        table_note_short(s->r->d, s->table);
    gather_say(s);
}

void cases_read(struct reader *r, struct inspection *in, const char *path)
{
    struct sheet s = {.r = r, .in = in, .case_column = -1};
    const struct heads heads = {heads_know, &s};
    s.same = same_of_inspection(r, in);
    s.fault_of = map_new(r->a);
    heads_name(&s);
    s.table = table_load(r, path, same_word(&s.same, "sheet"), "cases", &heads);
    if (s.table != NULL)
        read_sheet(&s);
}
