# The front door. `make help` prints what a newcomer needs.
SHELL := /bin/bash
export CACHE ?= $(HOME)/.cache/twinpost
export CARGO_TARGET_DIR := $(CACHE)/target
PROGRAM := $(CARGO_TARGET_DIR)/debug/twinpost
SOURCES := $(shell git ls-files --cached --others --exclude-standard '*.rs')
DENY := $(CACHE)/tools/bin/cargo-deny
DENY_VERSION := 0.20.2

.PHONY: help demo test quick simulate fmt lint licences api browser verifier build clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

demo: build ## a made-up quarter on a real border, on this computer only (ARGS="--profile no-fi --check")
	$(PROGRAM) demo $(ARGS)

test: ## everything: form, rules, stories, kill -9, licences, pages in a real browser
	scripts/setup.sh test
	$(MAKE) lint
	cargo test --workspace --locked
	$(PROGRAM) demo --check
	$(PROGRAM) demo --profile no-fi --check
	$(MAKE) licences
	$(MAKE) verifier BUILT=yes
	$(MAKE) api BUILT=yes
	$(MAKE) browser BUILT=yes

quick: ## the fast part: rules, stories, tidy (no browser, no kill -9)
	cargo test --workspace --locked -- --skip killed

simulate: ## posts, roads, disks, clocks and a hostile neighbour from many seeds (SEED=1 COUNT=100000)
	cargo build --release --locked -p testkit --bin simulate
	$(CARGO_TARGET_DIR)/release/simulate $(or $(SEED),1) $(or $(COUNT),100000)

fmt: ## put every Rust file into its form
	rustfmt --edition 2024 $(SOURCES)

# The tests build the programs that they try; what comes after them takes those (BUILT=yes) and compiles nothing twice.
build: ## the program
	scripts/setup.sh build
	$(if $(BUILT),,cargo build --locked -p twinpost)

lint:
	rustfmt --edition 2024 --check $(SOURCES)
	cargo clippy --workspace --all-targets --locked -- -D warnings

licences: $(DENY)
	$(DENY) --workspace --locked check licenses bans sources

$(DENY):
	cargo install cargo-deny --version $(DENY_VERSION) --locked --root $(CACHE)/tools

api: build ## the HTTP interface and calendars, tried by outside programs
	scripts/setup.sh api
	cd tests/api && TWINPOST_BIN=$(PROGRAM) PYTHONDONTWRITEBYTECODE=1 $(CACHE)/venv/bin/python -m pytest -q -s -p no:cacheprovider

verifier: # both implementations of the evidence format against each other, and the words of the page against those of the program (TWINPOST_BUNDLES_COUNT=100000 for many)
	$(if $(BUILT),,cargo build --locked -p testkit -p twinpost --bin bundles --bin twinpost)
	cd verifier && TWINPOST_BUNDLES=$(CARGO_TARGET_DIR)/debug/bundles TWINPOST_BIN=$(PROGRAM) npm test

browser: build
	cd tests/browser && TWINPOST_BIN=$(PROGRAM) npm test

clean: ## remove the demonstration's folder and the build cache
	rm -rf $(CACHE)
