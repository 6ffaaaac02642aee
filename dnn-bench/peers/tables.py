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


kind, epochs, batch, rate, units = sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]), sys.argv[6:]
settings = {"hidden_layer_sizes": [int(u) for u in units], "max_iter": epochs, "batch_size": batch,
            "learning_rate_init": rate, "random_state": 1, "n_iter_no_change": epochs, "alpha": 0}
x, y, test_x, test_y = (matrix(n) for n in ("train-x", "train-y", "test-x", "test-y"))
if kind == "classes":
    label = lambda t: t.argmax(axis=1) if t.shape[1] > 1 else t[:, 0]
    model = MLPClassifier(**settings).fit(x, label(y))
    print("accuracy", accuracy_score(label(test_y), model.predict(test_x)))
else:
    predicted = MLPRegressor(**settings).fit(x, y.ravel()).predict(test_x)
    # Figures are in the target's own unit.
    with open(sys.argv[1] + "/units") as file:
        units = file.read().split()
    back = lambda v: v
    if units:
        offset, divisor = float(units[1]), float(units[2])
        back = lambda v: np.expm1(v * divisor + offset) if units[0] == "LOG" else v * divisor + offset
    print("r2", r2_score(back(test_y.ravel()), back(predicted)))
