"""A show of two articles and of many older episodes, made once; each test works on a copy."""

from pathlib import Path

import pytest

from tests.reliability.show_folder import ShowFolder, copy_show, make_show


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> ShowFolder:
    return make_show(tmp_path_factory.mktemp("reliability") / "template")


@pytest.fixture
def show(template: ShowFolder, tmp_path: Path) -> ShowFolder:
    return copy_show(template, tmp_path / "show")
