"""Puts libRonda and the lexicon, which lie beside this directory in the repository, into the package."""

import os
import shutil
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py

REPOSITORY = Path(__file__).resolve().parent.parent
BUILD = "swift build -c release --product Ronda -Xswiftc -static-stdlib"


def library() -> Path:
    named = os.environ.get("RONDA_LIBRARY")
    paths = [Path(named)] if named else sorted(REPOSITORY.glob(".build/release/libRonda.*"))
    for path in paths:
        if path.suffix in (".so", ".dylib") and path.exists():
            return path
    raise SystemExit(f"libRonda is not there: run `{BUILD}` in {REPOSITORY}, or name it in RONDA_LIBRARY")


class BuildWithLibrary(build_py):
    def run(self) -> None:
        super().run()
        package = Path(self.build_lib) / "ronda"
        shutil.copy2(library(), package)
        shutil.copytree(REPOSITORY / "lexicons", package / "lexicons", dirs_exist_ok=True)


class PlatformDistribution(Distribution):
    def has_ext_modules(self) -> bool:
        return True  # the library is of one platform


setup(cmdclass={"build_py": BuildWithLibrary}, distclass=PlatformDistribution)
