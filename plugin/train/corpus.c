/* Reads marked texts: JSON lines, as corpora of others are converted to, and articles marked by
 * hand, as those of ours are written.
 *
 * The reader of JSON knows what occurs in these files and no more: what it does not know it
 * passes over.  The files are ours, so a mistake in one ends the program with its name. */
#include "corpus.h"

#include "markup.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../include/whowhen.h"

/* So that nothing in training has a case for want of memory. */
void *corpus_alloc(void *ptr, size_t size) {
	void *new = realloc(ptr, size ? size : 1);
	if (!new) {
		fprintf(stderr, "out of memory\n");
		exit(1);
	}
	return new;
}

/* Training is run by hand, by somebody who can mend the file. */
static void fail(const char *path, const char *why) {
	fprintf(stderr, "%s: %s\n", path, why);
	exit(1);
}

/* Of a text nothing is known yet: miscellaneous names count as marked unless the file says that
 * it has none. */
static corpus_document *add_document(corpus *c) {
	if (c->n == c->cap) {
		c->cap = c->cap ? c->cap * 2 : 256;
		c->at = corpus_alloc(c->at, c->cap * sizeof *c->at);
	}
	corpus_document *d = &c->at[c->n++];
	memset(d, 0, sizeof *d);
	d->has_misc = true;
	return d;
}

/* One by one: a text has some dozens, and they are read once. */
static void add_span(corpus_document *d, corpus_span s) {
	d->spans = corpus_alloc(d->spans, (d->n_spans + 1) * sizeof *d->spans);
	d->spans[d->n_spans++] = s;
}

/* Stores the kind of a name; false for times. */
static bool name_kind(const char *text, uint8_t *kind) {
	static const char *const names[] = { "person", "org", "place", "misc" };
	for (uint8_t k = 0; k < 4; k++)
		if (strcmp(text, names[k]) == 0) {
			*kind = (uint8_t)(WW_PERSON + k);
			return true;
		}
	return false;
}

/* Cut to fit: identifiers are shown, and compared with short words only. */
static void copy(char *to, size_t room, const char *from) {
	snprintf(to, room, "%s", from);
}

/* JSON lines. */

/* Skips what may stand between any two parts of JSON. */
static const char *blanks(const char *p) {
	while (isspace((unsigned char)*p))
		p++;
	return p;
}

/* The first byte's upper bits say how many follow: 0xF00 shifted by their number gives them. */
static size_t put_utf8(char *out, uint32_t cp) {
	if (cp < 0x80)
		return out[0] = (char)cp, 1;
	size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 63));
	out[0] = (char)((0xF00 >> n & 0xFF) | cp);
	return n;
}

/* Fewer than four figures give what they are worth; no file of ours has that. */
static uint32_t hex4(const char *p) {
	char digits[5] = { 0 };
	memcpy(digits, p, 4);
	return (uint32_t)strtoul(digits, NULL, 16);
}

/* Reads the string at p into a new block *out; returns what follows. */
static const char *json_string(const char *p, char **out, size_t *len) {
	char *o = *out = corpus_alloc(NULL, strlen(p) + 1);
	for (p++; *p && *p != '"'; p++) {
		if (*p != '\\') {
			*o++ = *p;
			continue;
		}
		p++;
		const char *from = "nrtbf", *to = "\n\r\t\b\f", *hit = strchr(from, *p);
		if (*p == 'u') {
			uint32_t cp = hex4(p + 1);
			p += 4;
			if (cp >= 0xD800 && cp < 0xDC00 && p[1] == '\\') {
				cp = 0x10000 + ((cp - 0xD800) << 10) + (hex4(p + 3) - 0xDC00);
				p += 6;
			}
			o += put_utf8(o, cp);
		} else {
			*o++ = hit ? to[hit - from] : *p;
		}
	}
	*o = '\0';
	*len = (size_t)(o - *out);
	return p + (*p == '"');
}

/* Passes over any value. */
static const char *json_skip(const char *p) {
	p = blanks(p);
	if (*p == '"') {
		for (p++; *p && *p != '"'; p++)
			p += *p == '\\' && p[1];
		return p + (*p == '"');
	}
	if (*p == '{' || *p == '[') {
		for (p = blanks(p + 1); *p && *p != '}' && *p != ']'; p = blanks(p)) {
			if (*p == ',' || *p == ':')
				p++;
			else
				p = json_skip(p);
		}
		return p + (*p != '\0');
	}
	return p + strcspn(p, ",}] \t\r\n");
}

/* Short strings: longer ones are cut, and other values are passed over. */
static const char *json_text(const char *p, char *out, size_t room) {
	char *s;
	size_t len;
	p = blanks(p);
	if (*p != '"')
		return json_skip(p);
	p = json_string(p, &s, &len);
	copy(out, room, s);
	free(s);
	return p;
}

/* Calls `field` for each member of the object at p. */
static const char *json_object(const char *p, void *to,
                               const char *(*field)(const char *p, const char *key, void *to)) {
	for (p = blanks(p + 1); *p && *p != '}'; p = blanks(p)) {
		char key[32] = "";
		p = blanks(json_text(p, key, sizeof key));
		p = blanks(field(blanks(p + (*p == ':')), key, to));
		p += *p == ',';
	}
	return p + (*p == '}');
}

