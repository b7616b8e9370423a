# GNU make.  `make help` names the targets; everything made goes below $B.
#
# Obeyed: CC CFLAGS LDFLAGS PREFIX DESTDIR PKG_CONFIG, V=1 (show the commands), SAN=1
# or SAN=thread (sanitizers, in build/san, build/thread), B=dir, DEPS=no (install nothing).

ifeq ($(SAN),thread)
B      ?= build/thread
CFLAGS ?= -O1 -g
else ifdef SAN
B      ?= build/san
CFLAGS ?= -O1 -g -fno-omit-frame-pointer
else
B      ?= build
CFLAGS ?= -O2 -g
endif
PREFIX     ?= /usr/local
PKG_CONFIG ?= pkg-config
FILE       ?= tests/corpus/sample.txt
SHARED     ?= ../shared

comma    := ,
warnings := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wvla
sanitize := -fsanitize=$(if $(filter thread,$(SAN)),thread,address$(comma)undefined) -fno-sanitize-recover
cflags    = -std=c11 $(warnings) -fPIC -fvisibility=hidden -MMD -MP -Iinclude -Iplugin \
            $(cflags_libpcre2-8) $(if $(SAN),$(sanitize))
ldflags   = $(LDFLAGS) $(if $(SAN),$(sanitize))
module    = $(if $(filter Darwin,$(shell uname)),-bundle -undefined dynamic_lookup,-shared)

# A line a file: how it is made, and which.
ifndef V
.SILENT:
endif
say = printf '  %-8s %s\n' '$(1)' '$(2)'

all:
.PHONY: all read test check build-tests mutate bench accuracy accuracy-written fuzz FORCE
.PHONY: train clusters tables same-tables unicode-table install uninstall clean help
.DELETE_ON_ERROR:

# Packages.  What a goal needs is looked for before anything else: make runs the script,
# reads what it wrote and starts again.  It is asked anew when a goal needs more than was
# looked for, or the system's packages changed.  Who wants to read, test or measure gets
# what is missing installed; who builds or installs is told what is missing.
goals   := $(or $(MAKECMDGOALS),all)
sets    := build $(sort $(filter read test bench accuracy fuzz,$(patsubst check,test,$(goals:mutate=test))))
INSTALL := $(if $(filter-out build,$(sets)),yes)
ifneq ($(filter-out clean help uninstall,$(goals)),)
include $B/packages.mk
ifneq ($(filter-out $(found_for),$(sets) $(INSTALL:yes=installed))$(filter-out $(found_with),$(CC) $(PKG_CONFIG)),)
$(if $(and $(missing),$(MAKE_RESTARTS)),$(error missing: $(missing)))
$B/packages.mk: FORCE
endif
endif

$B/packages.mk: plugin/make/packages.sh $(wildcard /var/lib/dpkg/status /lib/apk/db/installed \
                /usr/lib/sysimage/rpm/rpmdb.sqlite /var/lib/rpm/rpmdb.sqlite /var/lib/pacman/local \
                /opt/homebrew/Cellar /usr/local/Cellar)
	mkdir -p $B
	CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' DEPS='$(DEPS)' INSTALL='$(INSTALL)' \
		sh plugin/make/packages.sh $@ $(sets)

# Objects are made again when they would be compiled otherwise.
$B/flags: FORCE
	mkdir -p $B
	@echo '$(CC) $(CFLAGS) $(cflags)' | cmp -s - $@ || echo '$(CC) $(CFLAGS) $(cflags)' >$@

# A language: its texts are made into C, which is committed; made again when the
# checksum that it names is no longer theirs.  That takes a few seconds.
maker     := $(wildcard plugin/make/language*.c) $(addprefix plugin/,date_pattern.c lexicon.c token.c utf8.c memory.c table/utf8_table.c)
english   := $(addprefix plugin/data/en/,dates.txt holidays.txt words.txt)
english_of = $(shell cat $(english) $(wildcard plugin/make/language*.[ch]) plugin/date_pattern.c \
               plugin/date_forms.h plugin/lexicon.h | cksum | cut -d ' ' -f 1)

