# Everything one does with this project. Needs python3 (3.11, pip, venv), make, Node 20 and npm; `make help` lists it.
# Stamps keep what is done from being done again: with a warm cache each target starts its work within seconds.

SHELL  := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Containers like to forbid Python to keep bytecode; then every start would compile everything anew, for two seconds.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := 0.13.9
DATA   ?= data
PORT   ?= 8000
HOST   ?= 127.0.0.1
ARGS   ?=
FORMS  ?= one

APP    := twinspace_server/assets/index.html
SOURCE := $(shell find static twinspace_server/locales -type f -not -path '*/node_modules/*' -not -path 'static/app/wire/types.ts' -not -path 'static/app/wire/schema.json' -not -name 'words.ids.ts' 2>/dev/null)

.PHONY: help setup run test check dev bench prove build migration types documents lock clean browser exiftool nginx

help: ## Show what can be done
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(VENV)/.dev static/node_modules/.stamp ## Install everything that work on the project needs

run: $(VENV)/.runtime $(APP) ## Start the server with demo data on port 8000 (PORT=, HOST=, DATA=)
	@$(BIN)/twinspace serve --demo --data "$(DATA)" --host "$(HOST)" --port "$(PORT)"

test: $(VENV)/.dev $(APP) browser exiftool tests/oidc/node_modules ## Run the tests, each on one of the databases (FORMS=all: everything; ARGS="-k chat": some)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal $(or $(ARGS),$(if $(filter all,$(FORMS)),,--one-form))
	$(if $(ARGS),,cd static && npm run --silent test)

check: $(VENV)/.dev static/node_modules/.stamp types ## Format, lint, types, floors, migrations, the app's own checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/twinspace migrate --check
	cd static && npm run --silent check

dev: $(VENV)/.dev static/node_modules/.stamp ## Server and browser app, both reloading as files change (http://localhost:5173)
	@TWINSPACE_PUBLIC_URL=http://localhost:5173 $(BIN)/twinspace serve --demo --reload --data "$(DATA)" --port "$(PORT)" & server=$$!; \
	trap "kill $$server" EXIT; \
	cd static && TWINSPACE_DEV_SERVER="http://127.0.0.1:$(PORT)" npm run --silent dev

bench: $(VENV)/.dev nginx ## Measure what we claim about speed; prints JSON
	$(BIN)/python -m benchmarks $(ARGS)

prove: $(VENV)/.dev $(APP) browser exiftool tests/judges/node_modules tests/oidc/node_modules ## The long forms of the proofs (an hour or more)
	TWINSPACE_PROVE=1 $(BIN)/python -m pytest -m long -n 2 --dist worksteal $(ARGS)

build: $(APP) ## Build the browser app into the package

types: $(VENV)/.dev static/node_modules/.stamp ## Write the browser's TypeScript types from the server's registry
	@$(BIN)/twinspace print types > static/app/wire/schema.json
	@cd static && npm run --silent types

documents: $(VENV)/.dev ## Write the generated pages in docs/
	@{ sed '/^## Commands$$/,$$d' docs/protocol.md; $(BIN)/twinspace print protocol; } > docs/protocol.md.new && mv docs/protocol.md.new docs/protocol.md
	@$(BIN)/twinspace settings --markdown > docs/settings.md

migration: $(VENV)/.dev ## Make an Alembic revision from the tables (MESSAGE="add polls")
	$(BIN)/twinspace migrate --new "$(or $(MESSAGE),$(error say MESSAGE="what changes"))"

lock: $(VENV)/.runtime ## Resolve the dependencies anew into the lock files
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --all-extras pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --all-extras --group dev --group e2e -c requirements.lock pyproject.toml -o requirements-dev.lock
	cd static && npm install --package-lock-only

clean: ## Remove what was installed and built; data stay
	rm -rf $(VENV) static/node_modules twinspace_server/assets dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV)
	@touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.uv
	@echo "Installing the server …"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps -e .
	@$(BIN)/twinspace print types > /dev/null # loads what a start loads, and so keeps its bytecode
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing what tests and checks need …"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

static/node_modules/.stamp: static/package.json static/package-lock.json
	@command -v npm >/dev/null || { echo "npm was not found: install Node 20 to build the browser app."; exit 1; }
	@echo "Installing what the browser app is built with …"
	@cd static && npm ci --silent
	@touch $@

$(APP): $(SOURCE) | static/node_modules/.stamp
	@echo "Building the browser app …"
	@cd static && npm run --silent build -- --logLevel warn
	@touch $@

# The HTML checker and Lighthouse, which only look at published pages.
tests/judges/node_modules: tests/judges/package.json tests/judges/package-lock.json
	@cd tests/judges && npm ci --silent && touch node_modules

# The OpenID Connect provider that the tests of single sign-on run; without npm they say themselves that they are skipped.
tests/oidc/node_modules: tests/oidc/package.json tests/oidc/package-lock.json
	@cd tests/oidc && { npm ci --silent && touch node_modules || echo "The provider could not be installed: the tests of single sign-on will be skipped."; }

# The peer of published pages in `make bench`, where it is missing and may be installed; else that benchmark says that it was left out.
nginx:
	@command -v nginx >/dev/null || { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light; } >/dev/null 2>&1 || true; fi; }

# Debian's own Chromium, where it is missing and may be installed; the browser tests say themselves when they are skipped.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium for the browser tests …"; \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 \
	      || echo "Chromium could not be installed: the browser tests will be skipped."; \
	  else echo "Chromium is not here and may not be installed: the browser tests will be skipped."; fi; }

# Debian's exiftool, which proves that no stored picture says where it was taken; the test says itself when it is skipped.
exiftool:
	@command -v exiftool >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing exiftool for the tests of pictures …"; \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libimage-exiftool-perl; } >/dev/null 2>&1 \
	      || echo "exiftool could not be installed: the tests of pictures will be skipped in part."; \
	  else echo "exiftool is not here and may not be installed: the tests of pictures will be skipped in part."; fi; }
