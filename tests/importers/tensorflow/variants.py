"""Graphs as people of the time wrote them: each builds a network and says how it is used."""

from typing import Any

import numpy as np
from importers.tensorflow.graphs import CHANNELS, CLASSES, SIDE, Made, placeholder

from deepintro_desktop.importers.tensorflow.runtime import tensorflow


def plain(made: Made) -> None:
    made.closed(made.dense(made.flat(made.conv(placeholder(made), "c1", 8)), "fc", CLASSES))


def with_loss(made: Made) -> None:
    """Logits without a softmax, a loss, an optimiser and an accuracy, as in a training script."""
    v1 = tensorflow().compat.v1
    labels = v1.placeholder(v1.int32, [None], name="labels")
    made.logits = made.dense(made.flat(made.conv(placeholder(made), "c1", 8)), "fc", CLASSES)
    loss = v1.reduce_mean(v1.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=made.logits))
    v1.train.AdamOptimizer(1e-3).minimize(loss)
    right = v1.equal(v1.cast(v1.argmax(made.logits, 1), v1.int32), labels)
    v1.reduce_mean(v1.cast(right, v1.float32), name="accuracy")


def local_response(made: Made) -> None:
    x = tensorflow().nn.local_response_normalization(
        made.conv(placeholder(made), "c1", 8), 2, 1.0, 1e-2, 0.75
    )
    made.closed(made.dense(made.flat(x), "fc", CLASSES))


def _normalised(made: Made, x: Any, training: Any, *, fused: bool = True, updates: bool = True) -> Any:
    """Return batch normalisation over a variable scope, with its averages moved in training."""
    v1, n = tensorflow().compat.v1, int(x.shape[-1])
    with v1.variable_scope("bn"):
        gamma, beta = made.weight("gamma", n), made.weight("beta", n)
        mean, variance = made.weight("moving_mean", n), made.weight("moving_variance", n, positive=True)
        if training is False:
            if fused:
                return v1.nn.fused_batch_norm(x, gamma, beta, mean, variance, is_training=False)[0]
            return v1.nn.batch_normalization(x, mean, variance, beta, gamma, 1e-3)
        axes = list(range(len(x.shape) - 1))
        if fused:
            y, batch_mean, batch_variance = v1.nn.fused_batch_norm(x, gamma, beta, is_training=True)
        else:
            batch_mean, batch_variance = v1.nn.moments(x, axes)
            y = v1.nn.batch_normalization(x, batch_mean, batch_variance, beta, gamma, 1e-3)
        if updates:
            for average, value in ((mean, batch_mean), (variance, batch_variance)):
                v1.assign_sub(average, (average - value) * 0.1)
        return y


def batch_norm(made: Made) -> None:
    x = tensorflow().nn.relu(_normalised(made, made.conv(placeholder(made), "c1", 8), False))
    made.closed(made.dense(made.flat(x), "fc", CLASSES))


def composed_batch_norm(made: Made) -> None:
    x = tensorflow().nn.relu(_normalised(made, made.conv(placeholder(made), "c1", 8), False, fused=False))
    made.closed(made.dense(made.flat(x), "fc", CLASSES))


def uint8_input(made: Made) -> None:
    v1 = tensorflow().compat.v1
    x = v1.cast(placeholder(made, None, SIDE, SIDE, CHANNELS, dtype=v1.uint8), v1.float32) / 255.0
    made.closed(made.dense(made.flat(made.conv(x, "c1", 8)), "fc", CLASSES))


def float64_input(made: Made) -> None:
    v1 = tensorflow().compat.v1
    x = v1.cast(placeholder(made, None, SIDE, SIDE, CHANNELS, dtype=v1.float64), v1.float32)
    made.closed(made.dense(made.flat(made.conv(x, "c1", 8)), "fc", CLASSES))


def unknown_size(made: Made) -> None:
    x = made.conv(placeholder(made, None, None, None, CHANNELS), "c1", 8)
    made.closed(made.dense(tensorflow().reduce_mean(x, [1, 2]), "fc", CLASSES))


def flat_input(made: Made) -> None:
    x = tensorflow().reshape(placeholder(made, None, 28 * 28), [-1, 28, 28, 1])
    made.closed(made.dense(made.flat(made.conv(x, "c1", 4)), "fc", CLASSES))


