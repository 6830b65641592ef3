"""``deepintro projects``: what people type to move and tidy projects."""

from support.command_line import run, run_json
from support.tiny import tiny_picture


def test_from_a_new_project_to_another_library(library_folder, tmp_path):
    here, there = ("--library", str(library_folder)), ("--library", str(tmp_path / "other"))
    assert run_json("projects", "new", "Lesions", *here)["project"]["name"] == "Lesions"
    run_json("images", "add", str(tiny_picture(tmp_path)), *here)
    listed = run_json("projects", "list", *here)
    assert [one["name"] for one in listed["projects"]] == ["Lesions", "My project"]
    assert listed["open"] == listed["projects"][0]["id"]
    path = tmp_path / "lesions.deepintro"
    written = run_json("projects", "export", "lesions", str(path), *here)
    assert (written["n_images"], written["n_bytes"]) == (1, path.stat().st_size)
    taken = run_json("projects", "import", str(path), *there)
    assert taken["project"]["name"] == "Lesions"
    assert taken["missing"] == taken["refused"] == []
    assert [one["name"] for one in run_json("images", "list", *there)["images"]] == ["picture.png"]


def test_what_the_file_lacks_is_said(library_folder, tmp_path):
    here, there = ("--library", str(library_folder)), ("--library", str(tmp_path / "other"))
    run_json("images", "add", str(tiny_picture(tmp_path)), *here)
    path = tmp_path / "part.deepintro"
    run_json("projects", "export", "My project", str(path), "--without-images", *here)
    assert (
        "picture.png is neither in the file nor in the library."
        in run("projects", "import", str(path), *there).out
    )


def test_rename_duplicate_open_remove(library_folder):
    here = ("--library", str(library_folder))
    run_json("projects", "rename", "My project", "First", *here)
    assert run_json("projects", "duplicate", "First", "--name", "Twin", *here)["project"]["name"] == "Twin"
    run_json("projects", "open", "First", *here)
    removed = run_json("projects", "remove", "Twin", *here)
    assert (removed["n_networks"], removed["n_images"]) == (0, 0)
    assert run("projects", "list", *here).out.startswith("First  (0 networks, 0 images)")


def test_no_project_and_no_project_file_are_the_inputs_fault(library_folder, tmp_path):
    here = ("--library", str(library_folder))
    assert run("projects", "open", "nothing", *here).code == 3
    wrong = tmp_path / "wrong.deepintro"
    wrong.write_text("text")
    outcome = run("projects", "import", str(wrong), *here)
    assert outcome.code == 3
    assert "not an exported project" in outcome.err
