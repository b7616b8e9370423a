# folds.awk: sums up what name_eval -c printed for each fold.
/^counts / {
	for (i = 2; i <= NF; i++)
		sum[i] += $i
}

function percent(part, whole) {
	return whole ? 100 * part / whole : 0
}

END {
	split("person org place misc", kind)
	for (k = 1; k <= 4; k++) {
		right = sum[3 * k - 1]
		found = sum[3 * k]
		gold = sum[3 * k + 1]
		printf "%s %.1f/%.1f/%.1f ", kind[k], percent(right, found), percent(right, gold),
		       percent(2 * right, found + gold)
	}
	printf "several kinds %.1f\n", percent(sum[14], sum[15])
}
