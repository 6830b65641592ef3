"""Set-up of every test: no screen, no network, no person's folders. Fixtures live in ``tests/support``."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts.warning=false")

pytest_plugins = ["support.data", "support.guards", "support.isolation", "support.second_opinions"]
