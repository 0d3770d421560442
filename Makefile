.DEFAULT_GOAL := help
.PHONY: help run test property lint docs lock

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 8

run: ## start the demo
	python3 dev.py run

test: ## all tests, client and server
	python3 dev.py test

property: ## ten thousand random sequences of commands against the books
	python3 dev.py property

lint: ## ruff, mypy, import contracts, determinism
	python3 dev.py lint

docs: ## generate the reference pages
	python3 dev.py docs

lock: ## renew requirements/*.lock (needs uv)
	python3 dev.py lock
