"""Writes known_optimizers.txt: the networks of known_training.txt after 100 full-batch steps of further optimizers, and
of Adam with smoothed labels.

Run with a Python that has numpy (2.4 was used):  python3 known_optimizers.py > known_optimizers.txt
Losses, gradients and rules are written here with numpy in double precision, from the papers' formulas. Before anything
is written, the same code takes 100 steps of Adam from the same starts and must arrive where PyTorch did.

Lines are those of known_training.txt.
"""
import os

import numpy as np

STEPS = 100
HERE = os.path.dirname(os.path.abspath(__file__))


class Adam:
    def __init__(self):
        self.m = self.v = 0

    def step(self, w, g, t):
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g * g
        return w - 0.01 * (self.m / (1 - 0.9**t)) / (np.sqrt(self.v / (1 - 0.999**t)) + 1e-8)


class Adagrad:
    def __init__(self):
        self.s = 0

    def step(self, w, g, t):
        self.s = self.s + g * g
        return w - 0.05 * g / (np.sqrt(self.s) + 1e-10)


class AdamW:
    """Decays first, then steps; biases do not decay."""

    def __init__(self, weights=True):
        self.decay, self.m, self.v = 0.1 if weights else 0, 0, 0

    def step(self, w, g, t):
        w = w - 0.01 * self.decay * w
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g * g
        return w - 0.01 * (self.m / (1 - 0.9**t)) / (np.sqrt(self.v / (1 - 0.999**t)) + 1e-8)


class Nadam:
    """torch.optim.NAdam, from its documentation."""

    def __init__(self):
        self.m, self.v, self.product = 0, 0, 1

    def step(self, w, g, t):
        mu = 0.9 * (1 - 0.5 * 0.96 ** (t * 0.004))
        ahead = 0.9 * (1 - 0.5 * 0.96 ** ((t + 1) * 0.004))
        self.product *= mu
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g * g
        m_hat = ahead * self.m / (1 - self.product * ahead) + (1 - mu) * g / (1 - self.product)
        return w - 0.01 * m_hat / (np.sqrt(self.v / (1 - 0.999**t)) + 1e-8)


class Radam:
    """torch.optim.RAdam, from its documentation; beta2 is such that both phases come about."""

    def __init__(self, beta2=0.97):
        self.beta2, self.m, self.v = beta2, 0, 0

    def step(self, w, g, t):
        b = self.beta2
        self.m = 0.9 * self.m + 0.1 * g
        self.v = b * self.v + (1 - b) * g * g
        m_hat = self.m / (1 - 0.9**t)
        longest = 2 / (1 - b) - 1
        length = longest - 2 * t * b**t / (1 - b**t)
        if length <= 5:
            return w - 0.01 * m_hat
        l_t = np.sqrt(1 - b**t) / (np.sqrt(self.v) + 1e-8)
        r_t = np.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length))
        return w - 0.01 * m_hat * r_t * l_t


class Adamax:
    def __init__(self):
        self.m = self.u = 0

    def step(self, w, g, t):
        self.m = 0.9 * self.m + 0.1 * g
        self.u = np.maximum(0.999 * self.u, abs(g) + 1e-8)
        return w - 0.01 * self.m / ((1 - 0.9**t) * self.u)


class Amsgrad:
    """torch.optim.Adam(amsgrad=True); beta2 is such that the mean square falls again and again."""

    def __init__(self):
        self.m = self.v = self.greatest = 0

    def step(self, w, g, t):
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.8 * self.v + 0.2 * g * g
        self.greatest = np.maximum(self.greatest, self.v)
        return w - 0.01 * (self.m / (1 - 0.9**t)) / (np.sqrt(self.greatest) / np.sqrt(1 - 0.8**t) + 1e-8)


class Adadelta:
    def __init__(self):
        self.s = self.d = 0

    def step(self, w, g, t):
        self.s = 0.9 * self.s + 0.1 * g * g
        delta = np.sqrt(self.d + 1e-6) / np.sqrt(self.s + 1e-6) * g
        self.d = 0.9 * self.d + 0.1 * delta * delta
        return w - delta


class Lion:
    """Algorithm 2 of the paper; biases do not decay."""

    def __init__(self, weights=True):
        self.decay, self.m = 0.5 if weights else 0, 0

    def step(self, w, g, t):
        update = np.sign(0.9 * self.m + 0.1 * g)
        self.m = 0.99 * self.m + 0.01 * g
        return w - 0.001 * (update + self.decay * w)


# By the words that declare them in the test.
OPTIMIZERS = {
    "adagrad,learningRate=0.05": Adagrad,
    "adamw,learningRate=0.01,weightDecay=0.1": AdamW,
    "nadam,learningRate=0.01": Nadam,
    "radam,learningRate=0.01,beta2=0.97": Radam,
    "radam,learningRate=0.01": lambda: Radam(0.999),
    "adamax,learningRate=0.01": Adamax,
    "amsgrad,learningRate=0.01,beta2=0.8": Amsgrad,
    "adadelta": Adadelta,
    "lion,learningRate=0.001,weightDecay=0.5": Lion,
}
DECAYING = (AdamW, Lion)

