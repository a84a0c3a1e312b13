# The doors to the project; each is a small script in scripts/ that says what it does. `make` lists them.

.DEFAULT_GOAL := help
.PHONY: help run test fast soak bench generate clean-cache

help: ## list what can be made
	@echo 'make GOAL [NAME=value …]'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r goal text; do \
		printf '  %-12s %s\n' "$$goal" "$$text"; done

run: ## build and start the server on 127.0.0.1:8008 (DATABASE_URL=postgres://… for PostgreSQL)
	@scripts/run.sh

test: ## everything that must hold before a change is taken (ONLY="format lints" for some groups)
	@scripts/test.sh

fast: ## the tests of one module, under a minute: make fast MODULE=rooms
	@scripts/fast.sh

soak: ## Rust tests with high counts and the web stories on PostgreSQL, hours if need be (ONLY="web", TESTS=kill, STORIES=talk)
	@scripts/soak.sh

bench: ## measure throughput and latency
	@scripts/bench.sh

generate: ## write the generated files anew: reference pages and the sums of migrations
	@scripts/cargo.sh run --locked -p xtask -- generate

clean-cache: ## remove build output and tools that were cached outside the clone
	@scripts/clean-cache.sh
