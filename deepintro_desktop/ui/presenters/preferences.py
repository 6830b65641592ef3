"""What a person sets for the whole program, as it is kept."""

from dataclasses import asdict, dataclass, fields

from deepintro_desktop.ui.presenters.ports import Settings


@dataclass(frozen=True, slots=True)
class Preferences:
    """Settings by their names; ``default_method`` is empty for what suits each network."""

    device: str = "auto"
    language: str = "system"
    default_method: str = ""
    show_patient: bool = False


def load_preferences(settings: Settings) -> Preferences:
    """Read what is set."""
    usual = asdict(Preferences())
    return Preferences(**{name: settings.get(name) or value for name, value in usual.items()})


def save_preferences(settings: Settings, chosen: Preferences) -> frozenset[str]:
    """Keep what was chosen; return the names of what is different now."""
    before = load_preferences(settings)
    names = [field.name for field in fields(chosen)]
    changed = frozenset(name for name in names if getattr(before, name) != getattr(chosen, name))
    for name in changed:
        settings.set(name, getattr(chosen, name))
    return changed
