"""What the library knows about networks and images, as plain values that every layer may hold."""

from dataclasses import dataclass, field
from enum import StrEnum

from deepintro_desktop.core.parameters import DEFAULT_METHOD
from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureView
from deepintro_desktop.core.specification import InputSpecification


class OutputKind(StrEnum):
    """What the last layer of the source network gave; the stored network always ends in logits."""

    LOGITS = "logits"
    SOFTMAX = "softmax"
    LOG_SOFTMAX = "log-softmax"
    SIGMOID = "sigmoid"


class SpecificationSource(StrEnum):
    """Who says how the input is prepared."""

    FILE = "file"
    GUESS = "guess"
    USER = "user"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that a network was made of; ``role`` is network, weights, labels or mean."""

    role: str
    name: str
    sha256: str
    n_bytes: int


@dataclass(frozen=True, slots=True)
class Parity:
    """How far the stored network is from its own runtime, over seeded probe inputs.

    ``max_abs_difference`` is in units of the logits, ``max_relative_difference`` is divided by the largest
    absolute reference output.
    """

    runtime: str
    max_abs_difference: float
    max_relative_difference: float
    n_probes: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Something of which the source has several: the one in use, and the others.

    ``what`` is input, output, signature or architecture; ``guessed``: nobody named the one in use.
    """

    what: str
    used: str
    others: tuple[str, ...]
    guessed: bool = True


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that is known about an imported network besides its ONNX bytes.

    ``sha256`` identifies the network: the digest of its only network file, else the digest of the lines
    ``<sha256>  <name>`` of its network files sorted by name. ``unexplainable`` lists why relevance is not
    offered (empty: it is), ``layer_names`` the layers as the source calls them, ``choices`` where the source
    left something open. ``default_method`` is the attribution method that suits what the network contains.
    """

    format: str
    sha256: str
    files: tuple[SourceFile, ...]
    specification: InputSpecification
    specification_source: SpecificationSource
    n_classes: int
    labels: tuple[str, ...]
    output_kind: OutputKind
    layer_names: tuple[str, ...] = ()
    parity: Parity | None = None
    unexplainable: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    default_method: str = DEFAULT_METHOD

    def label(self, class_index: int) -> str:
        """Return the name of a class, or ``class 7`` when the network came without labels."""
        return self.labels[class_index] if class_index < len(self.labels) else f"class {class_index}"


@dataclass(frozen=True, slots=True)
class NetworkRecord:
    """A network in the library, or one that is used without being stored (then ``stored`` is false)."""

    id: str
    name: str
    manifest: Manifest
    onnx_sha256: str
    added: str = ""
    stored: bool = True

    @property
    def explainable(self) -> bool:
        """Whether relevance can be computed for this network."""
        return not self.manifest.unexplainable


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A project: some of the library's networks and images. Times are UTC, ISO 8601.

    ``n_networks`` and ``n_images`` count its members.
    """

    id: str
    name: str
    created: str
    opened: str
    n_networks: int = 0
    n_images: int = 0


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """An image in the library, or one that is only used. ``sha256`` is of the file's bytes.

    ``view``: which of the file's pictures it is; height, width and facts are of that one.
    """

    id: str
    name: str
    sha256: str
    height: int
    width: int
    kind: str
    added: str = ""
    stored: bool = True
    source_path: str = ""
    facts: dict[str, str] = field(default_factory=dict, hash=False)
    view: PictureView = AS_IT_COMES

    @property
    def pixels_key(self) -> str:
        """What identifies the pixels: the file, and the view of it where a person chose one."""
        return f"{self.sha256}:{self.view.digest}" if self.view.digest else self.sha256

    @property
    def view_id(self) -> str:
        """The id, and the view where a person chose one."""
        return f"{self.id}:{self.view.digest}" if self.view.digest else self.id
