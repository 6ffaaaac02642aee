package dnn.config.corpus;

import static dnn.config.corpus.Operator.insert;
import static dnn.config.corpus.Operator.remove;
import static dnn.config.corpus.Operator.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mistakes of writing: the Y family. */
final class FileOperators {
    /** Keys as people get them wrong. */
    private static final String[][] MISSPELT = {
        {"seed: ", "sede: "},
        {"data:", "dta:"},
        {"architecture:", "architecure:"},
        {"layers:", "layer:"},
        {"initialization:", "initialisation:"},
        {"training:", "trainings:"},
        {"loss: ", "los: "},
        {"optimizer:", "optimiser:"},
        {"optimizer:", "Optimizer:"},
        {"learning_rate: ", "learnig_rate: "},
        {"learning_rate: ", "learningRate: "},
        {"learning_rate: ", "learning-rate: "},
        {"momentum: ", "momentun: "},
        {"beta1: ", "beta_1: "},
        {"schedule: ", "scedule: "},
        {"epochs: ", "epoch: "},
        {"batch_size: ", "batchsize: "},
        {"batch_size: ", "bach_size: "},
        {"shuffle: ", "shufle: "},
        {"regularization: ", "regularisation: "},
        {"gradient_clipping: ", "gradient_cliping: "},
        {"early_stopping:", "early_stoping:"},
        {"patience: ", "patence: "},
        {"restore_best: ", "restore_bst: "},
        {"metrics: ", "metric: "},
        {"units: ", "unit: "},
        {"activation: ", "activaton: "},
        {"rate: 0.2", "rat: 0.2"},
        {"biases: ", "biasses: "},
        {"weights: ", "weigths: "},
        {"source: ", "sorce: "},
        {"items: ", "item: "},
        {"noise: ", "nois: "},
        {"target: ", "traget: "},
        {"split:", "splits:"},
        {"validation: 0", "validaton: 0"},
        {"preprocessing: ", "preprocesing: "},
        {"impute: ", "imput: "},
        {"precision: ", "precison: "},
        {"description: ", "descripton: "},
    };

    private FileOperators() {}

