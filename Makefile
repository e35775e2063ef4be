# `make` lists the targets. What they write is in bin/ and, for the site, in
# web/; git ignores both.

ADDR    ?= localhost:8080
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo development)
QUALITY ?= 11
MAKEFLAGS += --no-print-directory

# What keeps the program for the browser small; `make build OVERLAY=` does
# without. See app/slim.
OVERLAY ?= bin/overlay.json

GO_SERVER = CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags "-s -w -X main.version=$(VERSION)"

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: QUALITY = 5
run: bin/playground ## build the site quickly and serve it (ADDR=localhost:8080)
	@exec bin/playground -addr $(ADDR)

build: bin/playground ## bin/playground: the server with the whole site in it

site: bin/app.wasm ## web/: the whole site, for any file server
	@go run ./app -quality $(QUALITY) -wasm bin/app.wasm -wasm_exec "$$(go env GOROOT)/lib/wasm/wasm_exec.js"

bin/playground: site FORCE
	@$(GO_SERVER) -o $@ .

# go build itself knows whether anything has changed, and then leaves at once.
bin/app.wasm: $(OVERLAY) FORCE
	@GOOS=js GOARCH=wasm go build $(addprefix -overlay ,$(OVERLAY)) -trimpath -buildvcs=false -ldflags "-s -w" -o $@ ./app

bin/overlay.json: FORCE
	@mkdir -p $(@D)
	@go run ./app/slim > $@.new && mv $@.new $@

clean: ## remove everything that the build writes
	rm -rf bin web/assets web/*.html web/worker.js web/*.br web/*.gz

FORCE:
.PHONY: help run build site clean FORCE
