"""What a mutation of the library touched; views reload what concerns them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds of entries that a mutation changed."""

    networks: bool = False
    images: bool = False
    analyses: bool = False
    projects: bool = False
    feedback: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.networks or other.networks,
            self.images or other.images,
            self.analyses or other.analyses,
            self.projects or other.projects,
            self.feedback or other.feedback,
        )

    def __bool__(self) -> bool:
        return self.networks or self.images or self.analyses or self.projects or self.feedback
