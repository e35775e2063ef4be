# `make` lists the targets. What they write is in bin/ and, for the site, in
# web/; git ignores both.

ADDR    ?= localhost:8080
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo development)

# The address that the site will have, for previews of links to it, and the one
# where its source is to be had. `make site URL=https://example.org/playground/`
URL    ?=
SOURCE ?=

# Brotli's quality: 11 takes ten seconds and more for the program, 5 takes one.
QUALITY ?= 11

# The same for what is not part of a first visit, which is Python.
QUALITY_APART ?= $(QUALITY)

# What keeps the program for the browser small, see app/slim. `make build
# OVERLAY=` does without.
OVERLAY ?= bin/overlay.json

# Inlining makes code faster and the download larger. It is for the packages
# that do the work; the rest, go-app, fmt, encoding/json and such, goes without,
# and so do two of ours that run once in a while: 7 kB less of brotli for qr alone.
INLINED = lru app/programs app/trace app/timing app/calls app/calls/keylog app/draw app/markup app/dom
INLINE = -gcflags=all=-l $(foreach p,runtime internal math sync hash syscall iter slices,-gcflags=$(p)/...=) $(foreach p,$(INLINED),-gcflags=playground/$(p)=)

# Your function is the largest program: it does without a few more.
bin/function.wasm: INLINED := $(filter-out app/draw,$(INLINED))

# A program for each page of the site; the build tag of its name makes it.
PROGRAMS = playground experiments function keys

REPRODUCIBLE = -trimpath -buildvcs=false
WASM         = GOOS=js GOARCH=wasm
GOROOT      := $(shell go env GOROOT)
MAKEFLAGS   += --no-print-directory

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: QUALITY = 5
run: bin/playground ## build the site quickly and serve it, at ADDR=localhost:8080
	@exec bin/playground -addr $(ADDR)

build: bin/playground ## bin/playground: the server with the whole site in it

# CPython for the page comes from npm, once, in the version of the lock file. Where
# npm is not, the site is built without it.
CPYTHON := $(if $(shell command -v npm && command -v node),bin/python/stdlib.zip,without-python)

site: $(PROGRAMS:%=bin/%.wasm) $(CPYTHON) ## web/: the whole site, for any file server
	@go run ./app -quality $(QUALITY) -quality-apart $(QUALITY_APART) -version "$(VERSION)" -url "$(URL)" -source "$(SOURCE)" -wasm_exec $(GOROOT)/lib/wasm/wasm_exec.js

without-python:
	@[ -e bin/python/stdlib.zip ] || echo "npm and node are not here: the site is built without Python, and functions are recorded at home."

# The library is written last: where it is, the rest is too.
bin/python/stdlib.zip: app/python/package-lock.json app/python/stdlib.mjs app/python/stdlib.py
	@.ci/need npm >/dev/null && .ci/need node >/dev/null
	@cd app/python && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || { \
		echo "Pyodide could not be fetched. To build the site without Python: make CPYTHON=without-python"; exit 1; } >&2
	@mkdir -p bin/python
	@cd app/python/node_modules/pyodide && cp pyodide.mjs pyodide.asm.mjs pyodide.asm.wasm pyodide-lock.json ../../../../bin/python
	@echo "Preparing Python's standard library, once."
	@node app/python/stdlib.mjs bin/python/stdlib.new && mv bin/python/stdlib.new bin/python/stdlib.zip

bin/playground: site FORCE
	@CGO_ENABLED=0 go build $(REPRODUCIBLE) -ldflags "-s -w -X main.version=$(VERSION)" -o $@ .

# Always asked for: go build knows what has changed, and does nothing if nothing
# has. Nor does the site compress again what it has compressed before.
bin/%.wasm: $(OVERLAY) FORCE
	@$(WASM) go build -tags $* $(addprefix -overlay ,$(OVERLAY)) $(INLINE) $(REPRODUCIBLE) -ldflags "-s -w" -o $@ ./app

bin/overlay.json: FORCE
	@mkdir -p bin
	@go run ./app/slim > $@.new && mv $@.new $@