def channels_first(made: Made) -> None:
    v1 = tensorflow().compat.v1
    x = v1.transpose(placeholder(made), [0, 3, 1, 2])
    x = made.conv(x, "c1", 8, data_format="NCHW")
    x = v1.nn.max_pool2d(x, 2, 2, "SAME", data_format="NCHW")
    made.closed(made.dense(v1.reduce_mean(x, [2, 3]), "fc", CLASSES))


def fixed_batch(made: Made) -> None:
    x = made.conv(placeholder(made, 3, SIDE, SIDE, CHANNELS), "c1", 8)
    pooled = tensorflow().nn.max_pool2d(x, 2, 2, "SAME")
    flat = tensorflow().reshape(pooled, [3, (SIDE // 2) ** 2 * 8])
    made.closed(made.dense(flat, "fc", CLASSES))


def _training(made: Made, kind: str) -> Any:
    v1 = tensorflow().compat.v1
    if kind == "default":
        return v1.placeholder_with_default(False, [], name="is_training")
    switch = v1.placeholder(v1.bool, [], name="is_training")
    made.feeds[switch.name] = False
    return switch


def _switched(made: Made, kind: str, *, v2: bool) -> None:
    v1 = tensorflow().compat.v1
    x, switch = made.conv(placeholder(made), "c1", 8), _training(made, kind)
    (v1.enable_control_flow_v2 if v2 else v1.disable_control_flow_v2)()
    try:
        gamma, beta = made.weight("gamma", 8), made.weight("beta", 8)
        mean, variance = made.weight("moving_mean", 8), made.weight("moving_variance", 8, positive=True)

        def training() -> tuple[Any, Any]:
            found = v1.nn.moments(x, [0, 1, 2])
            with v1.control_dependencies([v1.assign_sub(mean, (mean - found[0]) * 0.1)]):
                return v1.identity(found[0]), v1.identity(found[1])

        chosen = v1.cond(switch, training, lambda: (v1.identity(mean), v1.identity(variance)))
        x = v1.nn.relu(v1.nn.batch_normalization(x, *chosen, beta, gamma, 1e-3))
        x = v1.cond(switch, lambda: v1.nn.dropout(x, rate=0.5), lambda: x)
    finally:
        v1.enable_control_flow_v2()
    made.closed(made.dense(made.flat(x), "fc", CLASSES))


def switch_placeholder(made: Made) -> None:
    _switched(made, "plain", v2=False)


def switch_default(made: Made) -> None:
    _switched(made, "default", v2=False)


def cond_placeholder(made: Made) -> None:
    made.resources = True
    _switched(made, "plain", v2=True)


def cond_default(made: Made) -> None:
    made.resources = True
    _switched(made, "default", v2=True)


def keep_placeholder(made: Made) -> None:
    """Dropout of the first years: x / keep * floor(keep + random), under a name that says nothing."""
    v1 = tensorflow().compat.v1
    x = made.flat(made.conv(placeholder(made), "c1", 8))
    keep = v1.placeholder(v1.float32, name="dropout")
    made.feeds[keep.name] = 1.0
    mask = v1.floor(keep + v1.random_uniform(v1.shape(x)))
    kept = v1.div(x, keep) * mask
    kept.set_shape(x.shape)
    made.closed(made.dense(kept, "fc", CLASSES))


def keep_prob(made: Made) -> None:
    v1 = tensorflow().compat.v1
    keep = v1.placeholder(v1.float32, [], name="keep_prob")
    made.feeds[keep.name] = 1.0
    x = v1.nn.dropout(made.flat(made.conv(placeholder(made), "c1", 8)), keep_prob=keep)
    made.closed(made.dense(x, "fc", CLASSES))


def rate_placeholder(made: Made) -> None:
    v1 = tensorflow().compat.v1
    rate = v1.placeholder(v1.float32, [], name="p")
    made.feeds[rate.name] = 0.0
    x = v1.nn.dropout(made.flat(made.conv(placeholder(made), "c1", 8)), rate=rate)
    made.closed(made.dense(x, "fc", CLASSES))


def batch_size_placeholder(made: Made) -> None:
    v1 = tensorflow().compat.v1
    size = v1.placeholder(v1.int32, [], name="batch_size")
    made.feeds[size.name] = 3
    x = v1.nn.max_pool2d(made.conv(placeholder(made), "c1", 8), 2, 2, "SAME")
    x = v1.reshape(x, v1.stack([size, (SIDE // 2) ** 2 * 8]))
    x.set_shape([None, (SIDE // 2) ** 2 * 8])
    made.closed(made.dense(x, "fc", CLASSES))


def partitioned(made: Made) -> None:
    """One matrix stored in two parts, as parameter servers did it."""
    v1 = tensorflow().compat.v1
    x = made.flat(made.conv(placeholder(made), "c1", 8))
    matrix = v1.get_variable(
        "matrix",
        shape=(int(x.shape[1]), CLASSES),
        initializer=v1.random_normal_initializer(0, 0.1, seed=5),
        partitioner=v1.fixed_size_partitioner(2),
        use_resource=False,
    )
    made.closed(v1.matmul(x, v1.convert_to_tensor(matrix)))


def queue(made: Made) -> None:
    v1 = tensorflow().compat.v1
    waiting = v1.FIFOQueue(10, [v1.float32, v1.int32], [[SIDE, SIDE, CHANNELS], []])
    made.picture, _ = waiting.dequeue_many(3)
    made.closed(made.dense(made.flat(made.conv(made.picture, "c1", 8)), "fc", CLASSES))


def iterator(made: Made) -> None:
    v1 = tensorflow().compat.v1
    data = (
        tensorflow().data.Dataset.from_tensor_slices(np.ones((6, SIDE, SIDE, CHANNELS), np.float32)).batch(3)
    )
    made.picture = v1.data.make_one_shot_iterator(data).get_next()
    made.closed(made.dense(made.flat(made.conv(made.picture, "c1", 8)), "fc", CLASSES))


def decoder(made: Made) -> None:
    """A compressed picture decoded, resized and scaled inside the graph, as in the networks of 2015."""
    v1 = tensorflow().compat.v1
    contents = v1.placeholder(v1.string, [], name="contents")
    decoded = v1.cast(v1.image.decode_jpeg(contents, channels=3), v1.float32)
    made.picture = v1.image.resize_bilinear(v1.expand_dims(decoded, 0), [SIDE, SIDE], name="resized")
    x = (made.picture - 0.5) * 2.0
    made.closed(made.dense(made.flat(made.conv(x, "c1", 8)), "fc", CLASSES))


def exact_gelu(made: Made) -> None:
    x = tensorflow().nn.gelu(made.conv(placeholder(made), "c1", 8), approximate=False)
    made.closed(made.dense(made.flat(x), "fc", CLASSES))


USED_AS_THEY_ARE = {
    body.__name__: body
    for body in (
        plain,
        with_loss,
        local_response,
        batch_norm,
        composed_batch_norm,
        uint8_input,
        float64_input,
        unknown_size,
        flat_input,
        channels_first,
        fixed_batch,
        switch_placeholder,
        switch_default,
        cond_placeholder,
        cond_default,
        keep_placeholder,
        keep_prob,
        rate_placeholder,
        batch_size_placeholder,
        partitioned,
        queue,
        iterator,
        exact_gelu,
    )
}


def stuck(made: Made, *, fused: bool, updates: bool) -> None:
    """Batch normalisation in training mode for good; the logits are those with stored averages."""
    v1 = tensorflow().compat.v1
    x = made.conv(placeholder(made), "c1", 8)
    y = v1.nn.relu(_normalised(made, x, True, fused=fused, updates=updates))
    wrong = made.dense(made.flat(y), "fc", CLASSES)
    v1.nn.softmax(wrong, name="probabilities")


def stuck_answer(made: Made, pictures: np.ndarray) -> np.ndarray:
    """Return the logits of :func:`stuck` as they are meant, computed apart from the graph that is opened."""
    tf = tensorflow()
    names = [entry.name.split(":")[0] for entry in made.graph.get_collection("variables")]
    w = {name: made.session.run(f"{name}:0") for name in names}
    x = tf.nn.relu(tf.nn.conv2d(pictures, w["c1/w"], 1, "SAME") + w["c1/b"])
    scale = w["bn/gamma"] / np.sqrt(w["bn/moving_variance"] + 1e-3)
    y = tf.nn.relu((x - w["bn/moving_mean"]) * scale + w["bn/beta"])
    flat = tf.reshape(tf.nn.max_pool2d(y, 2, 2, "SAME"), [len(pictures), -1])
    return (tf.matmul(flat, w["fc/w"]) + w["fc/b"]).numpy()
