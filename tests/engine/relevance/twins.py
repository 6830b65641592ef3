"""Slow twins of the relevance rules in float64: loops over neurons, written from the papers' equations.

``weights``: [n_out, n_in], the matrix of a linear node; ``x``: [n_in]; ``bias``, ``relevance``: [n_out].
``reach``: bool [n_out, n_in], which inputs lie in a neuron's receptive field (padding is no input).
"""

import numpy as np
import torch


def dense_matrix(linear, x, weight=None):
    """Return the matrix of a linear map, one unit picture per column, float64 [n_out, n_in]."""
    units = torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape[1:])
    return linear.apply(units, weight).flatten(1).double().numpy().T


def away(z, epsilon):
    """Return z moved away from 0 by epsilon."""
    return z + (epsilon if z >= 0 else -epsilon)


def epsilon_rule(weights, x, bias, relevance, epsilon):
    """[Bach2015] eq. 58."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        products = weights[k] * x
        result += products / away(products.sum() + bias[k], epsilon) * share
    return result


def alpha_beta_rule(weights, x, bias, relevance, alpha, beta, reach, spreads=True, signed=False):
    """[Bach2015] eq. 60 without bias; one-signed neurons pass all, bias-only neurons spread it."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        products = weights[k] * x
        positive, negative = np.maximum(products, 0), np.minimum(products, 0)
        plus, minus = positive.sum(), negative.sum()
        first, second = (alpha, -beta) if not signed or plus + minus >= 0 else (-beta, alpha)
        if plus > 0 and minus < 0:
            result += (first * positive / plus + second * negative / minus) * share
        elif plus > 0:
            result += positive / plus * share
        elif minus < 0:
            result += negative / minus * share
        elif spreads and reach[k].any():
            result += reach[k] / reach[k].sum() * share
    return result


def alpha_beta_textbook(weights, x, bias, relevance, alpha, beta, epsilon):
    """[Bach2015] eq. 60 with the bias among the contributions and a stabilizer."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        products = weights[k] * x
        positive, negative = np.maximum(products, 0), np.minimum(products, 0)
        plus = positive.sum() + max(bias[k], 0) + epsilon
        minus = negative.sum() + min(bias[k], 0) - epsilon
        result += (alpha * positive / plus - beta * negative / minus) * share
    return result


def z_plus_rule(weights, x, bias, relevance):
    """[Montavon2017] eq. 9, for inputs of either sign."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        positive = np.maximum(weights[k] * x, 0)
        if positive.sum() > 0:
            result += positive / positive.sum() * share
    return result


def gamma_rule(weights, x, bias, relevance, gamma, epsilon=0.0, keeps_bias=False):
    """Generalised γ rule [Andeol2021]: what agrees with the neuron's sign counts 1 + γ times."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        products = np.append(weights[k] * x, bias[k] if keeps_bias else 0.0)
        sign = 1 if products.sum() >= 0 else -1
        messages = products + gamma * np.where(products * sign > 0, products, 0)
        if np.abs(messages).sum() == 0:
            continue
        whole = away(messages.sum(), epsilon) if epsilon else messages.sum()
        result += messages[:-1] / whole * share
    return result


def w_square_rule(weights, x, bias, relevance):
    """[Montavon2017] eq. 11."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        squares = weights[k] ** 2
        if squares.sum() > 0:
            result += squares / squares.sum() * share
    return result


def flat_rule(reach, x, relevance):
    """[Lapuschkin2019]: evenly over the receptive field."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        if reach[k].any():
            result += reach[k] / reach[k].sum() * share
    return result


def z_box_rule(weights, x, low, high, relevance):
    """[Montavon2017] eq. 13."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        w = weights[k]
        messages = x * w - low * np.maximum(w, 0) - high * np.minimum(w, 0)
        if messages.sum() > 0:
            result += messages / messages.sum() * share
    return result


def pool_rule(matrix, x, relevance):
    """In proportion to |x| in each window, evenly in a window of zeros. ``matrix``: [n_out, n_in], ≥ 0."""
    result = np.zeros_like(x)
    for k, share in enumerate(relevance):
        parts = matrix[k] * np.abs(x)
        if parts.sum() == 0:
            parts = matrix[k]
        result += parts / parts.sum() * share
    return result
