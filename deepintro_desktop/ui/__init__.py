"""The window: views hold widgets and no decisions, presenters know no Qt."""
