"""Writes metrics.txt: random outputs and targets, and the figures that scikit-learn computes of them.

    python3 metrics.py > metrics.txt
"""

import numpy as np
from sklearn import metrics as m

random = np.random.default_rng(20240131)


def show(name, outputs, targets, figures):
    print("case", name, outputs.shape[1], outputs.shape[0])
    print("outputs", *(repr(float(v)) for v in outputs.ravel()))
    print("targets", *(repr(float(v)) for v in targets.ravel()))
    for figure, value in figures.items():
        print("figure", figure, repr(float(value)))


def calibration(probability, right):
    bins = np.clip(np.ceil(probability * 15).astype(int) - 1, 0, 14)
    return sum(abs(right[bins == b].mean() - probability[bins == b].mean()) * (bins == b).mean() for b in set(bins))


def classes(y, predicted, p, k):
    one_hot = np.eye(k)[y]
    binary = k == 2
    average = "binary" if binary else "macro"
    score = p[:, 1] if binary else p
    truth = y if binary else one_hot
    figures = {"accuracy": m.accuracy_score(y, predicted), "balanced_accuracy": m.balanced_accuracy_score(y, predicted)}
    for name, function in (("precision", m.precision_score), ("recall", m.recall_score), ("f1", m.f1_score)):
        figures[name] = function(y, predicted, average=average, zero_division=0)
        for over in ("macro", "weighted"):
            figures[name + "_" + over] = function(y, predicted, average=over, zero_division=0)
    figures["roc_auc"] = m.roc_auc_score(truth, score)
    figures["pr_auc"] = m.average_precision_score(truth, score)
    figures["log_loss"] = m.log_loss(y, p, labels=list(range(k)))
    figures["brier_score"] = m.brier_score_loss(y, p[:, 1]) if binary else ((p - one_hot) ** 2).sum(axis=1).mean()
    figures["calibration_error"] = calibration(p.max(axis=1), predicted == y)
    return figures


def binary_case(name, n, digits):
    y = random.integers(0, 2, n)
    p = np.round(1 / (1 + np.exp(-(random.normal(size=n) + y))), digits)
    both = np.column_stack([1 - p, p])
    return p, y, classes(y, (p > 0.5).astype(int), both, 2)


for name, n, digits in (("binary", 60, 12), ("binary_with_ties", 80, 1)):
    p, y, figures = binary_case(name, n, digits)
    show(name, p[:, None], y[:, None], figures)

for name, n, k in (("classes", 90, 4), ("rare_class", 50, 3)):
    weights = [0.9, 0.08, 0.02] if name == "rare_class" else [0.25] * 4
    y = random.choice(k, n, p=weights)
    y[:k] = range(k)
    z = random.normal(size=(n, k)) + 1.5 * np.eye(k)[y]
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    show(name, p, np.eye(k)[y], classes(y, p.argmax(axis=1), p, k))

labels = [binary_case("label", 40, 12) for _ in range(3)]
show("labels", np.column_stack([l[0] for l in labels]), np.column_stack([l[1] for l in labels]),
     {name: np.mean([l[2][name] for l in labels]) for name in labels[0][2]})

for name, n, k in (("numbers", 70, 1), ("several_numbers", 40, 2)):
    y = random.normal(3, 5, size=(n, k))
    a = y + random.normal(0.4, 2, size=(n, k))
    show(name, a, y, {
        "mse": m.mean_squared_error(y, a),
        "rmse": np.mean(np.sqrt(((a - y) ** 2).mean(axis=0))),
        "mae": m.mean_absolute_error(y, a),
        "mape": m.mean_absolute_percentage_error(y, a),
        "r2": m.r2_score(y, a),
        "explained_variance": m.explained_variance_score(y, a),
        "median_absolute_error": m.median_absolute_error(y, a),
    })
