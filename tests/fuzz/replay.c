/* Runs a fuzz target over the files named on the command line: what a fuzzer
 * found stays found, without a fuzzer. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv) {
	for (int i = 1; i < argc; i++) {
		printf("%s\n", argv[i]);
		fflush(stdout);
		size_t len;
		char *data = test_read(argv[i], &len);
		LLVMFuzzerTestOneInput((const uint8_t *)data, len);
		free(data);
	}
	return 0;
}
