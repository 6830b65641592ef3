"""The main window: docks, centre, menus, status."""