    static List<Operator> all() {
        List<Operator> operators = new ArrayList<>(List.of(
                replace("Y001", "  epochs: 120", "120", "[120"),
                replace("Y001", "name: good", "good", "\"good"),
                replace("Y001", "{type: adam", "0.01}", "0.01"),
                replace("Y001", "  metrics: [", "]", ""),
                replace("Y001", "  epochs: 120", "120", "120: 3"),
                replace("Y001", "  epochs: 120", "120", "@120"),
                replace("Y002", "  epochs: 120", "  ", "\t"),
                replace("Y002", "  source: ", "  ", "\t"),
                replace("Y002", "    - {type: dense", "    ", "\t\t"),
                insert("Y003", "seed: ", "seed: 99"),
                insert("Y003", "  epochs: 120", "  epochs: 60"),
                insert("Y003", "  source: ", "  source: circles"),
                replace("Y003", "{type: dense, units", "units", "units: 3, units"),
                replace("Y003", "inputs: 12}", "}", ", units: 6}"),
                replace("Y005", "- {type: dense", "units: ", "units: x"),
                replace("Y005", "  epochs: 120", "120", "\"120\""),
                replace("Y005", "  epochs: 120", "120", "1.5"),
                replace("Y005", "  epochs: 120", ": ", ":"),
                replace("Y005", "  epochs: 120", "120", "120]"),
                replace("Y005", "seed: ", "seed: ", "seed: no. "),
                replace("Y005", "shuffle: ", "shuffle: ", "shuffle: x"),
                replace("Y005", "{type: adam, learning_rate: 0.01}", "0.01", "fast"),
                replace("Y005", "  noise: ", "noise: 0", "noise: [0]  # 0"),
                replace("Y005", "      rate: 0.2", "0.2", "0,2"),
                replace("Y005", "patience: ", "patience: ", "patience: ~1"),
                replace("Y006", "shuffle: true", "true", "yes"),
                replace("Y006", "shuffle: false", "false", "off"),
                replace("Y006", "seed: ", "seed: ", "seed: 01"),
                replace("Y006", "  epochs: 120", "120", "2:00"),
                replace("Y006", "nesterov: true", "true", "on"),
                replace("Y007", "activation: relu", "relu", "rleu"),
                replace("Y007", "activation: sigmoid", "sigmoid", "sigmod"),
                replace("Y007", "activation: softmax", "softmax", "soft_max"),
                replace("Y007", "activation: tanh", "tanh", "tan"),
                replace("Y007", "loss: binary_cross_entropy", "cross_entropy", "crossentropy"),
                replace("Y007", "loss: mean_squared_error", "mean_squared_error", "mean_square_error"),
                replace("Y007", "{type: adam", "adam", "adma"),
                replace("Y007", "type: sgd", "sgd", "gsd"),
                replace("Y007", "source: moons", "moons", "moon"),
                replace("Y007", "weights: he_normal", "he_normal", "he_norml"),
                replace("Y007", "weights: xavier_normal", "xavier", "xavir"),
                replace("Y007", "metrics: [accuracy", "accuracy", "acuracy"),
                replace("Y007", "{backend: auto", "auto", "gpu"),
                replace("Y007", "precision: float64", "float64", "float16"),
                replace("Y007", "{type: cosine", "cosine", "cosin"),
                replace("Y007", "scale: standardize", "standardize", "standardise"),
                replace("Y007", "    - {type: dense", "dense", "dens"),
                remove("Y008", "  loss: ", "training:"),
                remove("Y008", "name: ", ""),
                remove("Y008", "  source: ", "data:")
                        .where(good -> good.profile().isEmpty()),
                remove("Y008", "  target: ", "data:"),
                replace("Y008", "- {type: dense, units: ", "type: dense, ", ""),
                replace("Y008", "rate: 0.2", ", rate: 0.2", ""),
                replace("Y009", "{type: adam", "learning_rate", "momentum: 0.9, learning_rate"),
                replace("Y009", "{type: sgd", "learning_rate", "beta1: 0.9, learning_rate"),
                replace("Y009", "{type: sgd", "learning_rate", "nesterov: true, learning_rate"),
                replace("Y009", "activation: relu", "relu", "{type: relu, slope: 0.1}"),
                replace("Y009", "units: 1, activation: sigmoid}", "}", ", rate: 0.5}"),
                insert("Y009", "  source: moons", "  target: species"),
                insert("Y009", "  source: data/penguins.csv", "  noise: 0.1"),
                replace("Y010", "  epochs: 120", "120", "*many"),
                replace("Y010", "seed: ", "seed: ", "seed: &a [*a] # ")));
        for (String[] pair : MISSPELT) {
            operators.add(replace("Y004", pair[0], pair[0], pair[1]));
        }
        operators.add(insert("Y004", "  epochs: 120", "  dropout: 0.5"));
        operators.add(insert("Y004", "name: good", "version: 2"));
        operators.add(split("[0.7, 0.15]", "0.8", "Y012"));
        return operators;
    }

    /** Shares that sum to more than 1, in one line or in several: the finding belongs to the split. */
    private static Operator split(String shares, String greater, String code) {
        return new Operator("a share of " + greater + " for one of " + shares, code, good -> {
            int at = good.find("  split:");
            if (at < 0) {
                return Optional.empty();
            }
            List<String> lines = new ArrayList<>(good.lines());
            for (int i = at; i < Math.min(at + 2, lines.size()); i++) {
                lines.set(i, lines.get(i).replaceAll("train: 0.[67]", "train: " + greater));
            }
            return Optional.of(new Operator.Edit(lines, at, good.profile()));
        });
    }
}
