# What one does with this project; `make help` lists it.

PREFIX ?= /usr/local
EXAMPLE = testdata/example
TOOL = .build/debug/gatewright

# Imports that the manifest does not declare are errors, so arrows only go down the floors.
BUILD_FLAGS = --explicit-target-dependency-import-check error
SOURCES = Package.swift Sources Tests
# A tool that runs where there is no Swift, without symbols.
STATIC_ON_LINUX = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib -Xlinker -s)

.PHONY: help run example test coverage format lint bench install clean prepare

help: ## Lists these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: prepare ## Builds, then migrates the example and shows the new YAML and the report
	@swift build -q $(BUILD_FLAGS) --product gatewright
	@$(MAKE) --no-print-directory example

example: # Migrates the example with the built TOOL
	@$(TOOL) migrate $(EXAMPLE) --fail-on never

test: prepare ## Builds and runs all tests
	@scripts/install-test-modules.sh
	@swift test $(BUILD_FLAGS) --quiet --disable-xctest

coverage: prepare ## Prints how much of the reading of ingress-nginx the tests reach, at least 95 %
	@scripts/coverage.sh

format: prepare ## Formats all Swift files
	@swift format --in-place --parallel --recursive $(SOURCES)

lint: prepare ## Checks the format of all Swift files
	@swift format lint --strict --parallel --recursive $(SOURCES)

bench: prepare ## Measures time and memory on 10,000 Ingresses
	@Benchmarks/run.sh

install: prepare ## Builds for release and installs gatewright into PREFIX/bin (default /usr/local)
	@swift build -q -c release $(STATIC_ON_LINUX) --product gatewright
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 .build/release/gatewright "$(DESTDIR)$(PREFIX)/bin/gatewright"

clean: ## Removes everything that was built
	@rm -rf .build

prepare: # Installs what is missing, and says where to get Swift
	@scripts/check-swift.sh
	@scripts/install-libraries.sh
