"""Many threads use one library, as the window's pools do."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np


def test_additions_removals_and_results_of_many_threads_do_not_disturb_each_other(library, manifest, picture):
    pictures = [picture(f"{n}.png", n) for n in range(12)]

    def work(n):
        image = library.images.add(*pictures[n % 12]).record
        network = library.networks.add(manifest("abcdef"[n % 6]), b"onnx %d" % (n % 6), f"net {n % 6}").record
        key = {"image": image.id, "network": network.id}
        owners = {"image_id": image.id, "network_id": network.id}
        library.results.store("relevance", key, {"n": n}, {"a": np.full((4, 4), n % 3)}, **owners)
        loaded = library.results.load("relevance", key)
        assert loaded is not None
        assert library.images.read_bytes(image) == pictures[n % 12][1]
        return image

    with ThreadPoolExecutor(6) as pool:
        images = list(pool.map(work, range(48)))
    assert len(library.images.list()) == 12
    assert len(library.networks.list()) == 6
    assert library.check() == []
    by_id = {image.id: image for image in images}
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(library.images.remove, by_id.values()))
    assert library.images.list() == []
    assert len([path for path in library.folder.glob("objects/*/*") if path.is_file()]) == 6
    assert library.check() == []


def test_same_image_added_by_all_threads_at_once_is_stored_once(library, picture):
    same = picture()
    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(lambda _: library.images.add(*same), range(12)))
    assert sum(outcome.duplicate_of is None for outcome in outcomes) == 1
    assert len({outcome.record.id for outcome in outcomes}) == 1