$B/make/language_make: $(maker) $(wildcard plugin/make/*.h plugin/*.h)
	$(call say,LINK,$@)
	mkdir -p $(@D)
	$(CC) -O2 $(filter-out $(sanitize),$(cflags:-M%=)) -Iplugin/make $(maker) $(LDFLAGS) $(libs_libpcre2-8) -o $@

$B/english.c: $B/make/language_make $(english)
	$(call say,MAKE,$@)
	$< english plugin/data/en $(english_of) >$@.new
	mv $@.new $@

ifneq ($(english_of),$(shell sed -n 's/.* checksum \([0-9]*\).*/\1/p;2q' plugin/table/english.c))
plugin/table/english.c: $B/english.c
	cp $< $@
endif

# The core, compiled once for the modules, the tests and the library.
sources := $(filter-out plugin/lua_%.c,$(wildcard plugin/*.c plugin/table/*.c))
core    := $(sources:plugin/%.c=$B/core/%.o)

# No error of Lua passes through the core: it needs no tables for unwinding, as the binding does
# under LuaJIT.  For debuggers -g has its own.
$B/core/%.o: plugin/%.c $B/flags
	mkdir -p $(@D)
	$(call say,CC,$<)
	$(CC) $(CFLAGS) $(cflags) $(if $(SAN),,-fno-asynchronous-unwind-tables) -c $< -o $@

$B/libwhowhen.a: $(core)
	$(call say,AR,$@)
	rm -f $@
	$(AR) rcs $@ $^

# One module an ABI.  Never linked with liblua: the host brings its own.
modules := $(abis:%=$B/%/whowhen_core.so)

binding := $(filter-out plugin/lua_litexl.c,$(wildcard plugin/lua_*.c))

define binding_of
$B/$(1)/lua_%.o: plugin/lua_%.c $B/flags
	mkdir -p $$(@D)
	$$(call say,CC,$$@)
	$$(CC) $$(CFLAGS) $$(cflags) $$(cflags_$(1)) -c $$< -o $$@

$B/$(1)/whowhen_core.so: $(or $(bound_$(1)),$(binding:plugin/%.c=$B/$(1)/%.o))
endef

# That for Lua 5.4 also works where Lua is hidden, by a table of what the binding calls:
# see plugin/lua_litexl.c.
$B/lua5.4/lua_functions.h: $(binding:plugin/%.c=$B/lua5.4/%.o)
	nm -u $^ | awk '{ name = $$NF; sub(/^_/, "", name) } name ~ /^luaL?_/ && !seen[name]++ { \
		printf "#ifdef FUNCTION\nFUNCTION(%s)\n#else\n#define %s ww_lua.%s\n#endif\n", name, name, name }' >$@

$B/lua5.4/table/lua_%.o: plugin/lua_%.c $B/lua5.4/lua_functions.h
	mkdir -p $(@D)
	$(call say,CC,$@)
	$(CC) $(CFLAGS) $(cflags) $(cflags_lua5.4) -DLUA_TABLE -I$B/lua5.4 -c $< -o $@

bound_lua5.4 := $(patsubst plugin/%.c,$B/lua5.4/table/%.o,$(binding) plugin/lua_litexl.c)
$(foreach abi,$(abis),$(eval $(call binding_of,$(abi))))

$(modules): $(core)
	$(call say,LINK,$@)
	$(CC) $(CFLAGS) $(module) $^ $(ldflags) $(libs_libpcre2-8) -o $@

# The command.
$B/whowhen: lua/whowhen.lua.in $B/packages.mk
	$(call say,MAKE,$@)
	sed 's|@LUA@|$(lua_lua5.4)|; s|@TREE@|$(CURDIR)|' $< >$@.new
	chmod +x $@.new
	mv $@.new $@

$B/whowhen.1: doc/man.lua lua/whowhen/cli/options.lua include/whowhen.h $B/packages.mk
	$(call say,MAKE,$@)
	LUA_PATH='lua/?.lua;;' $(lua_lua5.4) $< $(version) >$@

all: $B/libwhowhen.a $(modules) $B/whowhen $B/whowhen.1

read: all
	@$B/whowhen '$(FILE)'

# Tests.  A fuzz target is run over the corpus as a plain program.
support := $B/tests/support.o $B/tests/markup.o
checks  := $(patsubst tests/%.c,$B/tests/%,$(wildcard tests/check_*.c))
replays := $(patsubst tests/fuzz/%.c,$B/tests/%,$(wildcard tests/fuzz/fuzz_*.c))

threads := -pthread

$B/tests/%.o: tests/%.c $B/flags
	mkdir -p $(@D)
	$(call say,CC,$<)
	$(CC) $(CFLAGS) $(cflags) -Itests -Iplugin/make $(cflags_check) -c $< -o $@

$(filter-out %/check_growth,$(checks)): $B/tests/%: $B/tests/%.o $(support) $B/libwhowhen.a
	$(call say,LINK,$@)
	$(CC) $(CFLAGS) $^ $(ldflags) $(libs_libpcre2-8) $(libs_check) $(threads) -o $@

# The document again, with limits that short texts reach: see plugin/sizes.h.
shrunk       := $(wildcard plugin/article_block.c plugin/article_date.c plugin/document*.c) \
                plugin/row.c tests/check_document.c
shrunk_sizes := -DWW_SECTION=300 -DWW_LONGEST_SECTION=700 -DWW_LONG_BLOCK=64 -DWW_LONGER_BLOCK=128 \
                -DWW_LONGEST_BLOCK=256 -DWW_CUT_BEFORE=1000 -DWW_BORDER_LOOKAHEAD=128 \
                -DWW_ROW_PAGE=160

$B/shrunk/%.o: %.c $B/flags
	mkdir -p $(@D)
	$(call say,CC,$@)
	$(CC) $(CFLAGS) $(cflags) -Itests $(cflags_check) $(shrunk_sizes) -c $< -o $@

$B/tests/check_document_shrunk: $(shrunk:%.c=$B/shrunk/%.o) $(support) $B/libwhowhen.a
	$(call say,LINK,$@)
	$(CC) $(CFLAGS) $^ $(ldflags) $(libs_libpcre2-8) $(libs_check) $(threads) -o $@

# The growth of what is done: each jump of the core calls what counts it in the check.
counted := $(filter-out plugin/lua_%.c,$(wildcard plugin/*.c))

$B/counted/%.o: plugin/%.c $B/flags
	mkdir -p $(@D)
	$(call say,CC,$@)
	$(CC) $(CFLAGS) $(cflags) -fsanitize-coverage=trace-pc -c $< -o $@

$B/tests/check_growth: $B/tests/check_growth.o $(counted:plugin/%.c=$B/counted/%.o) $(support) $B/libwhowhen.a
	$(call say,LINK,$@)
	$(CC) $(CFLAGS) $^ $(ldflags) $(libs_libpcre2-8) $(libs_check) $(threads) -o $@

$(replays): $B/tests/%: $B/tests/fuzz/%.o $B/tests/fuzz/replay.o $(support) $B/libwhowhen.a
	$(call say,LINK,$@)
	$(CC) $(CFLAGS) $^ $(ldflags) $(libs_libpcre2-8) $(libs_check) $(threads) -o $@

# What reads a language's texts.
$B/make/%.o: plugin/make/%.c $B/flags
	$(call say,CC,$<)
	mkdir -p $(@D)
	$(CC) $(CFLAGS) $(cflags) -Iplugin/make -c $< -o $@

$B/tests/check_date_forms $B/tests/check_date_language: $B/make/language.o $B/make/language_pattern.o

# A second language, of the tests.
$B/german.c: $B/make/language_make $(wildcard tests/data/de/*.txt)
	$(call say,MAKE,$@)
	$< german tests/data/de - >$@.new
	mv $@.new $@

$B/german.o: $B/german.c $B/flags
	$(CC) $(CFLAGS) $(cflags) -c $< -o $@

$B/tests/check_date_language: $B/german.o

# A host that hides its Lua, one whose memory runs out, and one with threads, where the system has
# Lua to be linked in.
hidden := $(if $(archive_lua5.4),$(addprefix $B/tests/,hidden_lua failing_lua thread_lua))

$B/tests/hidden_lua: tests/host/hidden_lua.c $B/lua5.4/lua_functions.h
	mkdir -p $(@D)
	$(CC) $(CFLAGS) $(cflags) $(cflags_lua5.4) -I$B/lua5.4 $< $(archive_lua5.4) $(ldflags) -lm -ldl -o $@

$B/tests/failing_lua: tests/host/failing_lua.c $B/flags
	mkdir -p $(@D)
	$(call say,LD,$@)
	$(CC) $(CFLAGS) $(cflags) $(cflags_lua5.4) $< $(archive_lua5.4) $(ldflags) -Wl,-E -lm -ldl -o $@

$B/tests/thread_lua: tests/host/thread_lua.c $(binding:plugin/%.c=$B/lua5.4/%.o) $B/libwhowhen.a
	mkdir -p $(@D)
	$(call say,LD,$@)
	$(CC) $(CFLAGS) -D_POSIX_C_SOURCE=200809L $(cflags) $(cflags_lua5.4) $^ $(archive_lua5.4) $(ldflags) \
		$(libs_libpcre2-8) $(threads) -lm -ldl -o $@

build-tests: all $(checks) $B/tests/check_document_shrunk $(replays) $(hidden)

# The tables that are committed are those that are made here.
same-tables: $B/english.c $B/gazetteer_table.c
	cmp $B/english.c plugin/table/english.c
	cmp $B/gazetteer_table.c plugin/table/gazetteer_table.c

# Without the editors: for a quick answer.
check: build-tests same-tables
	B='$B' SAN='$(SAN)' CC='$(CC)' HOSTS=no \
		LUAS='$(foreach abi,$(abis),$(abi)=$(lua_$(abi)))' sh tests/run.sh

test: build-tests same-tables
	B='$B' SAN='$(SAN)' CC='$(CC)' \
		LUAS='$(foreach abi,$(abis),$(abi)=$(lua_$(abi)))' sh tests/run.sh

# Measuring.
$B/tests/bench/bench: $B/tests/bench/bench.o $(support) $B/libwhowhen.a
	$(CC) $(CFLAGS) $^ $(ldflags) $(libs_libpcre2-8) -o $@

bench: all $B/tests/bench/bench
	$(lua_lua5.4) tests/bench/bench.lua $B/whowhen $B/tests/bench/bench $B/bench $(if $(filter-out file,$(origin FILE)),'$(FILE)')

dev := conll03 gum pud worldwide

accuracy: all $B/train/name_eval
	@python3 tests/accuracy.py $B/whowhen '$(SHARED)'
	@$B/train/name_eval $(dev:%='$(SHARED)/corpora/names/dev/%.jsonl')

# Names: the packed lists and the weights are generated and committed.  Training
# is bit for bit the same everywhere: no fused multiply-add, one thread, a fixed
# order.  CORPUS=dir has the openly licensed texts, as plugin/train/SOURCES.md says.
tools   := $(patsubst plugin/train/%.c,$B/train/%,plugin/train/gazetteer_make.c plugin/train/cluster_make.c \
             plugin/train/name_train.c plugin/train/name_eval.c)
written := $(wildcard tests/corpus/written/*.txt)
named   := $(wildcard tests/corpus/names/*.txt)
once    := tests/corpus/names/na4.txt tests/corpus/names/na5.txt
ours     = $(written:%='%*4') -n 0 $(patsubst %,'%*4',$(filter-out $(once),$(named))) $(once)
open     = $(if $(CORPUS),$(foreach c,gmb gum wikigold redocred unerewt,$(CORPUS)/$c.jsonl))
lists   := $(sort $(wildcard plugin/data/*.txt) plugin/data/en/titles.txt)

$(tools): $B/train/%: plugin/train/%.c plugin/train/corpus.c tests/markup.c plugin/train/blocks.c \
          plugin/train/mend.c plugin/name_feature.c $B/libwhowhen.a
	mkdir -p $(@D)
	$(CC) -O3 -ffp-contract=off -fno-math-errno $(cflags) -DWW_LEARNING -Iplugin/train -Itests \
		$(filter %.c,$^) $B/libwhowhen.a \
		$(ldflags) $(libs_libpcre2-8) -lm -o $@

# Each article of ours counts four times: it was marked by the one guideline.  Two files are so
# dense in persons that once is enough: four times they make persons of what else has a capital.
train: $B/train/name_train
	$(if $(CORPUS),,$(error CORPUS=dir must name the folder with gmb.jsonl, gum.jsonl …))
	$B/train/name_train -s 4 -e 4 $(open) $(ours) >$B/name_model.c
	cmp $B/name_model.c plugin/table/name_model.c || cp $B/name_model.c plugin/table/name_model.c

$B/gazetteer_table.c: $B/train/gazetteer_make $(lists)
	$B/train/gazetteer_make $(lists) >$@

# Words that are used alike, of word vectors: plugin/train/SOURCES.md says which.
clusters: $B/train/cluster_make
	$(if $(VECTORS),,$(error VECTORS=file must name the JSON of the word vectors))
	python3 plugin/train/convert.py glove '$(VECTORS)' | $B/train/cluster_make >$B/word_clusters.txt
	cmp $B/word_clusters.txt plugin/data/word_clusters.txt || cp $B/word_clusters.txt plugin/data

tables: $B/gazetteer_table.c
	cp $< plugin/table/gazetteer_table.c

# What characters are, of the version of Unicode that perl has.
unicode-table:
	perl plugin/train/utf8_make.pl >$B/utf8_table.c
	cp $B/utf8_table.c plugin/table/utf8_table.c

# What words say of when a sentence is, and of the names beside them.
$B/make/list_make: plugin/make/list_make.c $(addprefix plugin/,word_list.h clause.h entity_given.h \
                     entity_tells.h name_act.h name_beside.h name_small.h name_thing.h date_words.h \
                     date_hand.h date_habit.h date_hour.h)
	@mkdir -p $(@D)
	$(call say,CC,$@)
	$(CC) $(CFLAGS) $(cflags) $< -o $@

plugin/table/%_table.c: plugin/data/en/%.txt $B/make/list_make
	$(call say,MAKE,$@)
	$B/make/list_make $* $< >$B/$*_table.c
	cmp -s $B/$*_table.c $@ && touch $@ || cp $B/$*_table.c $@

# Names, five-fold: learns from four fifths of the written articles and all of those with names
# alone (and from the open texts, with CORPUS=dir), and measures on the others; then the sums of
# all folds.
folds := 0 1 2 3 4

$(folds:%=$B/fold_%): $B/fold_%: $(tools) $(written) $(named)
	$B/train/name_train -n 5 -o $* -s 1 -e 4 $(open) $(ours) >$@.c
	$(CC) -O2 $(cflags) -Iplugin/train -Itests plugin/train/name_eval.c plugin/train/corpus.c \
		plugin/train/blocks.c tests/markup.c \
		$@.c $(filter-out %/name_model.o,$(core)) $(ldflags) $(libs_libpcre2-8) -lm -o $@.eval
	$@.eval -c -n 5 -o $* $(written) >$@

accuracy-written: $(folds:%=$B/fold_%)
	awk -f plugin/train/folds.awk $^

# Fuzzing: each target for FUZZ_SECONDS, from the corpus on, with inputs of FUZZ_LENGTH at most;
# with 100 it runs five times as often.
FUZZ_SECONDS ?= 60
fuzzers := $(patsubst tests/fuzz/%.c,$B/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

FUZZ_CC      ?= clang
FUZZ_LENGTH  ?= 512
fuzzed  := $(patsubst %.c,$B/fuzz/%.o,$(sources) tests/support.c tests/markup.c)
fuzzing := -O2 -g -std=c11 -fsanitize=fuzzer-no-link,address,undefined \
           -fno-sanitize-recover=undefined -fno-sanitize-coverage=trace-cmp

$B/fuzz/%.o: %.c $B/flags
	mkdir -p $(@D)
	$(call say,CC,$@)
	$(FUZZ_CC) $(fuzzing) $(shrunk_sizes) -MMD -MP -Iinclude -Iplugin -Itests $(cflags_libpcre2-8) \
		$(cflags_check) -c $< -o $@

$(fuzzers): $B/fuzz/%: $B/fuzz/tests/fuzz/%.o $(fuzzed)
	$(call say,LINK,$@)
	$(FUZZ_CC) -fsanitize=fuzzer,address,undefined $^ $(libs_libpcre2-8) $(libs_check) $(threads) -o $@

fuzz: $(fuzzers) all
	mkdir -p $B/fuzz/articles
	$(lua_lua5.4) tests/fuzz/articles.lua $B/fuzz/articles $(written)
	for f in $(fuzzers); do \
		mkdir -p $$f.corpus; \
		echo "$$f: $(FUZZ_SECONDS) s"; \
		ASAN_OPTIONS=malloc_context_size=1:quarantine_size_mb=8 \
		$$f -max_total_time=$(FUZZ_SECONDS) -max_len=$(FUZZ_LENGTH) -entropic=0 -print_final_stats=1 \
			-verbosity=0 -artifact_prefix=$$f- $$f.corpus tests/corpus $B/fuzz/articles || \
			{ echo "a crash: copy $$f-* to tests/corpus/"; exit 1; }; \
	done
	N=100000 SEED=$$$$ B='$B' ABI=lua5.4 LUA_PATH='lua/?.lua;lua/?/init.lua;tests/lua/?.lua;;' \
		LUA_CPATH='$B/lua5.4/?.so;;' $(lua_lua5.4) tests/lua/test_mangled.lua

# Installing: plugin/make/install.sh has the list of what goes where.
version := $(shell sed -n 's/^\#define WW_VERSION "\(.*\)"/\1/p' include/whowhen.h)

$B/libwhowhen.so: $(core)
	$(call say,LINK,$@)
	$(CC) $(CFLAGS) $(module) -Wl,-soname,libwhowhen.so.$(firstword $(subst ., ,$(version))) \
		$^ $(ldflags) $(libs_libpcre2-8) -o $@

$B/install/whowhen: lua/whowhen.lua.in $B/packages.mk
	mkdir -p $(@D)
	sed 's|@LUA@|$(lua_lua5.4)|; s|@TREE@||' $< >$@

$B/install/whowhen.pc: FORCE
	mkdir -p $(@D)
	printf '%s\n' 'prefix=$(PREFIX)' 'Name: whowhen' 'Description: who and when in news text' \
		'Version: $(version)' 'Requires.private: libpcre2-8' \
		'Libs: -L$${prefix}/lib -lwhowhen' 'Cflags: -I$${prefix}/include' >$@

# Neovim's index of the help, as :helptags makes it.
$B/install/tags: doc/whowhen.txt
	mkdir -p $(@D)
	grep -o '[*][^* ]*[*]' $< | tr -d '*' | LC_ALL=C sort | \
		awk '{ print $$0 "\twhowhen.txt\t/*" $$0 "*" }' >$@

# A word for each shell: what completes after the command.
completions := whowhen.bash=bash _whowhen=zsh whowhen.fish=fish
made_to_install := $(addprefix $B/install/,whowhen whowhen.pc tags whowhen.bash _whowhen whowhen.fish)

$B/install/whowhen.bash $B/install/_whowhen $B/install/whowhen.fish: doc/completions.lua \
		lua/whowhen/cli/options.lua
	mkdir -p $(@D)
	LUA_PATH='lua/?.lua;lua/?/init.lua;;' $(lua_lua5.4) $< \
		$(patsubst $(@F)=%,%,$(filter $(@F)=%,$(completions))) >$@

install uninstall: export ABIS := $(abis)
install: all $B/libwhowhen.so $(made_to_install)
	B='$B' VERSION='$(version)' PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' sh plugin/make/install.sh install

uninstall:
	B='$B' VERSION='$(version)' PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' ABIS='lua5.4 lua5.3 luajit' \
		sh plugin/make/install.sh uninstall

# Whether the tests know what the code does: N random changes of one operator, of the files whose
# names hold ONLY.
N    ?= 200
SEED ?= 1
mutate: build-tests
	CC='$(CC)' $(lua_lua5.4) tests/mutate.lua $B/mutate $(N) $(SEED) $(ONLY)

clean:
	rm -rf $B

help:
	@echo 'make            builds the Lua modules, the library and the command, below $B/'
	@echo 'make read       shows an article with its dates marked; FILE=path for any other'
	@echo 'make test       builds and runs all tests; SAN=1 with sanitizers'
	@echo 'make check      the tests without the editors; make mutate changes the code and counts'
	@echo '                what the tests notice: N=200 SEED=1 ONLY=part-of-a-file-name'
	@echo 'make lint       static analysis; memcheck and coverage run the tests under valgrind and gcov'
	@echo 'make bench      measures speed; FILE=path for another large text'
	@echo 'make accuracy   scores against annotated corpora; SHARED=dir says where they are'
	@echo 'make accuracy-written  the same for names from the tree alone, five-fold'
	@echo 'make train      learns the weights of names anew; CORPUS=dir has the texts'
	@echo 'make tables     packs the lists of plugin/data/ anew'
	@echo 'make clusters   finds words that are used alike; VECTORS=file has word vectors'
	@echo 'make unicode-table  makes plugin/table/utf8_table.c again, of the Unicode data in perl'
	@echo 'make fuzz       fuzzes with clang, FUZZ_SECONDS=60 each'
	@echo 'make install    into PREFIX (/usr/local), below DESTDIR; uninstall undoes it'
	@echo 'make clean      removes $B/'
	@echo 'Missing packages are installed first; DEPS=no only names them.'

include plugin/make/quality.mk

-include $(wildcard $B/*/*.d $B/*/*/*.d $B/*/*/*/*.d)
