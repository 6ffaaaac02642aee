"""Writes known_activations.txt: values and derivatives of the activation functions at 1,000 points from -10 to 10.

Run with a Python that has mpmath (1.3 was used):  python3 known_activations.py > known_activations.txt
The functions are those of torch.nn.functional, written from its documentation; mpmath computes them with 60 digits and
differentiates numerically, so that no derivative is taken over from anywhere.

Lines: `activation NAME KEY=VALUE ...`, then `values ...` and `derivatives ...`, 13 significant digits each.
"""
from mpmath import diff, erf, exp, mp, mpf, sqrt, tanh, pi

mp.dps = 60
POINTS = [-10 + mpf(20) * i / 999 for i in range(1000)]

FUNCTIONS = {
    "gelu approximate=none": lambda z: z * (1 + erf(z / sqrt(2))) / 2,
    "gelu approximate=tanh": lambda z: z * (1 + tanh(sqrt(2 / pi) * (z + mpf("0.044715") * z**3))) / 2,
    "silu": lambda z: z / (1 + exp(-z)),
}


def line(word, numbers):
    print(word, " ".join("%.13g" % number for number in numbers))


for name, function in FUNCTIONS.items():
    print("activation", name)
    line("values", [function(z) for z in POINTS])
    line("derivatives", [diff(function, z) for z in POINTS])
