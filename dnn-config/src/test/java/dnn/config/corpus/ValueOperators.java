package dnn.config.corpus;

import static dnn.config.corpus.Operator.data;
import static dnn.config.corpus.Operator.insert;
import static dnn.config.corpus.Operator.remove;
import static dnn.config.corpus.Operator.replace;
import static dnn.config.corpus.Operator.replaceLast;

import java.util.List;

/** Values out of their bounds, and training and data that cannot work: Y011 and the families O, T and D. */
final class ValueOperators {
    private ValueOperators() {}

    private static boolean isBuiltIn(GoodExperiment good) {
        return good.profile().isEmpty();
    }

    static List<Operator> all() {
        return List.of(
                replace("Y011", "{type: adam, learning_rate: 0.01}", "0.01", "0"),
                replace("Y011", "{type: adam, learning_rate: 0.01}", "0.01", "-0.01"),
                replace("Y011", "  learning_rate: 0.05", "0.05", ".nan"),
                replace("Y011", "{type: sgd, learning_rate: 0.1}", "0.1", ".inf"),
                replace("Y011", "  epochs: 120", "120", "0"),
                replace("Y011", "  epochs: 120", "120", "-5"),
                replace("Y011", "units: ", "units: ", "units: -"),
                replace("Y011", "  noise: ", "noise: ", "noise: -"),
                replace("Y011", "  items: ", "items: ", "items: 0 # "),
                replace("Y011", "patience: 15", "15", "0"),
                replace("Y011", "batch_size: 32", "32", "0"),
                replace("Y011", "{norm: 1.0}", "1.0", "0"),
                replace("Y011", "{value: 0.5}", "0.5", "-0.5"),
                replace("Y011", "{type: step, every: 20", "20", "0"),
                replace("Y011", "{type: exponential, factor: 0.99}", "0.99", "1.5"),
                replace("Y011", "{type: exponential, factor: 0.99}", "0.99", "0"),
                replace("Y011", "  classes: ", "classes: ", "classes: 1 # "),
                replace("Y011", "standard_deviation: 0.3", "0.3", "0"),
                replace("Y011", "{type: uniform", "low: -0.4", "low: 0.5"),
                replace("Y011", "name: good-", "good-", "Good-"),
                replace("Y011", "name: wide", "wide", "Wide"),
                replace("Y011", "threads: 1}", "1}", "0}"),
                replace("Y011", "slope: 0.1", "0.1", ".nan"),
                replace("T508", "momentum: 0.9", "0.9", "1"),
                replace("T508", "momentum: 0.9", "0.9", "-0.9"),
                replace("T508", "beta1: 0.8", "0.8", "1"),
                replace("T508", "beta2: 0.99", "0.99", "1.0"),
                replace("T508", "{l2: 1e-4}", "1e-4", "-1e-4"),
                replace("T508", "  l1: 0.0", "0.0", "-1"),
                replace("A405", "rate: 0.2", "0.2", "1.0"),
                replace("A405", "rate: 0.2", "0.2", "-0.2"),
                replace("T501", "{type: adam, learning_rate: 0.01}", "0.01", "10"),
                replace("T501", "{type: adam, learning_rate: 0.01}", "0.01", "1e-9"),
                replace("T501", "{type: sgd, learning_rate: 0.1}", "0.1", "100"),
                replace("T504", "batch_size: 32", "32", "5000").where(good -> !isBuiltIn(good)),
                replace("T505", "batch_size: 32", "32", "24").where(good -> !isBuiltIn(good)),
                replace("T506", "monitor: validation.loss", "validation.loss", "validation.los"),
                replace("T506", "monitor: train.loss", "train.loss", "test.loss"),
                replace("T506", "patience: 15", "15", "120"),
                replace("T506", "patience: 10", "10", "200"),
                remove("I208", "seed: ", ""),
                replaceLast("O302", "units: 1, activation: sigmoid}", "sigmoid", "tanh"),
                replaceLast("O302", "units: 1, activation: sigmoid}", "sigmoid", "relu"),
                replaceLast("O302", "units: 1, activation: sigmoid}", "sigmoid", "identity"),
                replaceLast("O302", "units: 1, activation: sigmoid}", ", activation: sigmoid", ""),
                replaceLast("O303", "units: 1, activation: sigmoid}", "sigmoid", "softmax")
                        .and("  loss: ", "binary", "categorical"),
                replaceLast("O304", ", activation: softmax}", "softmax", "sigmoid"),
                replaceLast("O304", ", activation: softmax}", ", activation: softmax", ""),
                replace("O301", "loss: binary_cross_entropy", "binary_cross_entropy", "mean_squared_error")
                        .and("  metrics: ", "accuracy, f1", "mse")
                        .where(good -> isBuiltIn(good) && good.has("units: 1, activation: sigmoid}")),
                replace("O306", "loss: categorical_cross_entropy", "categorical", "binary")
                        .and("activation: softmax}", "units: 3, activation: softmax", "units: 1, activation: sigmoid")
                        .where(good -> good.has("units: 3, activation: softmax}")),
                replaceLast("O308", "    - {type: dense, units: 1}", "units: 1", "units: 1, activation: sigmoid")
                        .where(good -> good.profile().equals("mass")),
                replaceLast("O308", "    - {type: dense, units: 1}", "units: 1", "units: 1, activation: tanh")
                        .where(good -> good.profile().equals("mass")),
                replace("O309", "  metrics: [r_squared]", "r_squared", "accuracy"),
                replace("O309", "  metrics: [accuracy", "accuracy", "mae"),
                data("D601", "species", "missing", "  source: "),
                data("D602", "species", "cells", "  source: "),
                data("D603", "species", "harmful", "  source: "),
                data("D607", "species", "unequal", "  target: "),
                data("D608", "species", "harmful", "  source: "),
                data("D609", "species", "columns", "  target: "),
                data("D610", "species", "nottable", "  source: "),
                data("D611", "species", "few", "validation: 0."),
                insert("O305", "units: 1, activation: sigmoid}", "    - {type: activation, activation: sigmoid}"),
                insert("O305", "units: 3, activation: softmax}", "    - {type: activation, activation: softmax}"),
                insert("O311", "  loss: mean_squared_error", "  class_weights: balanced"),
                insert("Y009", "batch_size: full", "  shuffle: false"),
                replace("Y009", "{type: exponential, factor: 0.99}", "0.99", "1"),
                replace("Y009", "schedule: {type: cosine}", "}", ", minimum: 0.01}")
                        .where(good -> good.has("{type: adam, learning_rate: 0.01}")),
                replace("Y011", "schedule: {type: cosine}", "}", ", minimum: 5}"),
                replace("Y009", "  metrics: [accuracy, f1]", "f1]", "f1, f1]"),
                insert("Y009", "  target: species", "  positive_class: Adelie")
                        .where(good -> good.has("categorical_cross_entropy")),
                insert("Y009", "  target: species", "  exclude: [species]"),
                insert("D605", "  target: species", "  features: [island, species]"));
    }
}
