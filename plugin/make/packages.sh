#!/bin/sh
# Finds what a goal of make needs, installs what is missing if it may, and writes
# what it found as make variables.
#
#   packages.sh OUT SET…       sets: build read test bench accuracy fuzz
#
# INSTALL=yes allows to install; DEPS=no forbids it whatever INSTALL says.  What is
# missing and needed then ends the run with the command to type; what is missing and
# can be done without is told, and its tests are skipped.  CC and PKG_CONFIG are obeyed.
set -u
out=$1
shift
cc=${CC:-cc}
pkg=${PKG_CONFIG:-pkg-config}
# Later output goes through pipes: whether somebody looks on is asked here.
terminal=
[ -t 1 ] && terminal=yes

# What each set needs; every set needs what `build` does.  A need marked with ?
# can be done without: its tests are skipped.
needs_of() {
	echo cc pkg-config pcre2 lua5.4
	for set; do
		case $set in
		read) echo pager? ;;
		test)
			echo check cjson? lua5.3? luajit? luacheck?
			echo tmux? nvim? vis? mle? less? SciTE? Xvfb? xdotool? import? pandoc? elinks? neomutt?
			echo newsboat? gzip? emacs? eglot? dask?
			;;
		accuracy) echo cjson python3 ;;
		fuzz) echo clang ;;
		esac
	done
}

# What each package manager calls it; - where it has none.
packages='
need       apt                      dnf                    pacman            apk                    brew
cc         gcc,libc6-dev            gcc,glibc-devel        gcc               gcc,musl-dev           -
pkg-config pkg-config               pkgconf-pkg-config     pkgconf           pkgconf                pkgconf
pcre2      libpcre2-dev             pcre2-devel            pcre2             pcre2-dev              pcre2
lua5.4     lua5.4,liblua5.4-dev     lua,lua-devel          lua               lua5.4,lua5.4-dev      lua
pager      less                     less                   less              less                   less
less       less                     less                   less              less                   less
check      check                    check-devel            check             check-dev              check
cjson      lua-cjson                lua-cjson              lua-cjson         lua5.4-cjson           -
lua5.3     lua5.3,liblua5.3-dev     -                      lua53             lua5.3,lua5.3-dev      -
luajit     luajit,libluajit-5.1-dev luajit,luajit-devel    luajit            luajit,luajit-dev      luajit
luacheck   lua-check                luacheck               luacheck          -                      luacheck
tmux       tmux                     tmux                   tmux              tmux                   tmux
nvim       neovim                   neovim                 neovim            neovim                 neovim
vis        vis                      vis                    vis               vis                    vis
mle        mle                      -                      -                 mle                    -
SciTE      scite                    scite                  scite             -                      -
Xvfb       xvfb                     xorg-x11-server-Xvfb   xorg-server-xvfb  xvfb                   -
xdotool    xdotool                  xdotool                xdotool           xdotool                -
import     imagemagick              ImageMagick            imagemagick       imagemagick            imagemagick
pandoc     pandoc                   pandoc                 pandoc-cli        pandoc                 pandoc
elinks     elinks                   elinks                 elinks            elinks                 -
neomutt    neomutt                  neomutt                neomutt           neomutt                neomutt
newsboat   newsboat                 newsboat               newsboat          newsboat               newsboat
gzip       gzip                     gzip                   gzip              gzip                   gzip
emacs      emacs-nox                emacs-nox              emacs-nox         emacs                  emacs
eglot      elpa-eglot               -                      -                 -                      -
dask       python3-distributed      python3-distributed    -                 -                      -
python3    python3                  python3                python            python3                python
clang      clang                    clang,compiler-rt      clang,compiler-rt clang,compiler-rt      llvm
'

have() { command -v "$1" >/dev/null 2>&1; }

# Prints the pkg-config name of a Lua, which differs from system to system.
lua_pc() {
	case $1 in
	lua5.4) names='lua5.4 lua-5.4 lua54 lua' from=5.4 below=5.5 ;;
	lua5.3) names='lua5.3 lua-5.3 lua53 lua' from=5.3 below=5.4 ;;
	luajit) names=luajit from=2.0 below=3 ;;
	esac
	for name in $names; do
		"$pkg" --exists "$name >= $from" "$name < $below" 2>/dev/null && echo "$name" && return
	done
	return 1
}