RELEASES = $(foreach os,linux darwin windows,$(foreach arch,amd64 arm64,$(os)-$(arch)))

release: site ## bin/release/: the server for Linux, macOS and Windows, amd64 and arm64
	@rm -rf bin/release
	@for r in $(RELEASES); do \
		case $$r in windows-*) exe=.exe;; *) exe=;; esac; \
		CGO_ENABLED=0 GOOS=$${r%-*} GOARCH=$${r#*-} go build $(REPRODUCIBLE) -ldflags "-s -w -X main.version=$(VERSION)" \
			-o bin/release/playground-$$r$$exe . || exit 1; \
	done
	@cd bin/release && { sha256sum playground-* 2>/dev/null || shasum -a 256 playground-*; } | tee SHA256SUMS

reproducible: ## build the last commit's release twice, in two places, and compare
	@rm -rf bin/twice
	@for place in one "the other"; do \
		git clone -q . "bin/twice/$$place" && $(MAKE) -C "bin/twice/$$place" release VERSION=$(VERSION) || exit 1; \
	done
	@cmp bin/twice/one/bin/release/SHA256SUMS "bin/twice/the other/bin/release/SHA256SUMS" && echo "Both builds are the same, byte by byte."

# Each stage of the tests is a target of its own.
STAGES = format vet staticcheck unit race node browser engines

test: ## run all tests; each stage can be run alone: format vet staticcheck unit race node browser engines
	@rm -f bin/not-tested; start=$$(date +%s); \
	for stage in $(STAGES); do \
		echo "== $$stage"; began=$$(date +%s); \
		$(MAKE) $$stage || { echo "== $$stage failed"; exit 1; }; \
		echo "== $$stage: $$(($$(date +%s) - began)) s"; \
	done; \
	echo "== all tests passed in $$(($$(date +%s) - start)) s"; \
	[ ! -e bin/not-tested ] || echo "== but NOT tested, as it is not here: $$(paste -sd ' ' bin/not-tested). How to get it is said above."

format:
	@files=$$(gofmt -l .); if [ -n "$$files" ]; then echo "gofmt would change:"; echo "$$files"; exit 1; fi

# The packages that make up a program for the browser.
BROWSER_PACKAGES = $$($(WASM) go list -tags $(1) -deps ./app | grep '^playground/')

vet:
	@go vet ./...
	@for p in $(PROGRAMS); do $(WASM) go vet -tags $$p $(call BROWSER_PACKAGES,$$p) || exit 1; done

staticcheck:
	@go build -o bin/staticcheck honnef.co/go/tools/cmd/staticcheck
	@bin/staticcheck ./...
	@for p in $(PROGRAMS); do $(WASM) bin/staticcheck -tags $$p $(call BROWSER_PACKAGES,$$p) || exit 1; done

# Not from the test cache, which does not see that a test has asked go list.
unit:
	@go test -count=1 $$(go list ./... | grep -v /e2e)

# Without two long tests that have one goroutine only.
ALONE = LoopWhileUsed|Memory
race:
	@.ci/need cc >/dev/null
	@CGO_ENABLED=1 go test -race -skip '^Test($(ALONE))$$' . ./app/site/serve ./lru

# The environment is emptied because Go's WebAssembly has room for little of it.
# What needs the document runs in the browser alone, and what takes longest proves
# there what it proves natively.
NATIVE = Function|SweepMore|At|MomentAtAnotherSize|MomentIsItsStep|OverBudget|EveryWayLeadsToTheSamePage|LargeRecord|WithinBudget|RecordHasOneBudget|Stories|ChangesAreTold
node:
	@.ci/need node >/dev/null
	@$(WASM) go test -skip '^Test($(NATIVE))$$' -exec "env -i PATH=$$PATH $(GOROOT)/lib/wasm/go_js_wasm_exec" \
		$$(for p in $(PROGRAMS); do $(WASM) go list -tags $$p -deps ./app; done | grep '^playground/' | grep -Ev '/app(/dom)?$$' | sort -u)

# The tests in Chromium that take longest: each of many windows, themes or failures of
# what other tests look at once. They would bring `make test` over a quarter of an hour.
LONGEST = AxeOfCards StepsMoveNothing FunctionLaidOut KeysLayout PartsOfAnEmbed \
	PythonLaidOut WithoutNpm PythonFails PythonByKeyboard ReadersSettings FunctionLarge \
	TimeIsShown LongTextsAreKept KeysComingBack WatchedLogIsNotKept FunctionByKeyboard \
	NothingIsKept FirstScreenOfAProjector FunctionBrought NoScrollbars
browser: SKIP = -skip '^Test('$$(echo $(LONGEST) | tr ' ' '|')')$$'

browser-all: ## all tests that drive the page in Chromium, the longest too

# The page is tested with Python in it, so npm comes first. What a first visit fetches
# is compressed as for a release, since its size is tested; Python is compressed quickly.
browser browser-all: QUALITY_APART = 5
browser browser-all: bin/python/stdlib.zip bin/playground app/e2e/node_modules
	@QR_READER=must go test -count=1 -run '^TestReader$$' ./app/qr
	@chrome=$$(.ci/need chromium) && CHROME="$$chrome" go test -count=1 -timeout 20m -run '^TestFunctions$$' ./app/python/e2e
	@chrome=$$(.ci/need chromium) && CHROME="$$chrome" go test -count=1 -timeout 30m -parallel 4 $(SKIP) ./app/dom/e2e ./app/e2e

python: ## test CPython for the browser apart from the page, in Node and in Chromium
	@.ci/need npm >/dev/null
	@$(MAKE) -s bin/python/stdlib.zip
	@chrome=$$(.ci/need chromium) && CHROME="$$chrome" go test -count=1 -timeout 30m ./app/python/e2e

# Where one is not to be had, .ci/need says how to get it; the rest is tested all
# the same, except in continuous integration, which fails.
engines: QUALITY_APART = 5
engines: bin/playground
	@firefox=$$(.ci/need firefox) || firefox=; \
	webkit=$$(.ci/need webkit) && xvfb=$$(.ci/need xvfb) || webkit=; \
	for engine in "Firefox $$firefox" "WebKit $$webkit"; do \
		case $$engine in *" ") echo "== engines: NOT tested in $$engine"; echo $$engine >> bin/not-tested; [ -z "$$CI" ] || exit 1;; esac; \
	done; \
	[ -z "$$firefox$$webkit" ] || FIREFOX="$$firefox" WEBKIT="$$webkit" XVFB="$$xvfb" go test -count=1 -timeout 20m ./app/e2e/engine

