/* Prints all marks of the articles in files, with values and entities: the same
 * everywhere, whatever the compiler, the word size and the byte order.
 *
 *     dump FILE…        a line a mention: start end kind, and its value or entity's name
 *
 * It uses nothing but the public header. */
#include "whowhen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *allocate(void *ud, void *ptr, size_t osize, size_t nsize) {
	(void)ud;
	(void)osize;
	if (nsize)
		return realloc(ptr, nsize);
	free(ptr);
	return NULL;
}

static void must(int err, const char *what) {
	if (!err)
		return;
	fprintf(stderr, "dump: %s: %s\n", what, ww_strerror(err));
	exit(1);
}

static char *contents(const char *path, size_t *len) {
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END)) {
		perror(path);
		exit(1);
	}
	*len = (size_t)ftell(file);
	char *text = malloc(*len + 1);
	rewind(file);
	if (!text || fread(text, 1, *len, file) != *len) {
		perror(path);
		exit(1);
	}
	fclose(file);
	return text;
}

/* A time's value, or the name of the one that a name names. */
static void print_meaning(ww_document *doc, const ww_mention *m) {
	char value[WW_VALUE_MAX], name[256];
	uint32_t entity;
	unsigned flags;
	ww_entity_info info;
	if (WW_BIT(m->kind) & WW_WHEN) {
		must(ww_document_value(doc, m, value), "value");
		printf("%s\n", value);
		return;
	}
	must(ww_document_link(doc, m, &entity, &flags), "link");
	size_t article = ww_document_article_at(doc, m->start), len = 0;
	if (entity != WW_NO_ENTITY) {
		must(ww_document_entity(doc, article, entity, &info), "entity");
		len = info.name.end - info.name.start;
		len = len < sizeof name ? len : sizeof name;
		must(ww_document_copy(doc, info.name.start, info.name.start + len, name), "name");
		for (size_t i = 0; i < len; i++) /* a name may go over a line's end */
			name[i] = name[i] == '\n' ? ' ' : name[i];
	}
	printf("%.*s", (int)len, name);
	if (len > 0 && info.namesakes > 0)
		printf(" (%lu)", (unsigned long)info.namesakes + 1);
	putchar('\n');
}

int main(int argc, char **argv) {
	ww_engine *engine;
	must(ww_engine_new(allocate, NULL, &engine), "engine");
	for (int i = 1; i < argc; i++) {
		ww_document *doc;
		ww_mention m = { 0 };
		size_t len;
		char *text = contents(argv[i], &len);
		must(ww_document_new(engine, NULL, &doc), "document");
		must(ww_document_sync(doc, text, len, NULL), "text");
		for (size_t pos = 0; ww_document_next(doc, pos, WW_WHEN | WW_WHO, &m); pos = m.end) {
			printf("%lu %lu %s ", (unsigned long)m.start, (unsigned long)m.end,
			       ww_kind_name((ww_kind)m.kind));
			print_meaning(doc, &m);
		}
		ww_document_free(doc);
		free(text);
	}
	ww_engine_free(engine);
	return 0;
}
