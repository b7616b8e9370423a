#!/bin/sh
# Whether all marks and values of the written articles are the same with gcc and clang,
# through every Lua, with words of 32 bits, and where the high byte comes first: one
# checksum of a dump, a line each.  The C checks run on the other machines too.
#
#   run.sh FOLDER       from make portable: B, LUAS, CFLAGS
#
# The other machines are emulated by qemu-user; Debian's cross compilers and the libraries
# that it unpacks below FOLDER are needed, and told when they are missing.
set -u
mkdir -p "$1"
folder=$(cd "$1" && pwd)
texts=tests/corpus/written/*.txt
sources=$(ls plugin/*.c plugin/table/*.c | grep -v '/lua_')
first=
status=0

# told NAME COMMAND…: runs what dumps, and compares the checksum with the first one's.
told() {
	name=$1
	shift
	"$@" $texts >"$folder/dumped" || status=1
	sum=$(sha256sum <"$folder/dumped" | cut -c1-16)
	first=${first:-$sum}
	[ "$sum" = "$first" ] || status=1
	[ "$sum" = "$first" ] && word=same || word=DIFFERS
	printf '%-28s %s %s\n' "$name" "$sum" "$word"
}

# with COMPILER NAME: the dump of a program that another compiler or other switches make.
with() {
	$1 -std=c11 -Iinclude -Iplugin $sources tests/portable/dump.c -lpcre2-8 -o "$folder/dump" || {
		status=1
		return
	}
	told "$2" "$folder/dump"
}

# Unpacks a machine's libraries below FOLDER, from Debian's own lists for it.
libraries() {
	root=$folder/$1
	[ -d "$root/usr/lib" ] && return
	apt="-o APT::Architecture=$1 -o APT::Architectures=$1 -o Dir::State=$root/state
		-o Dir::Cache=$root/cache -o Dir::State::status=$root/status"
	mkdir -p "$root/state/lists/partial" "$root/cache/archives/partial"
	: >"$root/status"
	rm -rf "$root/usr"
	apt-get $apt update >"$root/log" 2>&1
	(cd "$root" && apt-get $apt download libpcre2-8-0 libpcre2-dev check libsubunit0 libsubunit-dev \
		>>log 2>&1 && for deb in *.deb; do dpkg-deb -x "$deb" .; done)
}

# on DEBIAN-NAME TRIPLET QEMU: the C checks and the dump on another machine.
on() {
	if ! command -v "$2-gcc" >/dev/null || ! command -v "$3" >/dev/null; then
		echo "skipped: $1: to be had are gcc-$2 and qemu-user"
		return
	fi
	libraries "$1" || {
		echo "skipped: $1: its libraries cannot be had: $folder/$1/log"
		return
	}
	lib=$folder/$1/usr/lib/$(ls "$folder/$1/usr/lib" | grep linux-gnu | head -n 1)
	cc="$2-gcc -O2 -std=c11 -D_FILE_OFFSET_BITS=64 -Iinclude -Iplugin -Iplugin/make -Itests -I$folder/$1/usr/include -L$lib"
	run="$3 -L /usr/$2 -E LD_LIBRARY_PATH=$lib:/usr/$2/lib"
	mkdir -p "$folder/$1/objects"
	for source in $sources tests/support.c tests/markup.c; do
		object=$folder/$1/objects/$(basename "$source" .c).o
		$cc -c "$source" -o "$object" || status=1
	done
	$cc tests/portable/dump.c "$folder/$1"/objects/*.o -lpcre2-8 -o "$folder/$1/dump" &&
		told "$1" $run "$folder/$1/dump"
	for check in tests/check_*.c; do
		# Steps are counted in a build of their own.
		[ "$check" = tests/check_growth.c ] && continue
		program=$folder/$1/$(basename "$check" .c)
		objects=$(ls "$folder/$1"/objects/*.o)
		# A check that takes a room in, to see inside, does without its object.
		for inside in $(sed -n 's/^#include "\(.*\)\.c"$/\1/p' "$check"); do
			objects=$(echo "$objects" | grep -v "/$inside\.o$")
		done
		# Two read the language's text, as the Makefile says.
		case $check in
		*/check_date_forms.c) text="plugin/make/language.c plugin/make/language_pattern.c" ;;
		*/check_date_language.c)
			text="plugin/make/language.c plugin/make/language_pattern.c $B/german.c" ;;
		*) text= ;;
		esac
		$cc "$check" $text $objects -lpcre2-8 -lcheck -lsubunit -lm -lpthread -lrt -o "$program" &&
			CK_FORK=no $run "$program" >"$folder/$1/log" 2>&1
		[ $? = 0 ] || { status=1; echo "$1: $check fails"; tail -n 5 "$folder/$1/log"; }
	done
}

with 'gcc -O2' 'gcc -O2'
with 'gcc -O0' 'gcc -O0'
with 'clang -O2' 'clang -O2'
with 'clang -O1 -fsanitize=undefined -fno-sanitize-recover=all' 'clang, undefined behaviour'
for lua in $LUAS; do
	told "${lua%%=*}" env LUA_PATH='lua/?.lua;lua/?/init.lua;;' LUA_CPATH="$B/${lua%%=*}/?.so;;" \
		"${lua#*=}" tests/portable/dump.lua
done
on i386 i686-linux-gnu qemu-i386
on s390x s390x-linux-gnu qemu-s390x
exit $status
