"""Writes known_activations.txt: values and derivatives of the activation functions at 1,000 points from -10 to 10.

Run with a Python that has mpmath (1.3 was used):  python3 known_activations.py > known_activations.txt
The functions are those of torch.nn.functional, written from its documentation; mpmath computes them with 60 digits and
differentiates numerically, so that no derivative is taken over from anywhere.

Lines: `activation NAME KEY=VALUE ...`, then `values ...` and `derivatives ...`, 13 significant digits each.
"""
from mpmath import diff, erf, exp, log, mp, mpf, pi, sqrt, tanh

mp.dps = 60
POINTS = [-10 + mpf(20) * i / 999 for i in range(1000)]

# The constants of torch.nn.functional.selu.
ALPHA = mpf("1.6732632423543772848170429916717")
SCALE = mpf("1.0507009873554804934193349852946")

FUNCTIONS = {
    "gelu approximate=none": lambda z: z * (1 + erf(z / sqrt(2))) / 2,
    "gelu approximate=tanh": lambda z: z * (1 + tanh(sqrt(2 / pi) * (z + mpf("0.044715") * z**3))) / 2,
    "silu": lambda z: z / (1 + exp(-z)),
    "elu": lambda z: z if z > 0 else exp(z) - 1,
    "elu alpha=0.7": lambda z: z if z > 0 else mpf("0.7") * (exp(z) - 1),
    "selu": lambda z: SCALE * (z if z > 0 else ALPHA * (exp(z) - 1)),
    "celu alpha=1.5": lambda z: max(0, z) + min(0, mpf("1.5") * (exp(z / mpf("1.5")) - 1)),
    "mish": lambda z: z * tanh(log(1 + exp(z))),
    "softplus": lambda z: log(1 + exp(z)),
    "softplus beta=2.5": lambda z: log(1 + exp(mpf("2.5") * z)) / mpf("2.5"),
    "softsign": lambda z: z / (1 + abs(z)),
    "hard_sigmoid": lambda z: 0 if z <= -3 else 1 if z >= 3 else z / 6 + mpf(1) / 2,
    "hard_tanh": lambda z: max(-1, min(1, z)),
    "hard_swish": lambda z: 0 if z <= -3 else z if z >= 3 else z * (z + 3) / 6,
    "relu6": lambda z: min(max(0, z), 6),
    "log_sigmoid": lambda z: log(1 / (1 + exp(-z))),
    "exponential": exp,
    "thresholded_relu theta=1.5": lambda z: z if z > mpf("1.5") else 0,
}


def line(word, numbers):
    print(word, " ".join("%.13g" % number for number in numbers))


for name, function in FUNCTIONS.items():
    print("activation", name)
    line("values", [function(z) for z in POINTS])
    line("derivatives", [diff(function, z) for z in POINTS])
