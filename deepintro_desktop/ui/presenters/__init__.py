"""What presenters share: errands, the collections, sorting of dropped files, wording. No Qt here."""
