/* Time zones by the letters that news gives them.
 *
 * A name that the date settles ("ET") becomes an offset; one that different countries
 * read differently (CST, IST) stays as it is written. */
#include "date_beside.h"

#include "date_part.h"

#include <stdio.h>
#include <string.h>

/* Summer time by the rule of a region. */
typedef enum { ALWAYS, AMERICAN, EUROPEAN } summer;

/* A zone's offset from UTC in minutes, in winter where it changes; by the IANA time zone database.
 * The first that fits is taken, so letters stand before the words that begin like them. */
static const struct {
	const char *name; /* in lower case; how it begins, for those in words */
	int16_t minutes;
	uint8_t summer;
} zones[] = {
	{ "gmt", 0, ALWAYS },          { "utc", 0, ALWAYS },          { "bst", 60, ALWAYS },
	{ "est", -300, ALWAYS },       { "edt", -240, ALWAYS },       { "cdt", -300, ALWAYS },
	{ "mst", -420, ALWAYS },       { "mdt", -360, ALWAYS },       { "pst", -480, ALWAYS },
	{ "pdt", -420, ALWAYS },       { "akst", -540, ALWAYS },      { "akdt", -480, ALWAYS },
	{ "hst", -600, ALWAYS },       { "wat", 60, ALWAYS },         { "cat", 120, ALWAYS },
	{ "eat", 180, ALWAYS },        { "sast", 120, ALWAYS },       { "cest", 120, ALWAYS },
	{ "cet", 60, ALWAYS },         { "eest", 180, ALWAYS },       { "eet", 120, ALWAYS },
	{ "msk", 180, ALWAYS },        { "pkt", 300, ALWAYS },        { "jst", 540, ALWAYS },
	{ "kst", 540, ALWAYS },        { "hkt", 480, ALWAYS },        { "sgt", 480, ALWAYS },
	{ "aest", 600, ALWAYS },       { "aedt", 660, ALWAYS },       { "et", -300, AMERICAN },
	{ "ct", -360, AMERICAN },      { "mt", -420, AMERICAN },      { "pt", -480, AMERICAN },
	{ "eastern standard", -300, ALWAYS },  { "eastern daylight", -240, ALWAYS },
	{ "central standard", -360, ALWAYS },  { "central daylight", -300, ALWAYS },
	{ "mountain standard", -420, ALWAYS }, { "mountain daylight", -360, ALWAYS },
	{ "pacific standard", -480, ALWAYS },  { "pacific daylight", -420, ALWAYS },
	{ "central european", 60, EUROPEAN },  { "eastern european", 120, EUROPEAN },
	{ "eastern", -300, AMERICAN },         { "central", -360, AMERICAN },
	{ "mountain", -420, AMERICAN },        { "pacific", -480, AMERICAN },
};

/* Whether clocks are an hour ahead on a day: in America from the second Sunday of March to
 * the first of November (Energy Policy Act of 2005; before 2007 from the first of April to
 * the last of October), in Europe from the last Sunday of March to the last of October
 * (Directive 2000/84/EC, and its forerunners since 1996). */
static bool is_summer(summer rule, ww_civil day) {
	enum { SUNDAY = 6 };
	int at = ww_days_from_civil(day), y = day.year;
	bool now = rule == AMERICAN && y >= 2007;
	int first = rule == EUROPEAN ? ww_nth_weekday(y, 3, SUNDAY, -1)
	            : now            ? ww_nth_weekday(y, 3, SUNDAY, 2)
	                             : ww_nth_weekday(y, 4, SUNDAY, 1);
	int last = now ? ww_nth_weekday(y, 11, SUNDAY, 1) : ww_nth_weekday(y, 10, SUNDAY, -1);
	return rule != ALWAYS && at >= first && at < last;
}

/* UTC itself is "Z", all else has a sign. */
void ww_date_print_offset(int minutes, char zone[WW_ZONE_MAX]) {
	int m = minutes < 0 ? -minutes : minutes;
	snprintf(zone, WW_ZONE_MAX, m ? "%c%02d:%02d" : "Z", minutes < 0 ? '-' : '+', m / 60, m % 60);
}

/* Writes what a zone's name says on the day that a value has. "ET" on a day that is not known
 * may be either offset, and stays as it is written; "local time" is no zone. */
static void name_zone(ww_piece name, const char *value, char zone[WW_ZONE_MAX]) {
	ww_civil day;
	if (*name.text == '+' || *name.text == '-') { /* "+0100" */
		snprintf(zone, WW_ZONE_MAX, "%.3s:%.2s", name.text, name.text + name.len - 2);
		return;
	}
	bool dated = strlen(value) >= 10 && ww_parse_iso_date(value, 10, &day);
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		bool words = strlen(zones[i].name) > 4;
		if (!ww_piece_begins(name, zones[i].name) ||
		    (!words && strlen(zones[i].name) != name.len))
			continue;
		if (zones[i].summer != ALWAYS && !dated)
			break;
		bool ahead = dated && is_summer((summer)zones[i].summer, day);
		ww_date_print_offset(zones[i].minutes + (ahead ? 60 : 0), zone);
		return;
	}
	if (!ww_piece_begins(name, "local"))
		snprintf(zone, WW_ZONE_MAX, "%.*s", (int)name.len, name.text);
}

int ww_date_zone(ww_matcher *matcher, const ww_date_block *block, const ww_mark *mark,
                 const char *value, char zone[WW_ZONE_MAX]) {
	ww_parts parts;
	*zone = '\0';
	const char *plain = ww_match_text(matcher, block->text, block->len);
	int err = plain ? ww_parts_read(matcher, plain, block->len, mark, &parts) : WW_E_NOMEM;
	if (err)
		return err;
	ww_piece name = ww_part_of(&parts, "zone"), offset = ww_part_of(&parts, "offset");
	if (name.text)
		name_zone(name, value, zone);
	else if (offset.len == 1)
		snprintf(zone, WW_ZONE_MAX, "Z");
	else if (offset.len >= 5) /* "+0100", "+01:00" */
		snprintf(zone, WW_ZONE_MAX, "%.3s:%.2s", offset.text, offset.text + offset.len - 2);
	return WW_OK;
}
