"""Writes known_normalizations.txt: outputs, gradients and running figures of the layers that normalize.

Run with a Python that has numpy (2.4 was used):  python3 known_normalizations.py > known_normalizations.txt
The formulas are those of torch.nn.BatchNorm1d and torch.nn.LayerNorm, written from their documentation in double
precision; gradients of sum(dY * Y) are taken by complex steps, so that no derivative is taken over from anywhere.

Lines: `layer NAME KEY=VALUE ...`, the sizes `units items`, then what is given (X, scale, shift, dY; an item a row)
and what is found: Y, dX, dscale and dshift of the second pass in training, the running mean and variance after both,
and Z, the outputs of the second X in inference.
"""
import numpy as np

H = 1e-200


def batch_norm(x, gamma, beta, epsilon):
    mean = x.mean(axis=0)
    return (x - mean) / np.sqrt(((x - mean) ** 2).mean(axis=0) + epsilon) * gamma + beta


def layer_norm(x, gamma, beta, epsilon):
    mean = x.mean(axis=1, keepdims=True)
    return (x - mean) / np.sqrt(((x - mean) ** 2).mean(axis=1, keepdims=True) + epsilon) * gamma + beta


def slope(function, tensor):
    """Gradient of a function with respect to every number of a tensor."""
    found = np.zeros_like(tensor)
    for index in np.ndindex(*tensor.shape):
        moved = tensor.astype(complex)
        moved[index] += 1j * H
        found[index] = function(moved).imag / H
    return found


def line(word, numbers):
    print(word, " ".join(repr(float(number)) for number in np.ravel(numbers)))


random = np.random.default_rng(5)
CASES = [
    ("batch_norm", {}, 4, 6),
    ("batch_norm", {"momentum": 0.3, "epsilon": 0.01}, 19, 2),
    ("layer_norm", {}, 6, 3),
    ("layer_norm", {"epsilon": 0.01}, 2, 5),
]
for name, values, units, items in CASES:
    epsilon, momentum = values.get("epsilon", 1e-5), values.get("momentum", 0.1)
    formula = batch_norm if name == "batch_norm" else layer_norm
    first, x, dy = (random.normal(2, 1.5, (items, units)) for _ in range(3))
    gamma, beta = random.normal(1, 0.5, units), random.normal(0, 0.5, units)
    mean, variance = np.zeros(units), np.ones(units)
    for batch in (first, x):
        mean = (1 - momentum) * mean + momentum * batch.mean(axis=0)
        variance = (1 - momentum) * variance + momentum * batch.var(axis=0, ddof=1)
    print("layer", name, *(f"{key}={value}" for key, value in values.items()))
    print("sizes", units, items)
    line("first", first)
    line("X", x)
    line("scale", gamma)
    line("shift", beta)
    line("dY", dy)
    line("Y", formula(x, gamma, beta, epsilon))
    line("dX", slope(lambda v: (dy * formula(v, gamma, beta, epsilon)).sum(), x))
    line("dscale", slope(lambda v: (dy * formula(x, v, beta, epsilon)).sum(), gamma))
    line("dshift", slope(lambda v: (dy * formula(x, gamma, v, epsilon)).sum(), beta))
    if name == "batch_norm":
        line("running_mean", mean)
        line("running_variance", variance)
        line("Z", (x - mean) / np.sqrt(variance + epsilon) * gamma + beta)
    else:
        line("Z", formula(x, gamma, beta, epsilon))
