# Looks at the code without running it, and at what the tests reach.  For development: not
# part of `make test`.

.PHONY: lint memcheck coverage

written_c := $(filter-out plugin/lua_%.c,$(wildcard plugin/*.c))
binding_c := $(filter-out plugin/lua_litexl.c,$(wildcard plugin/lua_*.c))

# The checks of clang-tidy are in .clang-tidy; what a line is excused from, it says.
lint: all
	cppcheck --enable=warning,portability,performance --std=c11 --inline-suppr -q --error-exitcode=1 \
		-Iinclude -Iplugin --suppress=missingIncludeSystem --suppress=duplicateAssignExpression $(written_c)
	clang-tidy --quiet $(written_c) $(binding_c) -- -std=c11 -Iinclude -Iplugin \
		$(cflags_libpcre2-8) $(cflags_lua5.4)
	for file in $(written_c); do \
		gcc -std=c11 -O1 -fanalyzer -Iinclude -Iplugin $(cflags_libpcre2-8) -c $$file -o /dev/null || exit 1; \
	done
	luacheck --no-color -q lua tests/lua tests/host plugin/*.lua tests/*.lua doc/*.lua

# The C checks under memcheck: reads of what was not written, and leaks.  Patterns run without JIT,
# whose code looks at sixteen bytes at a time, some of them before or behind a text.  The tests'
# allocator gives out addresses inside of its blocks: what is "possibly lost" is not.  Growth is
# counted over long texts, of which nothing is new.
$B/no_jit.so: tests/no_jit.c
	$(CC) -shared -fPIC $< -o $@

memcheck: build-tests $B/no_jit.so
	for check in $(filter-out %/check_growth,$(checks)); do \
		echo $$check; \
		CK_FORK=no LD_PRELOAD=$B/no_jit.so valgrind -q --leak-check=full \
			--errors-for-leak-kinds=definite --show-leak-kinds=definite --error-exitcode=1 $$check >$B/memcheck.log 2>&1 || \
			{ cat $B/memcheck.log; exit 1; }; \
	done

# A line a file: how many of its lines the tests run.
coverage:
	$(MAKE) B=$B/coverage CFLAGS='-O0 --coverage' LDFLAGS=--coverage check
	cd $B/coverage/core && gcov -r -s $(CURDIR) *.gcda 2>/dev/null | awk '\
		/^File / { file = $$2; gsub(/\047/, "", file) } \
		/^Lines executed/ && file ~ /^plugin\/[^\/]*\.c$$/ { \
			sub(/.*:/, "", $$2); percent = $$2 + 0; \
			printf "%6.2f %% of %5d  %s\n", percent, $$4, file; \
			run += percent * $$4 / 100; all += $$4; file = "" } \
		END { printf "%6.2f %% of %5d  in all\n", 100 * run / all, all }' | sort -n

# One checksum over compilers, Luas, word sizes and byte orders.
.PHONY: portable
portable: all $B/german.c
	B='$B' LUAS='$(foreach abi,$(abis),$(abi)=$(lua_$(abi)))' sh tests/portable/run.sh $B/portable
