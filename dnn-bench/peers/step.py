"""Training steps of a peer: for every number on a line so many passes over the batches, answered by milliseconds in all and the mean loss of the last pass.

Arguments: numpy|torch|sklearn, folder of x.f32, y.f32 and weights.f32, sizes (784-512-10), batch, sgd|adam, batches, learning rate, threads.
"""

import sys
import time

import numpy as np

peer, folder, sizes, batch, optimizer, batches, rate, threads = sys.argv[1:9]
sizes = [int(size) for size in sizes.split("-")]
batch, batches, rate, threads = int(batch), int(batches), float(rate), int(threads)
binary = sizes[-1] == 1

x = np.fromfile(folder + "/x.f32", dtype=np.float32).reshape(-1, sizes[0])
y = np.fromfile(folder + "/y.f32", dtype=np.float32).reshape(-1, sizes[-1])
flat = np.fromfile(folder + "/weights.f32", dtype=np.float32)
weights, biases, at = [], [], 0
for before, after in zip(sizes, sizes[1:]):
    weights.append(flat[at : at + before * after].reshape(after, before).copy())
    at += before * after
    biases.append(flat[at : at + after].reshape(after, 1).copy())
    at += after


def numpy_pass():
    """The lecture's equations (21)-(28), one column per item, with the update in place."""
    columns = [np.asfortranarray(x[i * batch : (i + 1) * batch].T) for i in range(batches)]
    labels = [np.asfortranarray(y[i * batch : (i + 1) * batch].T) for i in range(batches)]
    moments = [[np.zeros_like(p) for p in weights + biases] for _ in range(2)]
    count = 0

    def run():
        nonlocal count
        total = 0.0
        for a0, target in zip(columns, labels):
            outputs = [a0]
            for layer, (w, b) in enumerate(zip(weights, biases)):
                z = w @ outputs[-1]
                z += b
                if layer < len(weights) - 1:
                    np.maximum(z, 0, out=z)
                outputs.append(z)
            z = outputs[-1]
            if binary:
                total += float(np.mean(np.maximum(z, 0) - z * target + np.log1p(np.exp(-np.abs(z)))))
                a = 1 / (1 + np.exp(-z))
            else:
                z -= z.max(axis=0, keepdims=True)
                a = np.exp(z)
                s = a.sum(axis=0, keepdims=True)
                total += float(np.mean(np.log(s) - (z * target).sum(axis=0, keepdims=True)))
                a /= s
            dz = a - target
            dz *= np.float32(1 / batch)
            gradients_w, gradients_b = [None] * len(weights), [None] * len(weights)
            for layer in range(len(weights) - 1, -1, -1):
                gradients_w[layer] = dz @ outputs[layer].T
                gradients_b[layer] = dz.sum(axis=1, keepdims=True)
                if layer > 0:
                    dz = weights[layer].T @ dz
                    dz *= outputs[layer] > 0
            count += 1
            if optimizer == "sgd":
                for p, g in zip(weights + biases, gradients_w + gradients_b):
                    g *= np.float32(rate)
                    p -= g
            else:
                for p, g, m, s in zip(weights + biases, gradients_w + gradients_b, *moments):
                    m *= np.float32(0.9)
                    m += np.float32(0.1) * g
                    s *= np.float32(0.999)
                    s += np.float32(0.001) * g * g
                    c1, c2 = np.float32(1 - 0.9**count), np.float32(1 - 0.999**count)
                    p -= np.float32(rate) * (m / c1) / (np.sqrt(s / c2) + np.float32(1e-8))
        return total / batches

    return run


def torch_pass():
    import torch

    torch.set_num_threads(threads)
    layers = []
    for w, b in zip(weights, biases):
        linear = torch.nn.Linear(w.shape[1], w.shape[0])
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(w))
            linear.bias.copy_(torch.from_numpy(b[:, 0]))
        layers += [linear, torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers[:-1])
    choice = torch.optim.SGD if optimizer == "sgd" else torch.optim.Adam
    steps = choice(model.parameters(), lr=rate)
    loss_function = torch.nn.BCEWithLogitsLoss() if binary else torch.nn.CrossEntropyLoss()
    xs = torch.from_numpy(x)
    ys = torch.from_numpy(y) if binary else torch.from_numpy(y.argmax(axis=1))

    def run():
        total = 0.0
        for i in range(batches):
            steps.zero_grad()
            loss = loss_function(model(xs[i * batch : (i + 1) * batch]), ys[i * batch : (i + 1) * batch])
            loss.backward()
            steps.step()
            total += loss.item()
        return total / batches

    return run


def sklearn_pass():
    from sklearn.neural_network import MLPClassifier

    labels = y[:, 0].astype(int) if binary else y.argmax(axis=1)
    model = MLPClassifier(
        hidden_layer_sizes=tuple(sizes[1:-1]),
        solver=optimizer,
        alpha=0,
        batch_size=batch,
        learning_rate_init=rate,
        momentum=0,
        nesterovs_momentum=False,
        shuffle=False,
    )
    classes = np.arange(max(2, sizes[-1]))
    # What is not initialized cannot be given weights; the optimizer that this makes has seen a step and goes.
    model.partial_fit(x[:batch], labels[:batch], classes=classes)
    del model._optimizer
    for own, given in zip(model.coefs_, weights):
        own[...] = given.T
    for own, given in zip(model.intercepts_, biases):
        own[...] = given[:, 0]

    def run():
        model.partial_fit(x, labels)
        return model.loss_

    return run


def versions():
    """The peer's version, and that of the library that multiplies for it, with the kernels it chose."""
    import importlib

    text = peer + " " + importlib.import_module(peer).__version__
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return text
    for library in threadpool_info():
        if library["user_api"] == "blas":
            text += f", {library['internal_api']} {library['version']} {library.get('architecture', '')} {library['num_threads']} threads"
    return text


run = {"numpy": numpy_pass, "torch": torch_pass, "sklearn": sklearn_pass}[peer]()
print("ready " + versions(), flush=True)
while (passes := int(sys.stdin.readline() or 0)) > 0:
    start = time.perf_counter()
    for _ in range(passes):
        loss = run()
    print(f"{1000 * (time.perf_counter() - start):.6f} {loss:.9g}", flush=True)
