#include "markup.h"

#include <stdlib.h>
#include <string.h>

static void *resize(void *ptr, size_t size) {
	void *p = realloc(ptr, size);
	if (!p)
		abort();
	return p;
}

/* Reads the head of a mark at p, up to the marked words; returns its length, 0 when it is
 * none. */
static size_t read_head(const char *p, const char *end, markup_span *mark) {
	static const char kinds[] = "dtuspolm"; /* in the order of ww_kind */
	if (end - p < 3 || p[0] != '{' || !p[1] || !strchr(kinds, p[1]))
		return 0;
	*mark = (markup_span){ .kind = (int)(strchr(kinds, p[1]) - kinds), .note = p + 2 };
	const char *q = p + 2;
	while (q < end && *q && strchr("0123456789?sf", *q))
		q++;
	mark->note_len = (size_t)(q - mark->note);
	if (q == end || (*q != ':' && *q != '='))
		return 0;
	if (*q++ == '=') {
		const char *bar = memchr(q, '|', (size_t)(end - q));
		if (!bar || memchr(q, '}', (size_t)(bar - q)))
			return 0;
		mark->value = q;
		mark->value_len = (size_t)(bar - q);
		q = bar + 1;
	}
	return (size_t)(q - p);
}

bool markup_read(markup *m, const char *marked, size_t len) {
	const char *end = marked + len;
	markup_span mark;
	bool open = false;
	*m = (markup){ .text = resize(NULL, len + 1) };
	for (const char *p = marked; p < end;) {
		size_t head = open ? 0 : read_head(p, end, &mark);
		if (head) {
			mark.start = m->len;
			open = true;
			p += head;
		} else if (open && *p == '}') {
			mark.end = m->len;
			m->at = resize(m->at, (m->n + 1) * sizeof *m->at);
			m->at[m->n++] = mark;
			open = false;
			p++;
		} else {
			m->text[m->len++] = *p++;
		}
	}
	m->text[m->len] = '\0';
	return !open;
}

void markup_free(markup *m) {
	free(m->text);
	free(m->at);
	*m = (markup){ 0 };
}
