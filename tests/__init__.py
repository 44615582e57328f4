"""The tests mirror the packages: `tests/order` tests `marketplace/order`. The cast is in `cast.py`, what it owns is made by `factories`."""
