"""scikit-learn's multi-layer perceptron on the items that dnn.bench.ExportSplit wrote: same split, same preprocessing, same layers.

    python3 tables.py FOLDER classes|numbers EPOCHS BATCH RATE UNITS...

It has neither dropout nor a schedule, and its penalty on weights is another: it learns without.
"""

import sys
import warnings

import numpy as np
from sklearn.metrics import accuracy_score, r2_score
from sklearn.neural_network import MLPClassifier, MLPRegressor

warnings.filterwarnings("ignore")


def matrix(name):
    with open(sys.argv[1] + "/" + name, "rb") as file:
        rows, items = np.frombuffer(file.read(8), ">i4")
        return np.frombuffer(file.read(), ">f8").reshape(items, rows).astype(float)


def labels(targets):
    return targets.argmax(axis=1) if targets.shape[1] > 1 else targets[:, 0]


def in_own_unit(scaled):
    """Numbers as the table has them; what was done to them stands in a file, which is empty where nothing was."""
    with open(sys.argv[1] + "/units") as file:
        unit = file.read().split()
    if not unit:
        return scaled
    shifted = scaled * float(unit[2]) + float(unit[1])
    return np.copysign(np.expm1(np.abs(shifted)), shifted) if unit[0] == "LOG" else shifted


kind, epochs, batch, rate, units = sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]), sys.argv[6:]
settings = {"hidden_layer_sizes": [int(u) for u in units], "max_iter": epochs, "batch_size": batch,
            "learning_rate_init": rate, "random_state": 1, "n_iter_no_change": epochs, "alpha": 0}
x, y, test_x, test_y = (matrix(n) for n in ("train-x", "train-y", "test-x", "test-y"))
if kind == "classes":
    model = MLPClassifier(**settings).fit(x, labels(y))
    print("accuracy", accuracy_score(labels(test_y), model.predict(test_x)))
else:
    predicted = MLPRegressor(**settings).fit(x, y.ravel()).predict(test_x)
    print("r2", r2_score(in_own_unit(test_y.ravel()), in_own_unit(predicted)))
