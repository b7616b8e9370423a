/* Classes of bytes in patterns, as far as dates.txt has such: no names in brackets, and of what a
 * backslash makes of a letter the few that it uses. */
#include "date_class.h"

#include "ascii.h"

#include <stdlib.h>

void ww_byte_set_add_range(ww_byte_set *set, int first, int last, bool exact) {
	for (int b = first; b <= last; b++) {
		ww_byte_set_add(set, (uint8_t)b);
		if (!exact && ww_ascii_is_letter((char)b))
			ww_byte_set_add(set, (uint8_t)(b ^ 0x20));
	}
}

void ww_byte_set_add_white(ww_byte_set *set) {
	ww_byte_set_add_range(set, '\t', '\r', true);
	ww_byte_set_add(set, ' ');
}

void ww_byte_set_invert(ww_byte_set *set) {
	for (int i = 0; i < 4; i++)
		set->bit[i] = ~set->bit[i];
}

/* "\xC3" or "\x{C3}": two figures, as patterns are of bytes. */
static int read_hex(const char **p) {
	bool braces = **p == '{';
	const char *at = *p + braces;
	char digits[3] = { at[0], at[0] ? at[1] : '\0', '\0' }, *end;
	long byte = strtol(digits, &end, 16);
	if (end != digits + 2 || (braces && at[2] != '}'))
		return WW_CLASS_FAULT;
	*p = at + 2 + braces;
	return (int)byte;
}

/* Behind a backslash. */
static int read_escape(const char **p, ww_byte_set *set) {
	int c = (uint8_t)**p;
	*p += c != '\0';
	switch (c) {
	case 'w':
		ww_byte_set_add_range(set, 'a', 'z', false);
		ww_byte_set_add(set, '_');
		/* fall through */
	case 'd': ww_byte_set_add_range(set, '0', '9', true); return WW_CLASS_SOME;
	case 's': ww_byte_set_add_white(set); return WW_CLASS_SOME;
	case 'S':
		ww_byte_set_add_range(set, 0, '\t' - 1, true);
		ww_byte_set_add_range(set, '\r' + 1, ' ' - 1, true);
		ww_byte_set_add_range(set, ' ' + 1, UINT8_MAX, true);
		return WW_CLASS_SOME;
	case 'h':
		ww_byte_set_add(set, '\t');
		ww_byte_set_add(set, ' ');
		ww_byte_set_add(set, 0xA0);
		return WW_CLASS_SOME;
	case 'n': return '\n';
	case 'x': return read_hex(p);
	default:
		return !c || ww_ascii_is_letter((char)c) || ww_ascii_is_digit((char)c) ? WW_CLASS_FAULT : c;
	}
}

int ww_class_byte(const char **p, ww_byte_set *set, bool exact) {
	int c = (uint8_t)**p;
	if (!c)
		return WW_CLASS_FAULT;
	++*p;
	if (c == '\\')
		c = read_escape(p, set);
	if (c >= 0)
		ww_byte_set_add_range(set, c, c, exact);
	return c;
}

/* Adds the byte, the range or the class at *p. */
static bool add_one(const char **p, ww_byte_set *set, bool exact) {
	int from = ww_class_byte(p, set, exact);
	if (from < 0 || **p != '-' || (*p)[1] == ']')
		return from != WW_CLASS_FAULT;
	++*p;
	int to = ww_class_byte(p, set, exact);
	ww_byte_set_add_range(set, from, to, exact);
	return to >= from;
}

bool ww_class_read(const char **p, ww_byte_set *set, bool exact, bool *blank) {
	bool not = **p == '^';
	for (*p += not; **p != ']';) {
		bool is_blank = **p == ' ';
		if (is_blank && blank && !not) {
			*blank = true;
			++*p;
			continue;
		}
		if (!add_one(p, set, exact))
			return false;
		if (is_blank)
			ww_byte_set_add(set, '\n');
	}
	++*p;
	if (not)
		ww_byte_set_invert(set);
	return true;
}
