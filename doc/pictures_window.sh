#!/bin/sh
# Makes doc/host-litexl-*.png and doc/host-textadept-*.png from the real programs, which
# LITEXL and TEXTADEPT name, on a virtual display.  From the source tree, after `make`.
set -eu
root=$PWD home=$(mktemp -d)
trap 'kill $display; sleep 1; rm -rf "$home"' EXIT
fold -s -w 78 tests/corpus/sample.txt >"$home/article.txt"
Xvfb :93 -screen 0 820x400x24 2>/dev/null &
display=$!
export HOME="$home" DISPLAY=:93 XDG_CONFIG_HOME="$home" NO_AT_BRIDGE=1
cd "$home"

# shoot NAME COMMAND...: starts a program and takes its picture.
shoot() {
	name=$1
	shift
	"$@" >/dev/null 2>&1 &
	program=$!
	sleep 4
	import -window root -colors 64 "PNG8:$root/doc/host-$name.png"
	kill $program
	wait $program 2>/dev/null || true
}

if [ -n "${LITEXL:-}" ]; then
	mkdir -p "$home/lite-xl/plugins"
	ln -s "$root/lua/whowhen" "$root/build/lua5.4/whowhen_core.so" "$home/lite-xl/"
	ln -s "$root/lua/whowhen/host/litexl.lua" "$home/lite-xl/plugins/whowhen.lua"
	for theme in light:colors.summer dark:colors.default; do
		cat >"$home/lite-xl/init.lua" <<-END
			local core = require "core"
			core.reload_module("${theme#*:}")
			core.window_mode = "normal"
			system.set_window_size(820, 400, 0, 0)
			require("plugins.treeview").visible = false
			require("plugins.toolbarview").visible = false
			core.add_thread(function()
				coroutine.yield(2)
				for _ = 1, 5 do require("core.command").perform("whowhen:next") end
			end)
		END
		rm -f "$home"/lite-xl/*session* "$home"/lite-xl/ws/*
		shoot "litexl-${theme%%:*}" env LITE_SCALE=1 "$LITEXL" article.txt
	done
fi

if [ -n "${TEXTADEPT:-}" ]; then
	mkdir -p "$home/textadept"
	for theme in light dark; do
		cat >"$home/textadept/init.lua" <<-END
			view:set_theme("$theme", { size = 11 })
			package.path = "$root/lua/?.lua;" .. package.path
			local whowhen = require("whowhen.host.textadept")
			timeout(2, function() whowhen.run("goto Friday") end)
			ui.size = { 820, 400 }
		END
		shoot "textadept-$theme" "$TEXTADEPT" -f -u "$home/textadept" article.txt
	done
fi
