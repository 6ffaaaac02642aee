"""scikit-learn's multi-layer perceptron on the items that dnn.bench.ExportSplit wrote: same split, same preprocessing, same layers.

    python3 tables.py FOLDER classes|numbers|log EPOCHS BATCH RATE UNITS...
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
    # R² in the target's own unit is that of y up to a linear map of a logarithm, whose parameters the second argument gives.
    if kind.startswith("log:"):
        mean, deviation = (float(v) for v in kind[4:].split(":"))
        back = lambda v: np.expm1(v * deviation + mean)
        print("r2", r2_score(back(test_y.ravel()), back(predicted)))
    else:
        print("r2", r2_score(test_y.ravel(), predicted))