typedef struct {
	corpus_span span;
	bool name;
} span_reader;

/* An entity is a number or a name, and kept as text, since only equality counts. */
static const char *span_field(const char *p, const char *key, void *to) {
	span_reader *r = to;
	char text[40] = "";
	if (strcmp(key, "start") == 0)
		r->span.start = (uint32_t)strtoul(p, NULL, 10);
	else if (strcmp(key, "end") == 0)
		r->span.end = (uint32_t)strtoul(p, NULL, 10);
	else if (strcmp(key, "kind") == 0 && *p == '"')
		r->name = (json_text(p, text, sizeof text), name_kind(text, &r->span.kind));
	else if (strcmp(key, "entity") == 0 && *p == '"')
		json_text(p, r->span.entity, sizeof r->span.entity);
	else if (strcmp(key, "entity") == 0)
		snprintf(r->span.entity, sizeof r->span.entity, "%ld", strtol(p, NULL, 10));
	return json_skip(p);
}

/* "kinds" says which kinds the annotators marked.  Of a corpus without misc, an unmarked name
 * may be one all the same; training has to know (see allow_tags). */
static const char *document_field(const char *p, const char *key, void *to) {
	corpus_document *d = to;
	if (strcmp(key, "id") == 0)
		return json_text(p, d->id, sizeof d->id);
	if (strcmp(key, "source") == 0)
		return json_text(p, d->source, sizeof d->source);
	if (strcmp(key, "text") == 0)
		return json_string(p, &d->text, &d->len);
	if (strcmp(key, "kinds") == 0 && *p == '[') {
		const char *end = json_skip(p), *misc = strstr(p, "\"misc\"");
		d->has_misc = misc && misc < end;
		return end;
	}
	if (strcmp(key, "spans") != 0)
		return json_skip(p);
	for (p = blanks(p + 1); *p == '{'; p = blanks(p)) {
		span_reader r = { 0 };
		p = blanks(json_object(p, &r, span_field));
		if (r.name)
			add_span(d, r.span);
		p += *p == ',';
	}
	return p + (*p == ']');
}

/* Marked text. */

/* Reads an article's text; of its marks the names are kept. */
static void read_marked(corpus_document *d, const char *p, const char *end, const char *path) {
	markup m;
	if (!markup_read(&m, p, (size_t)(end - p)) || memchr(m.text, '{', m.len))
		fail(path, "a mark that cannot be read");
	for (size_t i = 0; i < m.n; i++) {
		const markup_span *mark = &m.at[i];
		corpus_span s = { .start = (uint32_t)mark->start, .end = (uint32_t)mark->end,
			              .kind = (uint8_t)mark->kind };
		if (mark->kind < WW_PERSON)
			continue;
		if (mark->note_len)
			snprintf(s.entity, sizeof s.entity, "%.*s", (int)mark->note_len + 1, mark->note - 1);
		add_span(d, s);
	}
	while (m.len && m.text[m.len - 1] == '\n')
		m.len--;
	m.text[m.len] = '\0';
	d->text = m.text;
	d->len = m.len;
	free(m.at);
}

/* Articles begin at "# id: …" and two more lines with #. */
static void read_text(corpus *c, const char *p, const char *path) {
	p = strncmp(p, "# id: ", 6) == 0 ? p : strstr(p, "\n# id: ");
	while (p) {
		p += *p == '\n';
		corpus_document *d = add_document(c);
		snprintf(d->id, sizeof d->id, "%.*s", (int)strcspn(p + 6, "\r\n"), p + 6);
		copy(d->source, sizeof d->source, "written");
		while (*p == '#' || *p == '\n')
			p += strcspn(p, "\n") + 1;
		const char *next = strstr(p, "\n# id: ");
		read_marked(d, p, next ? next : p + strlen(p), path);
		p = next;
	}
}

/* A megabyte at a time; the text ends in a NUL. */
static char *read_file(const char *path) {
	FILE *f = fopen(path, "rb");
	if (!f)
		fail(path, "cannot be opened");
	char *text = NULL;
	size_t len = 0, got;
	do {
		text = corpus_alloc(text, len + (1 << 20) + 1);
		got = fread(text + len, 1, 1 << 20, f);
		len += got;
	} while (got);
	fclose(f);
	text[len] = '\0';
	return text;
}

/* By the file's name: .txt is marked by hand, anything else is JSON lines. */
void corpus_read(corpus *c, const char *path) {
	char *text = read_file(path);
	size_t n = strlen(path);
	if (n > 4 && strcmp(path + n - 4, ".txt") == 0) {
		read_text(c, text, path);
	} else {
		for (char *p = strtok(text, "\n"); p; p = strtok(NULL, "\n"))
			if (*p == '{') {
				corpus_document *d = add_document(c);
				json_object(p, d, document_field);
				if (!d->text)
					fail(path, "a document without a text");
			}
	}
	free(text);
}

void corpus_free(corpus *c) {
	for (size_t i = 0; i < c->n; i++) {
		free(c->at[i].text);
		free(c->at[i].spans);
	}
	free(c->at);
	*c = (corpus){ 0 };
}
