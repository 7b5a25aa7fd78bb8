"""What keeps the program in one piece: one direction of imports, and nothing that is not registered."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from inspect import getmembers, isclass, isfunction
from pathlib import Path
from pkgutil import iter_modules, walk_packages

import pytest

import claimcheck
import claimcheck.claims
import claimcheck.lexicons
import claimcheck.reading
import claimcheck.writing
from claimcheck.claims import CLAIM_FINDERS, claim_types
from claimcheck.claims.base import BaseClaim, kind_of
from claimcheck.reading import READERS
from claimcheck.writing import WRITERS

ROOT = Path(__file__).parent.parent
PACKAGE = Path(claimcheck.__file__).parent

NOT_FORMATS = {
    "reading": {
        *(
            "decoding",
            "inputs",
            "libraries",
            "ligatures",
            "paragraphs",
            "code_styles",
            "layout_tables",
            "mail_words",
            "markdown_dialects",
            "docx_code",
            "docx_headings",
            "raised_digits",
            "rows",
        ),
        *("packages", "sniffing"),
        *(
            "table_rows",
            "unpacking",
            "webpage_asides",
            "webpage_cleaning",
            "webpage_encoding",
            "webpage_plain",
            "webpage_scan",
            "webpage_tables",
        ),
    },
    "writing": {
        *("whole_documents", "document_records"),
        *(
            "explanation_formats",
            "colours",
            "columns",
            "files",
            "findings",
            "finished",
            "json_schema",
            "kinds_table",
            "positions",
            "qualifiers",
        ),
        *(
            "brief",
            "ledger",
            "of_findings",
            "offline_page",
            "quantity_formats",
            "span_groups",
            "terminal_text",
        ),
    },
}


def modules(package):
    return [import_module(f"{package.__name__}.{module.name}") for module in iter_modules(package.__path__)]


def defined_in(module, predicate):
    return [member for _, member in getmembers(module, predicate) if member.__module__ == module.__name__]


def test_imports_go_one_way():
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("module", modules(claimcheck.claims), ids=lambda module: module.__name__)
def test_every_claim_and_finder_is_registered(module):
    claims = [
        member
        for member in defined_in(module, isclass)
        if issubclass(member, BaseClaim) and "kind" in member.__annotations__ and member is not BaseClaim
    ]
    finders = [
        member
        for member in defined_in(module, isfunction)
        if member.__name__.startswith("find_") and member.__name__.endswith("_claims")
    ]
    assert set(claims) <= set(claim_types())
    assert set(finders) <= set(CLAIM_FINDERS)
    for claim in claims:
        assert claim.model_fields["kind"].default == module.__name__.rpartition(".")[2]
        assert finders, "the model and the finder of a kind share a module"


def every_module():
    names = (module.name for module in walk_packages(claimcheck.__path__, "claimcheck."))
    return [import_module(name) for name in names if not name.endswith("__main__")]


def test_what_is_made_of_lists_is_remembered_per_lexicon():
    """What `functools.cache` keeps would be that of the first who asked, whoever's words he brought."""
    asking = {"load_cues", "own_rows"} | {
        function.__wrapped__.__name__
        for module in every_module()
        for function in vars(module).values()
        if isfunction(function) and function.__code__.co_filename == claimcheck.lexicons.__file__
        if hasattr(function, "__wrapped__")
    }
    wrong = [
        f"{module.__name__}.{name}"
        for module in every_module()
        for name, function in vars(module).items()
        if type(function) is type(kind_of) and asking & {*function.__wrapped__.__code__.co_names}
    ]
    assert {"load_rows", "load_all_cues"} <= asking
    assert wrong == []


def test_every_kind_has_a_finder_beside_it():
    assert {claim.__module__ for claim in claim_types()} == {finder.__module__ for finder in CLAIM_FINDERS}


def registered(registry, attribute):
    return {getattr(entry, attribute).__module__.split(".")[2] for entry in registry.values()}


def test_every_input_format_is_registered():
    names = {module.name for module in iter_modules(claimcheck.reading.__path__)}
    assert names - NOT_FORMATS["reading"] == registered(READERS, "read")


def test_every_output_format_is_registered():
    names = {module.name for module in iter_modules(claimcheck.writing.__path__)}
    assert names - NOT_FORMATS["writing"] == registered(WRITERS, "write")


def test_every_format_has_its_tests():
    for folder, registry, attribute in (("reading", READERS, "read"), ("writing", WRITERS, "write")):
        for name in registered(registry, attribute):
            assert (ROOT / "tests" / folder / f"test_{name}.py").is_file(), name


@pytest.mark.skipif(
    not (ROOT / "claimcheck").is_dir() or ROOT / "claimcheck" == PACKAGE,
    reason="needs the sources beside an installed package that is not editable",
)
def test_the_installed_package_holds_every_file_of_the_sources():
    def files(folder):
        return {
            str(path.relative_to(folder))
            for path in folder.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    assert files(ROOT / "claimcheck") == files(PACKAGE)


_READ_RULES = {"rules.py", "register.py", "explanation.py", "own_examples.py", "ground.py"}
"""What switches rules on and off or shows them, and what chooses between finished findings, reads their names."""


def _is_name_of_a_rule(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in ("rule", "found_by")


def _is_fixed(node: ast.expr) -> bool:
    """Whether an expression is a text, a collection of texts or a constant of the module."""
    if isinstance(node, ast.Name):
        return node.id.isupper()
    members = node.elts if isinstance(node, (ast.Tuple, ast.Set, ast.List)) else [node]
    return all(isinstance(member, ast.Constant) and isinstance(member.value, str) for member in members)


def _asks_for_a_rule(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        return any(map(_is_name_of_a_rule, sides)) and any(map(_is_fixed, sides))
    is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return is_method and _is_name_of_a_rule(node.func.value)


LONGEST_FUNCTION = 55
"""Lines of a function without its docstring: about a screen."""


def test_every_function_fits_on_a_screen():
    long = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                docstring = ast.get_docstring(node, clean=False)
                said = docstring.count("\n") + 1 if docstring else 0
                lines = (node.end_lineno or 0) - node.lineno + 1 - said
                if lines > LONGEST_FUNCTION:
                    long.append(f"{path.relative_to(PACKAGE)}: {node.name}, {lines} lines")
    assert not long


def test_no_rule_reads_the_name_of_another():
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.name not in _READ_RULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _asks_for_a_rule(node)
    ]
    assert found == [], "what a later step must know is a field of what the earlier one found"