# Values, and derivatives from z and a; those of sigmoid and softmax at the end belong to the losses.
ACTIVATIONS = {
    "identity": (lambda z: z, lambda z, a: np.ones_like(z)),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z, a: a * (1 - a)),
    "tanh": (np.tanh, lambda z, a: 1 - a * a),
    "relu": (lambda z: np.maximum(z, 0), lambda z, a: (z > 0) * 1.0),
    "leaky_relu": (lambda z: np.where(z > 0, z, 0.01 * z), lambda z, a: np.where(z > 0, 1, 0.01)),
    "softmax": (lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True), None),
}


def loss_and_gradients(loss, activations, parameters, x, y):
    values, sums = [x], []
    for activation, (w, b) in zip(activations, parameters):
        sums.append(values[-1] @ w.T + b)
        values.append(ACTIVATIONS[activation][0](sums[-1]))
    a, items, count = values[-1], len(x), y.size
    if loss == "binary_cross_entropy":
        total, dz = -(y * np.log(a) + (1 - y) * np.log(1 - a)).mean(), (a - y) / count
    elif loss == "categorical_cross_entropy":
        total, dz = -(y * np.log(a)).sum() / items, (a - y) / items
    else:
        squared = loss == "mean_squared_error"
        total = ((a - y) ** 2).mean() if squared else abs(a - y).mean()
        dz = (2 * (a - y) if squared else np.sign(a - y)) / count
        dz = dz * ACTIVATIONS[activations[-1]][1](sums[-1], a)
    gradients = []
    for l in reversed(range(len(parameters))):
        gradients[:0] = [(dz.T @ values[l], dz.sum(axis=0))]
        if l > 0:
            dz = dz @ parameters[l][0] * ACTIVATIONS[activations[l - 1]][1](sums[l - 1], values[l])
    return total, gradients


def train(make, network):
    loss, activations, parameters, x, y = network
    parameters = [(w.copy(), b.copy()) for w, b in parameters]
    rules = [(make(), make(False) if make in DECAYING else make()) for _ in parameters]
    for t in range(1, STEPS + 1):
        _, gradients = loss_and_gradients(loss, activations, parameters, x, y)
        parameters = [
            (of_w.step(w, gw, t), of_b.step(b, gb, t))
            for (of_w, of_b), (w, b), (gw, gb) in zip(rules, parameters, gradients)
        ]
    return loss_and_gradients(loss, activations, parameters, x, y)[0], parameters


def read():
    """Networks with their lines, their starts, and where PyTorch's Adam took them."""
    networks, adam = [], False
    for line in open(os.path.join(HERE, "known_training.txt")):
        word, *rest = line.split()
        if word == "network":
            head, loss, inputs, items = [line], rest[1], int(rest[2]), int(rest[3])
            widths, activations, tensors, known, adam = [inputs], [], [], [], False
            networks.append((head, loss, activations, tensors, known, widths, items))
        elif word == "after":
            adam = rest[0] == "adam"
            head = None
        else:
            if head is not None:
                head.append(line)
            written = rest if word in "XY" else rest[1:] if word in "Wb" else []
            numbers = np.array([float(v) for v in written])
            if word == "layer":
                widths.append(int(rest[0]))
                activations.append(rest[1])
            elif word in "XY" or head is not None:
                tensors.append(numbers)
            elif adam:
                known.append(numbers)
    return networks


def network_of(loss, activations, tensors, widths, items):
    x, y = tensors[0].reshape(items, -1), tensors[1].reshape(items, -1)
    parameters = []
    for l in range(len(activations)):
        w, b = tensors[2 + 2 * l], tensors[3 + 2 * l]
        parameters.append((w.reshape(widths[l + 1], widths[l]), b))
    return loss, activations, parameters, x, y


def smoothed(loss, y):
    """The loss as the test declares it, and labels a share of which is spread evenly over all classes."""
    share, classes = (0.1, 2) if loss == "binary_cross_entropy" else (0.2, y.shape[1])
    return f"{loss},labelSmoothing={share}", (1 - share) * y + share / classes


def show(name, total, parameters):
    print("after", name, repr(float(total)))
    for l, (w, b) in enumerate(parameters, 1):
        print("W", l, *map(repr, w.reshape(-1).tolist()))
        print("b", l, *map(repr, b.tolist()))


for head, loss, activations, tensors, known, widths, items in read():
    network = network_of(loss, activations, tensors, widths, items)
    _, found = train(Adam, network)
    for mine, theirs in zip((t for pair in found for t in pair), known, strict=True):
        assert np.allclose(mine.reshape(-1), theirs, rtol=1e-10, atol=1e-12), "this is not what PyTorch computes"
    print("".join(head), end="")
    for name, make in OPTIMIZERS.items():
        show(name, *train(make, network))
    if loss.endswith("cross_entropy"):
        declared, y = smoothed(loss, network[4])
        print(head[0].replace(" " + loss + " ", " " + declared + " "), *head[1:], sep="", end="")
        show("adam", *train(Adam, (*network[:4], y)))
