# One word a job. `make demo` needs Python 3.11 or later and nothing else; no job needs root.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV ?= .venv
WORKERS ?= 2
PYTEST_ARGS ?=
BENCH ?= all
bin := $(VENV)/bin
# A stamp is newer than what it was made from, or the job runs again.
base := $(VENV)/.letapis-base
dev := $(VENV)/.letapis-dev
docs := $(VENV)-docs/.letapis-docs
install := -m pip install -qq --require-hashes --requirement
ours := -m pip install -qq --no-deps --no-build-isolation --editable .
compile := $(bin)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links

.PHONY: peers picture help demo setup test lint format types walls reference docs bench lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

demo: $(base)  ## set up and run the main job on the shipped example
	@$(bin)/letapis demo

setup: $(dev)  ## set up what the tests need, and run nothing

test: $(dev)  ## every test and every doctest (WORKERS=2, PYTEST_ARGS=…)
	@$(bin)/python -m pytest -n $(WORKERS) --dist loadscope $(PYTEST_ARGS)

lint: $(dev)  ## ruff: rules and form
	@$(bin)/ruff check .
	@$(bin)/ruff format --check .

format: $(dev)  ## put imports and form right
	@$(bin)/ruff check --fix .
	@$(bin)/ruff format .

types: $(dev)  ## mypy, strict, on src and benchmarks
	@$(bin)/mypy

walls: $(dev)  ## which room may import what, and the tests of the house
	@$(bin)/lint-imports --no-logo --no-cache
	@$(bin)/python -m pytest -n $(WORKERS) tests/house

picture: $(base)  ## the picture of the README
	@$(bin)/python docs/images/draw.py

reference: $(dev)  ## the reference pages that follow from the code
	@$(bin)/python docs/reference/generate.py

docs: $(docs) reference  ## the manual, as pages in build/docs
	@$(VENV)-docs/bin/sphinx-build --quiet --fail-on-warning --keep-going docs build/docs
	@echo "build/docs/index.html"

bench: $(dev)  ## the long runs: every figure, and fifty kills (BENCH=heap, stemma, …; all without)
	@$(bin)/python -m benchmarks $(BENCH) --check
	@LETAPIS_KILLS=50 $(bin)/python -m pytest tests/cli/test_kill.py

peers:  ## the tools we are measured against, in an environment of their own (1.4 GB)
	@.ci/venv $(VENV)-peers
	@$(VENV)-peers/bin/python -m pip install -qq --require-hashes --requirement requirements-peers.lock

lock: $(dev)  ## bring the lock files in line with pyproject.toml (UPGRADE=--upgrade for newer versions)
	@$(compile) $(UPGRADE) pyproject.toml --group build --output-file requirements.lock
	@$(compile) $(UPGRADE) --constraint requirements.lock pyproject.toml --group build --group dev \
	  --output-file requirements-dev.lock
	@$(compile) $(UPGRADE) --constraint requirements.lock pyproject.toml --group build --group docs \
	  --output-file requirements-docs.lock
	@$(compile) $(UPGRADE) requirements-peers.in --output-file requirements-peers.lock

clean:  ## remove what these jobs made, the virtual environments too
	@rm -rf $(VENV) $(VENV)-docs $(VENV)-peers build dist .mypy_cache .ruff_cache .hypothesis
	@find src tests benchmarks docs examples -name __pycache__ -type d -prune -exec rm -rf {} +

$(base): requirements.lock pyproject.toml
	@.ci/venv $(VENV)
	@echo "Installing what Letapis needs into $(VENV) …"
	@$(bin)/python $(install) requirements.lock
	@$(bin)/python $(ours)
	@touch $@

$(dev): $(base) requirements-dev.lock
	@echo "Installing what its tests need into $(VENV) …"
	@$(bin)/python $(install) requirements-dev.lock
	@touch $@

$(docs): requirements-docs.lock pyproject.toml
	@.ci/venv $(VENV)-docs
	@echo "Installing what its manual needs into $(VENV)-docs …"
	@$(VENV)-docs/bin/python $(install) requirements-docs.lock
	@$(VENV)-docs/bin/python $(ours)
	@touch $@
