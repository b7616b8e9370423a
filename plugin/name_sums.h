/* name_sums.h: the scores of words, with sums that are kept. */
#ifndef WW_NAME_SUMS_H
#define WW_NAME_SUMS_H

#include "name_feature.h"

/* What features of a group add to a score, with what tells them all. */
typedef struct {
	uint64_t key[2];
	int16_t sum[WW_NAME_LANES];
} ww_name_kept;

/* Sums that are kept for those that come again, as most do; a new one takes an old
 * one's place.  They are those of one model. */
enum { WW_NAME_WORD_BITS = 11, WW_NAME_SIGHT_BITS = 11, WW_NAME_BESIDE_BITS = 11 };
typedef struct {
	ww_name_kept word[1 << WW_NAME_WORD_BITS], sight[1 << WW_NAME_SIGHT_BITS];
	ww_name_kept beside[1 << WW_NAME_BESIDE_BITS];
} ww_name_sums;

void ww_name_sums_init(ww_name_sums *sums);

/* Sums the weights of the features of the words of a stretch [first, end): of word i in
 * score[i - first], a lane for each tag but 0. */
void ww_name_score(const ww_name_view *view, uint32_t first, uint32_t end,
                   const int8_t (*weights)[WW_NAME_LANES], ww_name_sums *sums,
                   int16_t (*score)[WW_NAME_LANES]);

#endif