app/e2e/node_modules: app/e2e/package-lock.json
	@.ci/need npm >/dev/null
	@cd app/e2e && npm ci --no-audit --no-fund && touch node_modules

# PYTHON=... names another interpreter than python3 to compare with.
bench: ## measure package lru beside other libraries
	@cd lru/bench && go generate && go run .

fuzz: ## let each fuzz test of the server search for a minute
	@for f in FuzzAcceptEncoding FuzzRedirect; do go test -run '^$$' -fuzz $$f -fuzztime 1m ./app/site/serve || exit 1; done

# The icons in PNG are tracked; this draws them anew from the two SVG files.
icons: ## draw the icons in PNG from web/icon.svg
	@.ci/icons

pictures: bin/playground ## take the README's pictures and the preview for links anew, from the page itself
	@mkdir -p .github/pictures
	@chrome=$$(.ci/need chromium) && CHROME="$$chrome" go test -count=1 ./app/e2e -run '^TestPictures$$' -args -pictures "$$PWD/.github/pictures"
	@mv .github/pictures/preview.png web/

clean: ## remove everything that the build writes
	rm -rf bin web/*/ web/*.html web/worker.js web/*.br web/*.gz

FORCE:
.PHONY: help run build site without-python release reproducible test $(STAGES) python browser-all bench pictures fuzz icons clean FORCE
