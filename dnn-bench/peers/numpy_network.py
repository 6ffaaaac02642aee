"""The lecture's network in NumPy, written by hand: equations (21)-(28), one column per item, with the update in place."""

import numpy as np


class Network:
    """Dense layers, relu inside; sigmoid and binary cross-entropy for one output, softmax and categorical cross-entropy for more. Everything is float32.

    Weights are (n_l, n_{l-1}), biases (n_l, 1); the optimizer is sgd or adam; l2 adds l2/2 times the squared weights to the loss that is differentiated.
    """

    def __init__(self, weights, biases, optimizer, rate, l2=0.0):
        self.weights, self.biases = weights, biases
        self.optimizer, self.rate, self.l2 = optimizer, rate, l2
        self.binary = weights[-1].shape[0] == 1
        self.moments = [[np.zeros_like(p) for p in weights + biases] for _ in range(2)]
        self.count = 0

    def forward(self, a0):
        """A[0], A[1], ..., A[L-1], Z[L]."""
        outputs = [a0]
        for layer, (w, b) in enumerate(zip(self.weights, self.biases)):
            z = w @ outputs[-1]
            z += b
            if layer < len(self.weights) - 1:
                np.maximum(z, 0, out=z)
            outputs.append(z)
        return outputs

    def loss_and_probabilities(self, z, target):
        """The mean loss over items, and A[L], which may take the place of Z[L]."""
        if self.binary:
            return float(np.mean(np.maximum(z, 0) - z * target + np.log1p(np.exp(-np.abs(z))))), 1 / (1 + np.exp(-z))
        z -= z.max(axis=0, keepdims=True)
        a = np.exp(z)
        s = a.sum(axis=0, keepdims=True)
        loss = float(np.mean(np.log(s) - (z * target).sum(axis=0, keepdims=True)))
        a /= s
        return loss, a

    def step(self, a0, target):
        """Learns from these items; their loss before."""
        outputs = self.forward(a0)
        loss, a = self.loss_and_probabilities(outputs[-1], target)
        dz = a - target
        dz *= np.float32(1 / a0.shape[1])
        gradients_w, gradients_b = [None] * len(self.weights), [None] * len(self.weights)
        for layer in range(len(self.weights) - 1, -1, -1):
            gradients_w[layer] = dz @ outputs[layer].T
            gradients_b[layer] = dz.sum(axis=1, keepdims=True)
            if self.l2 > 0:
                gradients_w[layer] += np.float32(self.l2) * self.weights[layer]
            if layer > 0:
                dz = self.weights[layer].T @ dz
                dz *= outputs[layer] > 0
        self.update(gradients_w + gradients_b)
        return loss

    def update(self, gradients):
        self.count += 1
        parameters = self.weights + self.biases
        if self.optimizer == "sgd":
            for p, g in zip(parameters, gradients):
                g *= np.float32(self.rate)
                p -= g
            return
        c1, c2 = np.float32(1 - 0.9**self.count), np.float32(1 - 0.999**self.count)
        for p, g, m, s in zip(parameters, gradients, *self.moments):
            m *= np.float32(0.9)
            m += np.float32(0.1) * g
            s *= np.float32(0.999)
            s += np.float32(0.001) * g * g
            p -= np.float32(self.rate) * (m / c1) / (np.sqrt(s / c2) + np.float32(1e-8))
