#!/bin/sh
# Runs all tests that `make test` has built, and ends with one line of totals.
#
# From make: B (where things were built), LUAS ("lua5.4=/usr/bin/lua5.4 …"), SAN, CC,
# and HOSTS=no when the editors are left out.
set -u
passed=0 failed=0 skipped=0
log=$B/tests/log

# skip WHY: counts something that could not be tested here.
skip() {
	skipped=$((skipped + 1))
	echo "skipped: $*"
}

# count CHECKS FAILURES STATUS NAME: adds what a program counted itself and the lines in
# its log that say what it skipped, or one failure when it ended badly, or silently,
# without counting one.
count() {
	passed=$((passed + ${1:-0} - ${2:-0}))
	failed=$((failed + ${2:-0}))
	skipped=$((skipped + $(grep -c '^skipped: ' "$log")))
	if [ "${2:-0}" = 0 ] && { [ "$3" != 0 ] || [ "${1:-0}" = 0 ]; }; then
		failed=$((failed + 1))
		echo "$4: failed (status $3, ${1:-0} checks)"
	fi
}

# Closes with "100%: Checks: 12, Failures: 0, Errors: 0".
run_check() {
	"$1" >"$log" 2>&1
	status=$?
	cat "$log"
	set -- "$1" $(sed -n 's/^.*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' "$log")
	count "${2:-0}" $((${3:-0} + ${4:-0})) $status "$1"
}

# Closes with "lua5.4 tests/lua/test_x.lua: 12 checks, 0 failures".
run_lua() {
	env "$preload" ASAN_OPTIONS=detect_leaks=0 ABI="$1" B="$B" \
		LUA_PATH="lua/?.lua;lua/?/init.lua;tests/lua/?.lua;tests/host/?.lua;;" LUA_CPATH="$B/$1/?.so;;" \
		"$2" "$3" >"$log" 2>&1 </dev/null
	status=$?
	cat "$log"
	set -- "$1 $3" $(sed -n 's/^.*: \([0-9]*\) checks, \([0-9]*\) failures$/\1 \2/p' "$log" | tail -n 1)
	count "${2:-0}" "${3:-0}" $status "$1"
}

# A sanitized module needs the sanitizer's library in a Lua that was built without.
# Sets `preload`; fails when the library cannot be found.
find_preload() {
	preload=LUA_INIT=
	[ -n "$SAN" ] || return 0
	[ "$SAN" != thread ] || return 1
	for name in libasan.so "libclang_rt.asan-$(uname -m).so"; do
		path=$($CC -print-file-name=$name)
		[ -f "$path" ] && preload=LD_PRELOAD=$path && return 0
	done
	return 1
}

for program in "$B"/tests/check_*; do
	[ -x "$program" ] && run_check "$program"
done

for program in "$B"/tests/fuzz_*; do
	[ -x "$program" ] || continue
	if "$program" $(find tests/corpus -maxdepth 1 -type f) >"$log" 2>&1; then
		count 1 0 0 "$program"
	else
		cat "$log"
		count 1 1 1 "$program"
	fi
done

if find_preload; then
	for lua in $LUAS; do
		for file in tests/lua/test_*.lua; do
			[ -f "$file" ] && run_lua "${lua%%=*}" "${lua#*=}" "$file"
		done
	done
else
	skip "Lua tests: there is no sanitizer library of $CC to load into Lua"
fi
[ ! -x "$B/tests/thread_lua" ] || run_lua lua5.4 "$B/tests/thread_lua" tests/host/thread.lua
if [ ! -x "$B/tests/hidden_lua" ]; then
	skip "hosts that hide their Lua, have no memory or threads: there is no Lua 5.4 to be linked in"
elif find_preload; then
	run_lua lua5.4 "$B/tests/hidden_lua" tests/host/hidden.lua
	run_lua lua5.4 "$B/tests/failing_lua" tests/host/failing.lua
fi
for abi in lua5.3 luajit; do
	case " $LUAS" in
	*" $abi="*) ;;
	*) skip "Lua tests under $abi: it could not be found or installed" ;;
	esac
done

# Editors and pagers for real, each file with the programs that its first line names.
lua54=$(for lua in $LUAS; do [ "${lua%%=*}" = lua5.4 ] && echo "${lua#*=}"; done)
# Where the system gives no pseudo-terminals, as in some chroots, tmux cannot start.
no_terminal=
if command -v tmux >/dev/null; then
	folder=$(mktemp -d)
	tmux -S "$folder/socket" -u new-session -d 'sleep 5' 2>/dev/null || no_terminal=1
	tmux -S "$folder/socket" kill-server 2>/dev/null
	rm -rf "$folder"
fi
for file in tests/host/test_*.lua; do
	[ "${HOSTS:-}" != no ] || break
	lacks=
	for need in $(sed -n '1s/^-- needs://p' "$file"); do
		command -v "$need" >/dev/null || lacks="$lacks $need"
	done
	if [ "$B" != build ]; then
		skip "$file: editors load what is in build/, not in $B/"
	elif [ -n "$no_terminal" ] && sed -n 1p "$file" | grep -q tmux; then
		skip "$file: tmux cannot start here: are there pseudo-terminals?"
	elif [ -n "$lacks" ]; then
		skip "$file: could not be found or installed:$lacks"
	else
		run_lua lua5.4 "$lua54" "$file"
	fi
done

if command -v luacheck >/dev/null; then
	if luacheck --no-color -q lua tests/lua tests/host $(ls plugin/*.lua 2>/dev/null) >"$log" 2>&1; then
		count 1 0 0 luacheck
	else
		cat "$log"
		count 1 1 1 luacheck
	fi
else
	skip "luacheck: it could not be found or installed"
fi

total="$passed passed, $failed failed"
[ $skipped = 0 ] || total="$total, $skipped skipped"
echo "$total"
[ $failed = 0 ] && [ $passed -gt 0 ]
