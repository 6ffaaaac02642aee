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
    from numpy_network import Network

    columns = [np.asfortranarray(x[i * batch : (i + 1) * batch].T) for i in range(batches)]
    labels = [np.asfortranarray(y[i * batch : (i + 1) * batch].T) for i in range(batches)]
    network = Network(weights, biases, optimizer, rate)
    return lambda: sum(network.step(a0, target) for a0, target in zip(columns, labels)) / batches


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
