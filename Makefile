# Two commands set everything up: `make site` and `make test`.

SITE    ?= site
PRIVATE ?=

.DEFAULT_GOAL := help
.PHONY: help prepare site test bench clean

help:
	@echo 'make site    build kapitaal; compile the guide and the example chain to $(SITE)/'
	@echo 'make test    run every test'
	@echo 'make bench   time a build, and rows per second beside polars, in release mode'
	@echo 'make clean   remove what was built'
	@echo
	@echo 'SITE=dir names another folder; PRIVATE=dir also makes what is not for the public.'
	@echo 'site, test and bench first install what is missing.'

prepare:
	@.ci/prepare

site: prepare
	@.ci/quietly 'building kapitaal' swift build -c release --product kapitaal
	@.build/release/kapitaal build --out '$(SITE)' $(if $(PRIVATE),--private '$(PRIVATE)')

test: prepare
	@.ci/test

bench: prepare
	@.ci/quietly 'building kapitaal' swift build -c release --product kapitaal
	@.ci/quietly 'building the bench' swift build -c release --product bench
	@.ci/bench .build/release/kapitaal
	@.ci/bench-ledgers .build/release/bench
	@.ci/bench-chain .build/release/bench

# The site only if kapitaal made it.
clean:
	@rm -rf .build
	@if grep -qs '"generator"' site/manifest.json; then rm -rf site; fi
