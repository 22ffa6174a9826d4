"""The tests mirror the package; `databases.py` makes fresh databases, `conftest.py` the fixtures."""
