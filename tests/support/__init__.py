"""What several test folders share: guards, data, paths. Import as ``from support.paths import ...``."""
