"""The contracts on imports leave no room out: a new one has to be entered in each that is for all."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
ROOMS = {room for layer in CONTRACTS[0]["layers"] for room in layer.split(" | ")}
FOR_ALL = {
    contract["name"]: contract["source_modules"]
    for contract in CONTRACTS
    if len(contract.get("source_modules", "")) > 1
}


def rooms_of(name):
    return {module.removeprefix("questioner.").partition(".")[0] for module in FOR_ALL[name]}


def test_the_contracts_that_are_for_all_rooms_are_these():
    assert set(FOR_ALL) == {
        "The library never prints, exits or parses a command line",
        "One module knows the SDK",
    }


@pytest.mark.parametrize("name", FOR_ALL)
def test_a_contract_for_all_rooms_names_each_of_them(name):
    assert ROOMS - rooms_of(name) <= {"cli"}


def test_every_module_of_models_but_the_one_with_the_sdk_is_kept_from_it():
    modules = {path.stem for path in (ROOT / "questioner" / "models").glob("*.py")} - {"__init__", "openai_chat"}
    named = set(FOR_ALL["One module knows the SDK"])
    assert modules == {module.rpartition(".")[2] for module in named if module.startswith("questioner.models.")}
