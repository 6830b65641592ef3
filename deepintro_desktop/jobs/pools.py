"""Which threads run which verbs."""

from dataclasses import dataclass
from enum import StrEnum


class Pool(StrEnum):
    """A group of threads: long computations, answers to a click, reading of files."""

    COMPUTE = "compute"
    QUICK = "quick"
    FILES = "files"


POOL_OF_VERB: dict[str, Pool] = {
    # A click during an analysis must not wait for its end: these only run the network forward.
    "cluster": Pool.QUICK,
    "split_feature": Pool.QUICK,
    "occlude": Pool.QUICK,
    "stored_analysis": Pool.QUICK,
    "keep_drawn": Pool.FILES,
    "compare": Pool.QUICK,
    "analyses_before": Pool.FILES,
    "report_choices": Pool.FILES,
    "syntheses_before": Pool.FILES,
    "stored_syntheses": Pool.FILES,
    "boundaries_before": Pool.FILES,
    "stored_boundaries": Pool.FILES,
    "save_picture": Pool.FILES,
    "available_devices": Pool.QUICK,
    "check_library": Pool.FILES,
    "library_notice": Pool.FILES,
    "list_networks": Pool.FILES,
    "list_images": Pool.FILES,
    "add_images": Pool.FILES,
    "remove_network": Pool.FILES,
    "rename_network": Pool.FILES,
    "replace_labels": Pool.FILES,
    "preparations": Pool.FILES,
    "prepare_otherwise": Pool.FILES,
    "remove_image": Pool.FILES,
    "rename_image": Pool.FILES,
    "list_projects": Pool.FILES,
    "create_project": Pool.FILES,
    "open_project": Pool.FILES,
    "rename_project": Pool.FILES,
    "duplicate_project": Pool.FILES,
    "remove_project": Pool.FILES,
    "project_extent": Pool.FILES,
    "export_project": Pool.FILES,
    "import_project": Pool.FILES,
    "feedback_subject": Pool.FILES,
    "keep_feedback": Pool.FILES,
    "list_feedback": Pool.FILES,
    "remove_feedback": Pool.FILES,
    "export_feedback": Pool.FILES,
    "thumbnail": Pool.FILES,
    # A long computation must not keep a model from being added: reading happens in a process of its own.
    "inspect_network": Pool.FILES,
    "relabel_network": Pool.FILES,
    "try_picture": Pool.FILES,
    "keep_network": Pool.FILES,
    "forget_inspected": Pool.FILES,
    "try_preparations": Pool.QUICK,
    "image_pixels": Pool.FILES,
    "see_picture": Pool.FILES,
    "keep_view": Pool.FILES,
    "patient_lines": Pool.FILES,
}
"""Every verb that is not named here computes."""


@dataclass(frozen=True, slots=True)
class PoolSizes:
    """How many threads each pool has. Computing libraries use all cores from one thread."""

    compute: int = 1
    quick: int = 1
    files: int = 2

    def of(self, pool: Pool) -> int:
        """Return the number of threads of one pool."""
        return {Pool.COMPUTE: self.compute, Pool.QUICK: self.quick, Pool.FILES: self.files}[pool]
