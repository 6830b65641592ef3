"""Many images: opened at once, scrolled through with a bounded memory. README.md has the large run."""

from reliability.alone import in_own_process

N_IMAGES = 200


def test_many_images_open_and_scroll(tmp_path):
    in_own_process("images", "add_all", tmp_path, N_IMAGES)
    found = in_own_process("images", "look_at_all", tmp_path)
    assert found["n_images"] == N_IMAGES
    assert found["thumbnails_in_sight"] == found["rows_in_sight"] > 0
    # Wide bounds: a machine that tests has other things to do. README.md has the figures of a quiet one.
    assert found["opened_s"] < 5
    assert found["p95_ms"] < 100
