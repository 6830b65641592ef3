"""Verb -> workflow, with static imports that packagers can see."""

from collections.abc import Callable
from typing import Any

from deepintro_desktop.core.progress import Report
from deepintro_desktop.workflows.context import Context

Verb = Callable[[Any, Context, Report], object]


def _lists() -> dict[str, Verb]:
    from deepintro_desktop.workflows import entries, picture_view

    return {
        "list_networks": entries.list_networks,
        "list_images": entries.list_images,
        "library_notice": entries.library_notice,
        "check_library": entries.check_library,
        "rename_network": entries.rename_network,
        "rename_image": entries.rename_image,
        "remove_network": entries.remove_network,
        "remove_image": entries.remove_image,
        "thumbnail": entries.thumbnail,
        "image_pixels": entries.original_pixels,
        "see_picture": picture_view.see_picture,
        "keep_view": picture_view.keep_view,
        "patient_lines": picture_view.patient_lines,
    }


def _feedback() -> dict[str, Verb]:
    from deepintro_desktop.workflows import feedback

    return {
        "feedback_subject": feedback.feedback_subject,
        "keep_feedback": feedback.keep_feedback,
        "list_feedback": feedback.list_feedback,
        "remove_feedback": feedback.remove_feedback,
        "export_feedback": feedback.export_feedback,
    }


def _projects() -> dict[str, Verb]:
    from deepintro_desktop.workflows import projects

    return {
        "list_projects": projects.list_projects,
        "create_project": projects.create_project,
        "open_project": projects.open_project,
        "rename_project": projects.rename_project,
        "duplicate_project": projects.duplicate_project,
        "remove_project": projects.remove_project,
        "project_extent": projects.project_extent,
        "export_project": projects.export_project,
        "import_project": projects.import_project,
    }


def _additions() -> dict[str, Verb]:
    from deepintro_desktop.workflows.add_images import add_images
    from deepintro_desktop.workflows.add_network import add_network
    from deepintro_desktop.workflows.adjust_network import preparations, prepare_otherwise, replace_labels
    from deepintro_desktop.workflows.sample import open_sample

    return {
        "add_network": add_network,
        "add_images": add_images,
        "open_sample": open_sample,
        "replace_labels": replace_labels,
        "preparations": preparations,
        "prepare_otherwise": prepare_otherwise,
    }


def _inspections() -> dict[str, Verb]:
    from deepintro_desktop.workflows import inspect_network

    return {
        "inspect_network": inspect_network.inspect_network,
        "relabel_network": inspect_network.relabel_network,
        "try_preparations": inspect_network.try_preparations,
        "try_picture": inspect_network.try_picture,
        "keep_network": inspect_network.keep_network,
        "forget_inspected": inspect_network.forget_inspected,
    }


def _computations() -> dict[str, Verb]:
    from deepintro_desktop.workflows.analyse import analyse, stored_analysis
    from deepintro_desktop.workflows.cluster import cluster_features
    from deepintro_desktop.workflows.compare_networks import compare_networks
    from deepintro_desktop.workflows.drawn import keep_drawn, split_feature
    from deepintro_desktop.workflows.earlier import analyses_before, compare
    from deepintro_desktop.workflows.explain import explain
    from deepintro_desktop.workflows.occlude import drops_alone, occlude
    from deepintro_desktop.workflows.predict import predict
    from deepintro_desktop.workflows.report import make_report, report_choices
    from deepintro_desktop.workflows.warm_up import available_devices, warm_up

    return {
        "predict": predict,
        "explain": explain,
        "cluster": cluster_features,
        "split_feature": split_feature,
        "keep_drawn": keep_drawn,
        "alone": drops_alone,
        "occlude": occlude,
        "analyse": analyse,
        "stored_analysis": stored_analysis,
        "analyses_before": analyses_before,
        "report_choices": report_choices,
        "make_report": make_report,
        "compare": compare,
        "compare_networks": compare_networks,
        "warm_up": warm_up,
        "available_devices": available_devices,
    }


def _images() -> dict[str, Verb]:
    from deepintro_desktop.workflows.boundary import (
        boundaries_before,
        boundary,
        plan_boundary,
        stored_boundaries,
    )
    from deepintro_desktop.workflows.export import save_picture
    from deepintro_desktop.workflows.synthesise import (
        layer_choice,
        plan_synthesis,
        stored_syntheses,
        syntheses_before,
        synthesise,
    )

    return {
        "synthesise": synthesise,
        "plan_synthesis": plan_synthesis,
        "syntheses_before": syntheses_before,
        "stored_syntheses": stored_syntheses,
        "layer_choice": layer_choice,
        "boundary": boundary,
        "plan_boundary": plan_boundary,
        "boundaries_before": boundaries_before,
        "stored_boundaries": stored_boundaries,
        "save_picture": save_picture,
    }


def catalogue() -> dict[str, Verb]:
    """Return every verb that a front end may submit as a job; loads no torch and no onnxruntime."""
    return {
        **_lists(),
        **_projects(),
        **_feedback(),
        **_additions(),
        **_inspections(),
        **_computations(),
        **_images(),
    }