# Prints the path of a Lua's interpreter.
lua_bin() {
	case $1 in
	lua5.4) names='lua5.4 lua54 lua-5.4 lua' version='Lua 5.4' ;;
	lua5.3) names='lua5.3 lua53 lua-5.3 lua' version='Lua 5.3' ;;
	luajit) names=luajit version='Lua 5.1' ;;
	esac
	for name in $names; do
		have "$name" && "$name" -e "os.exit(_VERSION == '$version' and 0 or 1)" 2>/dev/null &&
			command -v "$name" && return
	done
	return 1
}

# Whether a need is met.
met() {
	case $1 in
	cc) echo '#include <stdlib.h>' | $cc -E - ;;
	pkg-config) have "$pkg" ;;
	pcre2) "$pkg" --exists 'libpcre2-8 >= 10.30' ;;
	check) "$pkg" --exists check ;;
	lua5.*|luajit) lua_pc "$1" && lua_bin "$1" ;;
	cjson) "$(lua_bin lua5.4)" -e 'require "cjson"' ;;
	# A pager is of use on a terminal only.
	pager) [ -z "$terminal" ] || have "${PAGER%% *}" || have less ;;
	clang) fuzzer_links ;;
	# The system's Python has it, which need not be the first.
	dask) python3 -c 'import distributed' || /usr/bin/python3 -c 'import distributed' ;;
	# A part of Emacs from version 29 on.
	eglot) emacs -q --batch --eval "(progn (require 'package) (package-initialize) (require 'eglot))" ;;
	*) have "$1" ;;
	esac >/dev/null 2>&1
}

# Whether clang brings its fuzzing runtime, which some systems package apart.
fuzzer_links() {
	dir=$(mktemp -d) || return 1
	echo 'int LLVMFuzzerTestOneInput(const char *p, unsigned long n) { return p && n; }' >"$dir/f.c"
	clang -fsanitize=fuzzer,address,undefined "$dir/f.c" -o "$dir/f"
	status=$?
	rm -rf "$dir"
	return $status
}

# Prints those of the needs that are not met, with their marks.
missing() {
	for need; do
		met "${need%\?}" || echo "$need"
	done
}

# Prints the packages of the needs, under this system's package manager.
packages_of() {
	for need; do
		echo "$packages" | while read -r name apt dnf pacman apk brew; do
			[ "$name" = "${need%\?}" ] || continue
			eval "list=\$$manager"
			[ "$list" = - ] || echo "$list" | tr , ' '
		done
	done
}

# Prints the command that installs packages; run here, it asks nothing.
export DEBIAN_FRONTEND=noninteractive
install_command() {
	case $manager in
	apt) echo "${sudo}apt-get install -y --no-install-recommends $*" ;;
	dnf) echo "${sudo}dnf install -y $*" ;;
	pacman) echo "${sudo}pacman -S --noconfirm --needed $*" ;;
	apk) echo "${sudo}apk add $*" ;;
	brew) echo "env HOMEBREW_NO_AUTO_UPDATE=1 brew install $*" ;;
	esac
}

# Prints the command that fetches the manager's lists of packages, where they
# are no business of its install command.
update_command() {
	case $manager in
	apt) echo "${sudo}apt-get update" ;;
	pacman) echo "${sudo}pacman -Sy" ;;
	apk) echo "${sudo}apk update" ;;
	*) echo true ;;
	esac
}

