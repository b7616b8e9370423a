#!/bin/sh
# Puts everything in place below a prefix, or takes it away again.
#
#   install.sh install|uninstall
#
# From make: B (where things were built), ABIS, VERSION, PREFIX and DESTDIR.  One list
# says what goes where; what is there is replaced by renaming, so that a running editor
# keeps the file that it has open.
#
# share/whowhen has the shape of the source tree: what the README says of the tree holds
# for it.  Every Lua and Neovim find it by a link.
set -eu
root=$DESTDIR$PREFIX
tree=share/whowhen

version_of() {
	case $1 in luajit) echo 5.1 ;; *) echo "${1#lua}" ;; esac
}

# Prints what is installed, a line each: file MODE SOURCE TARGET, or link TARGET PLACE.
list() {
	echo "file 755 $B/install/whowhen bin/whowhen"
	echo "file 644 include/whowhen.h include/whowhen.h"
	echo "file 644 $B/libwhowhen.a lib/libwhowhen.a"
	echo "file 755 $B/libwhowhen.so lib/libwhowhen.so.$VERSION"
	echo "link libwhowhen.so.$VERSION lib/libwhowhen.so.${VERSION%%.*}"
	echo "link libwhowhen.so.${VERSION%%.*} lib/libwhowhen.so"
	echo "file 644 $B/install/whowhen.pc lib/pkgconfig/whowhen.pc"
	echo "file 644 $B/whowhen.1 share/man/man1/whowhen.1"
	echo "file 644 $B/install/whowhen.bash share/bash-completion/completions/whowhen"
	echo "file 644 $B/install/_whowhen share/zsh/site-functions/_whowhen"
	echo "file 644 $B/install/whowhen.fish share/fish/vendor_completions.d/whowhen.fish"
	for file in $(find lua/whowhen plugin/whowhen.lua README.md LICENSE doc -name "*.lua" -path "lua/*" -o -name "*.md" -o -name "*.txt" -o -name LICENSE -o -path plugin/whowhen.lua); do
		echo "file 644 $file $tree/$file"
	done
	echo "file 644 $B/install/tags $tree/doc/tags"
	for abi in $ABIS; do
		version=$(version_of "$abi")
		echo "file 755 $B/$abi/whowhen_core.so lib/lua/$version/whowhen_core.so"
		echo "link ../../../../lib/lua/$version/whowhen_core.so $tree/build/$abi/whowhen_core.so"
		echo "link ../../whowhen/lua/whowhen share/lua/$version/whowhen"
	done
	echo "link ../../../../../whowhen share/nvim/site/pack/whowhen/start/whowhen"
}

# Strips what is a program or a library, copies it beside its place, and renames it.
put() {
	mkdir -p "$root/${3%/*}"
	cp "$2" "$root/$3.new"
	case $3 in
	*.so | *.so.*) strip --strip-unneeded "$root/$3.new" 2>/dev/null || : ;;
	*.a) strip --strip-debug "$root/$3.new" 2>/dev/null || : ;;
	esac
	chmod "$1" "$root/$3.new"
	mv -f "$root/$3.new" "$root/$3"
}

install() {
	list | while read -r what a b c; do
		case $what in
		file) put "$a" "$b" "$c" ;;
		link)
			mkdir -p "$root/${b%/*}"
			# A folder of this name is that of an earlier version.
			[ -L "$root/$b" ] || rm -rf "${root:?}/$b"
			ln -sfn "$a" "$root/$b"
			;;
		esac
	done
	echo "whowhen $VERSION is installed below $root ($(list | wc -l) files)"
	case ":$PATH:" in *":$PREFIX/bin:"*) ;; *) echo "to be called by its name, \$PATH needs $PREFIX/bin" ;; esac
}

uninstall() {
	rm -rf "${root:?}/$tree"
	list | while read -r what a b c; do
		place=$root/${c:-$b}
		rm -f "$place"
		# Folders that are empty now: our own, and those that were made for us.
		folder=${place%/*}
		while [ "$folder" != "$root" ] && rmdir "$folder" 2>/dev/null; do
			folder=${folder%/*}
		done
	done
	echo "whowhen is no longer below $root"
}

"$1"
