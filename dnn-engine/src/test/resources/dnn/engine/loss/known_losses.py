"""Writes known_losses.txt: values and derivatives of the losses that are run by their formulas, at pairs of an output
and a target.

Run with a Python that has mpmath (1.3 was used):  python3 known_losses.py > known_losses.txt
The losses are those of torch.nn.functional (huber_loss, poisson_nll_loss with log_input=False), of Keras (LogCosh,
MeanSquaredLogarithmicError, MeanAbsolutePercentageError, here a share) and of the papers that the records name, written
from their documentation; mpmath computes them with 60 digits and differentiates numerically with respect to the output,
so that no derivative is taken over from anywhere.

Lines: `loss NAME KEY=VALUE ...`, `outputs ...`, `targets ...`, `values ...` and `derivatives ...`, the last two with 13
significant digits each. Outputs and targets are multiples of 1/8, so that each is read back exactly.
"""
from mpmath import cosh, diff, log, mp, mpf

mp.dps = 60


def huber(delta):
    return lambda a, y: (a - y) ** 2 / 2 if abs(a - y) <= delta else delta * (abs(a - y) - delta / 2)


def pinball(q):
    return lambda a, y: max(q * (y - a), (q - 1) * (y - a))


LOSSES = {
    "huber": (huber(mpf(1)), "real", "real"),
    "huber delta=0.3": (huber(mpf("0.3")), "real", "real"),
    "log_cosh": (lambda a, y: log(cosh(a - y)), "real", "real"),
    "quantile": (pinball(mpf("0.5")), "real", "real"),
    "quantile quantile=0.9": (pinball(mpf("0.9")), "real", "real"),
    "poisson": (lambda a, y: a - y * log(a), "positive", "counts"),
    "gamma": (lambda a, y: log(a) + y / a, "positive", "positive"),
    "mean_squared_logarithmic_error": (lambda a, y: (log(1 + a) - log(1 + y)) ** 2, "positive", "counts"),
    "mean_absolute_percentage_error": (lambda a, y: abs(a - y) / abs(y), "real", "positive"),
}
NUMBERS = {
    "real": [mpf(i) / 8 for i in (-200, -37, -11, -3, -1, 0, 1, 2, 9, 17, 66, 240)],
    "positive": [mpf(i) / 8 for i in (1, 2, 5, 12, 31, 90, 400)],
    "counts": [mpf(i) for i in (0, 1, 2, 5, 19, 100)],
}


def line(word, numbers, digits):
    print(word, " ".join(digits % number for number in numbers))


for name, (loss, outputs, targets) in LOSSES.items():
    # A loss with a kink has no derivative where output and target meet; its record says what is taken there.
    pairs = [(a, y) for a in NUMBERS[outputs] for y in NUMBERS[targets] if a != y]
    print("loss", name)
    line("outputs", [a for a, _ in pairs], "%.17g")
    line("targets", [y for _, y in pairs], "%.17g")
    line("values", [loss(a, y) for a, y in pairs], "%.13g")
    line("derivatives", [diff(lambda x: loss(x, y), a) for a, y in pairs], "%.13g")
