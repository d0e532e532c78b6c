# Two commands for a newcomer: `make demo` and `make test`. Everything else is for people who change the code.
SWIFT ?= swift
DEBIAN_PACKAGES = libcurl4-openssl-dev libzstd-dev zlib1g-dev libsqlite3-dev libpsl-dev libidn2-dev

.PHONY: all release demo test bench bench-docs bench-scan instructions profile format lint docs deps clean

all: deps
	$(SWIFT) build -c release --product ronda

release: deps ## a program of its own, without Swift's libraries beside it: starts 10 ms sooner
	$(SWIFT) build -c release --product ronda --static-swift-stdlib --scratch-path .build-static
	strip -o .build-static/ronda .build-static/release/ronda

demo: deps ## the whole walk on sample feeds, on this machine only
	$(SWIFT) build -c release --product ronda
	$(SWIFT) build -c release --product ronda-demo
	.build/release/ronda-demo Examples/demo

# Four runs, because on two cores long computing and a dozen daemons at once starve tests that wait for an answer. Those of
# transfers, which promise how soon an answer comes, run by themselves.
COMPUTING = LexiconFilesTests|TrainingTests

test: export RONDA_CACHE = off
test: deps ## all tests
	$(SWIFT) test --skip 'RondaTests|TransfersTests|$(COMPUTING)'
	$(SWIFT) test --skip-build --filter TransfersTests
	$(SWIFT) test --skip-build --no-parallel --filter RondaTests
	$(SWIFT) test --skip-build --filter '$(COMPUTING)'

bench: deps ## stages of the hot path and a peer, as a table (figures of this machine)
	$(SWIFT) package --package-path Benchmarks benchmark

bench-docs: deps ## measures everything beside all installed peers; writes docs/benchmarks.{md,json,svg}
	Benchmarks/run

bench-scan: ## `ronda scan` beside a Python script of today; DATA="FILE…" names the posts
	Benchmarks/scan/run $(DATA)

instructions: deps ## instructions per byte against the budget (the same on every machine)
	scripts/instructions

profile: deps ## where the hot path's instructions go, function by function
	scripts/profile

format: ## lay out all code
	$(SWIFT) format -i -r Sources Tests Package.swift Benchmarks/Benchmarks Benchmarks/Sources Benchmarks/Package.swift

lint: ## check the layout
	$(SWIFT) format lint --strict -r Sources Tests Package.swift Benchmarks/Benchmarks Benchmarks/Sources Benchmarks/Package.swift

docs: deps ## the libraries' documentation, in .build/docs
	scripts/docs

deps: ## system packages, when one is missing
	@scripts/install-packages $(DEBIAN_PACKAGES)

clean:
	rm -rf .build .build-static .build-asan Benchmarks/.build
