"""A whole small experiment by a peer, as in the configuration of the same name: reads, splits, prepares, trains, evaluates. Prints the accuracy on the test split.

    python3 whole.py numpy|torch|sklearn moons|digits|penguins SEED [FILE]

Like dnn, NumPy and PyTorch look at the validation split after every epoch; scikit-learn does not.
"""

import csv
import gzip
import sys

import numpy as np

BATCH = 32
# Hidden layers, learning rate, epochs, l2: those of configs/moons.yaml and configs/elsewhere/*.yaml.
EXPERIMENTS = {
    "moons": ([20, 7, 5], 0.01, 200, 0.0),
    "digits": ([64], 0.005, 40, 0.0),
    "penguins": ([16], 0.01, 100, 1e-3),
}


def moons(random, count=1000, noise=0.2):
    """Two interleaving half circles."""
    angle = np.pi * random.random(count)
    label = np.arange(count) % 2
    x = np.stack([np.where(label, 1 - np.cos(angle), np.cos(angle)), np.where(label, 0.5 - np.sin(angle), np.sin(angle))], axis=1)
    return x + noise * random.standard_normal(x.shape), label


def table(file):
    """The heading and the rows of a table of text, plain or gzip."""
    with (gzip.open if file.endswith(".gz") else open)(file, "rt") as text:
        rows = list(csv.reader(text))
    return rows[0], rows[1:]


def columns(file, target):
    """Features column by column, numbers where every cell that is not missing is one, and the target's classes numbered from 0."""
    heading, rows = table(file)
    features = []
    for name, cells in zip(heading, zip(*rows)):
        if name == target:
            labels = np.unique(cells, return_inverse=True)[1]
            continue
        cells = np.array([c if c not in ("", "NA", "NaN", "null", "?") else "" for c in cells])
        try:
            features.append(np.where(cells == "", "nan", cells).astype(float))
        except ValueError:
            features.append(cells)
    return features, labels


def split(labels, random):
    """Items of training, validation and test: 70, 15 and 15 % of every class."""
    parts = [[], [], []]
    for label in np.unique(labels):
        items = random.permutation(np.flatnonzero(labels == label))
        ends = np.rint(len(items) * np.array([0.7, 0.85])).astype(int)
        for part, chosen in zip(parts, np.split(items, ends)):
            part.extend(chosen)
    return [random.permutation(part) for part in parts]


def prepared(column, train, scale):
    """A column of numbers imputed and scaled, or of text as one column of zeros and ones for each, as the training split says."""
    if column.dtype.kind == "f":
        column = np.where(np.isnan(column), np.nanmedian(column[train]), column)
        known = column[train]
        if scale == "min_max":
            return [(column - known.min()) / (np.ptp(known) or 1)]
        return [(column - known.mean()) / (known.std() or 1)]
    categories, counts = np.unique(column[train][column[train] != ""], return_counts=True)
    column = np.where(column == "", categories[counts.argmax()], column)
    return [(column == category).astype(float) for category in categories]


def batches(items, random):
    order = random.permutation(items)
    return [order[i : i + BATCH] for i in range(0, items, BATCH)]


def sklearn_accuracy(x, labels, train, validation, test, settings, seed):
    from sklearn.neural_network import MLPClassifier

    hidden, rate, epochs, l2 = settings
    # Its alpha is divided by the items of a batch.
    model = MLPClassifier(hidden, alpha=l2 * BATCH, batch_size=BATCH, learning_rate_init=rate, max_iter=epochs, n_iter_no_change=epochs, random_state=seed)
    import warnings

    warnings.filterwarnings("ignore", message="Stochastic Optimizer")
    model.fit(x[train], labels[train])
    return np.mean(model.predict(x[test]) == labels[test])


def torch_accuracy(x, labels, train, validation, test, settings, seed):
    import torch

    hidden, rate, epochs, l2 = settings
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    outputs = 1 if labels.max() == 1 else labels.max() + 1
    sizes = [x.shape[1], *hidden, outputs]
    layers = []
    for before, after in zip(sizes, sizes[1:]):
        linear = torch.nn.Linear(before, after)
        torch.nn.init.kaiming_normal_(linear.weight, nonlinearity="relu")
        torch.nn.init.zeros_(linear.bias)
        layers += [linear, torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers[:-1])
    decayed = [{"params": [p for p in model.parameters() if p.ndim > 1], "weight_decay": l2}, {"params": [p for p in model.parameters() if p.ndim == 1]}]
    optimizer = torch.optim.Adam(decayed, lr=rate)
    if outputs == 1:
        loss_of, target = torch.nn.BCEWithLogitsLoss(), torch.from_numpy(labels.astype(np.float32)[:, None])
        hits = lambda z, t: ((z > 0) == (t > 0.5)).float().mean().item()
    else:
        loss_of, target = torch.nn.CrossEntropyLoss(), torch.from_numpy(labels)
        hits = lambda z, t: (z.argmax(dim=1) == t).float().mean().item()
    features = torch.from_numpy(x)
    xs, ys = features[train], target[train]
    for _ in range(epochs):
        for items in batches(len(train), random):
            optimizer.zero_grad()
            loss_of(model(xs[items]), ys[items]).backward()
            optimizer.step()
        with torch.no_grad():
            z = model(features[validation])
            loss_of(z, target[validation]).item(), hits(z, target[validation])
    with torch.no_grad():
        return hits(model(features[test]), target[test])


def numpy_accuracy(x, labels, train, validation, test, settings, seed):
    from numpy_network import Network

    hidden, rate, epochs, l2 = settings
    random = np.random.default_rng(seed)
    outputs = 1 if labels.max() == 1 else labels.max() + 1
    sizes = [x.shape[1], *hidden, outputs]
    weights = [(random.standard_normal((after, before)) * np.sqrt(2 / before)).astype(np.float32) for before, after in zip(sizes, sizes[1:])]
    network = Network(weights, [np.zeros((after, 1), np.float32) for after in sizes[1:]], "adam", rate, l2)
    target = (labels[None, :] if outputs == 1 else np.arange(outputs)[:, None] == labels).astype(np.float32)

    def look(items):
        z = network.forward(x[items].T)[-1]
        chosen = z[0] > 0 if outputs == 1 else z.argmax(axis=0)
        return network.loss_and_probabilities(z, target[:, items])[0], np.mean(chosen == labels[items])

    for _ in range(epochs):
        for items in batches(len(train), random):
            network.step(x[train[items]].T, target[:, train[items]])
        look(validation)
    return look(test)[1]


def main(peer, experiment, seed, file=None):
    random = np.random.default_rng(seed)
    if experiment == "moons":
        x, labels = moons(random)
        parts = split(labels, random)
    else:
        features, labels = columns(file, "digit" if experiment == "digits" else "species")
        parts = split(labels, random)
        scale = "min_max" if experiment == "digits" else "standardize"
        x = np.stack([c for column in features for c in prepared(column, parts[0], scale)], axis=1)
    accuracy = {"numpy": numpy_accuracy, "torch": torch_accuracy, "sklearn": sklearn_accuracy}[peer]
    print(accuracy(x.astype(np.float32), labels, *parts, EXPERIMENTS[experiment], seed))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), *sys.argv[4:])
