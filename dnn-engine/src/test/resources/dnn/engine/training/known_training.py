"""Writes known_training.txt: five small networks after 100 full-batch steps of each optimizer, in double precision.

Run with a Python that has torch (1.13 was used):  python3 known_training.py > known_training.txt
PyTorch's conventions are the engine's: binary and squared losses are means over outputs and items, its cross-entropy is
a mean over items of the sum over classes.

Lines: `network NAME LOSS INPUTS ITEMS`, `layer UNITS ACTIVATION`, `X ...` and `Y ...` (column by column), `W l ...` row by row, `b l ...`, then
`after OPTIMIZER LOSS` followed by `W`/`b` lines. Numbers are written with repr and read back exactly.
"""
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(3)
torch.set_num_threads(1)
STEPS = 100

ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky_relu": lambda z: F.leaky_relu(z, 0.01),
}
OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.99, eps=1e-8),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.9, 0.999), eps=1e-8),
}
NETWORKS = [
    ("moons_like", "binary_cross_entropy", 2, 9, [(5, "relu"), (4, "tanh"), (1, "sigmoid")]),
    ("three_classes", "categorical_cross_entropy", 3, 8, [(6, "tanh"), (3, "softmax")]),
    ("curve", "mean_squared_error", 1, 7, [(6, "sigmoid"), (2, "identity")]),
    ("robust", "mean_absolute_error", 2, 6, [(5, "leaky_relu"), (1, "identity")]),
    ("two_labels", "binary_cross_entropy", 3, 7, [(4, "leaky_relu"), (4, "relu"), (2, "sigmoid")]),
]


def forward(layers, parameters, x):
    a = x
    for (_, activation), (w, b) in zip(layers, parameters):
        z = a @ w.T + b
        a = ACTIVATIONS[activation](z) if activation in ACTIVATIONS else None
    return z, a


def loss_of(loss, z, a, y):
    if loss == "binary_cross_entropy":
        return F.binary_cross_entropy_with_logits(z, y)
    if loss == "categorical_cross_entropy":
        return -(y * F.log_softmax(z, dim=1)).sum(dim=1).mean()
    if loss == "mean_squared_error":
        return ((a - y) ** 2).mean()
    return (a - y).abs().mean()


def numbers(tensor):
    return " ".join(repr(v) for v in tensor.detach().reshape(-1).tolist())


def show(parameters):
    for l, (w, b) in enumerate(parameters, 1):
        print("W", l, numbers(w))
        print("b", l, numbers(b))


for name, loss, inputs, items, layers in NETWORKS:
    x = torch.randn(items, inputs)
    outputs = layers[-1][0]
    if loss == "binary_cross_entropy":
        y = (torch.rand(items, outputs) > 0.5).double()
    elif loss == "categorical_cross_entropy":
        y = F.one_hot(torch.randint(outputs, (items,)), outputs).double()
    else:
        y = torch.randn(items, outputs)
    print("network", name, loss, inputs, items)
    start, width = [], inputs
    for units, activation in layers:
        print("layer", units, activation)
        start.append((torch.randn(units, width) * 0.7, torch.randn(units) * 0.2))
        width = units
    print("X", numbers(x))
    print("Y", numbers(y))
    show(start)
    for optimizer, make in OPTIMIZERS.items():
        parameters = [(w.clone().requires_grad_(), b.clone().requires_grad_()) for w, b in start]
        flat = [p for pair in parameters for p in pair]
        step = make(flat)
        for _ in range(STEPS):
            step.zero_grad()
            loss_of(loss, *forward(layers, parameters, x), y).backward()
            step.step()
        final = loss_of(loss, *forward(layers, parameters, x), y)
        print("after", optimizer, repr(final.item()))
        show(parameters)