lists_missing() {
	case $manager in
	apt) ! ls /var/lib/apt/lists/*_Packages* ;;
	pacman) ! ls /var/lib/pacman/sync/*.db ;;
	apk) ! ls /var/cache/apk/APKINDEX.* ;;
	*) false ;;
	esac >/dev/null 2>&1
}

# Copies what a package manager prints to the log, and tells every so often how far it
# is: silence for two minutes looks like a program that hangs.
watch() {
	tee -a "$log" | awk '
		/^Need to get|^Total download size|^Installed size/ { print "whowhen: " $0; next }
		/newly installed/ { all = $3 }
		/^(Setting up|\([0-9]+\/[0-9]+\) (Installing|installing)) / {
			if (++n % 25 == 0 || n == all) print "whowhen: " n (all ? " of " all : "") " packages are set up"
		}' >&2
}

# Runs a command with its output watched, and returns its status.
run() {
	{ "$@" 2>&1 </dev/null && echo done >"$out.done"; } | watch
	[ -f "$out.done" ] && rm "$out.done"
}

install() {
	lists_missing && run $(update_command)
	run $(install_command "$@") && return
	# The lists may be old.
	run $(update_command) && run $(install_command "$@")
}

# Whether installing is asked for, allowed, and can be done by this user.
may_install() {
	[ "${INSTALL:-}" = yes ] && [ "${DEPS:-}" != no ] && [ -n "$manager" ] && [ "$sudo" != none ]
}

# Leaves the reason why make cannot go on.
fail() {
	echo "missing := $*" >"$out"
	exit 0
}

manager=
for m in apt-get:apt dnf:dnf pacman:pacman apk:apk brew:brew; do
	have "${m%:*}" && manager=${m#*:} && break
done

# What makes root of this user: nothing, sudo, or none that can.  sudo may ask for a
# password where somebody can type it.
sudo='sudo env DEBIAN_FRONTEND=noninteractive '
if [ "$(id -u)" = 0 ] || [ "$manager" = brew ]; then
	sudo=
elif ! have sudo || { [ -z "$terminal" ] && ! sudo -n true 2>/dev/null; }; then
	sudo=none
fi

# Prints how the user gets packages: the command, or whom to ask for it.
advice() {
	(
		ask='to install: '
		if [ "$sudo" = none ]; then
			sudo=
			have sudo && sudo='sudo ' || ask='as root: '
		fi
		first=
		lists_missing && first="$(update_command) && "
		echo "$ask$first$(install_command "$@")"
	)
}

needs=$(needs_of "$@")
wanted=$(missing $needs)
# What could not be had the last time is not asked for again.
refused=$(sed -n 's/^refused := //p' "$out" 2>/dev/null)
for need in $refused; do
	wanted=$(echo "$wanted" | grep -vxF "$need")
done

if [ -n "$wanted" ] && may_install; then
	list=$(packages_of $wanted)
	if [ -n "$list" ]; then
		log=${out%/*}/install.log
		: >"$log"
		echo "whowhen: installing" $list "(DEPS=no refuses; log: $log)" >&2
		if ! install $list; then
			# One name unknown here must not keep back the others.
			for need in $wanted; do
				one=$(packages_of "$need")
				[ -z "$one" ] || run $(install_command $one)
			done
		fi
	fi
	wanted=$(missing $wanted)
	refused="$refused $wanted"
fi
must=$(echo "$wanted" | grep -v '?')
if [ -n "$must" ]; then
	[ -n "$manager" ] ||
		fail $must "(no package manager is known here: apt, dnf, pacman, apk, brew)"
	list=$(packages_of $must)
	[ -n "$list" ] || fail $must "(this system has no package of it)"
	fail $must - $(advice $list)
fi
if [ -n "$wanted" ] && [ $# -gt 1 ]; then
	list=$(packages_of $wanted)
	echo "whowhen: doing without" $(echo $wanted | tr -d '?') >&2
	[ -z "$manager" ] || [ -z "$list" ] || may_install || echo "whowhen: $(advice $list)" >&2
fi

{
	echo "# Generated by plugin/make/packages.sh: do not edit."
	echo "found_for :=" "$@" "${INSTALL:+installed}"
	echo "found_with := $cc $pkg"
	echo "refused :=" $refused
	for abi in lua5.4 lua5.3 luajit; do
		pc=$(lua_pc $abi) || continue
		echo "abis += $abi"
		echo "cflags_$abi := $("$pkg" --cflags "$pc")"
		echo "lua_$abi := $(lua_bin $abi)"
	done
	pc=$(lua_pc lua5.4)
	name=$("$pkg" --libs-only-l "$pc" | sed -n 's/.*-l\(lua[^ ]*\).*/\1/p')
	archive=$("$pkg" --variable=libdir "$pc")/lib$name.a
	[ -f "$archive" ] && echo "archive_lua5.4 := $archive"
	for pc in libpcre2-8 check; do
		"$pkg" --exists $pc || continue
		echo "cflags_$pc := $("$pkg" --cflags $pc)"
		echo "libs_$pc := $("$pkg" --libs $pc)"
	done
} >"$out.new" && mv "$out.new" "$out"
