/* no_jit.c: loaded before PCRE2, a machine on which it has no JIT. */
enum { PCRE2_ERROR_JIT_BADOPTION = -45 };

int pcre2_jit_compile_8(void *code, unsigned options);

int pcre2_jit_compile_8(void *code, unsigned options) {
	(void)code;
	(void)options;
	return PCRE2_ERROR_JIT_BADOPTION;
}
