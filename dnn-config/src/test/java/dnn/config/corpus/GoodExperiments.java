package dnn.config.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Good experiments: sources, losses, hidden layers, initializers, optimizers, schedules and extras, drawn for each
 * number from a fixed seed. What fits together – outputs with targets, initializers with activations – is chosen
 * together.
 */
final class GoodExperiments {
    private static final int COUNT = 132;

    /** Where items come from, and how the network must end for it. */
    private record Ending(
            List<String> source, String profile, String loss, String output, String metrics, int classes) {}

    private static final List<Ending> ENDINGS = List.of(
            binary("", "source: moons", "items: 1000", "noise: 0.2"),
            classes("", 3, "source: spirals", "items: 600", "classes: 3", "turns: 1", "noise: 0.1"),
            numbers("", "mean_squared_error", "source: linear", "items: 500", "features: 4", "noise: 0.1"),
            binary("penguins", "source: data/penguins.csv", "target: sex"),
            classes("species", 3, "source: data/penguins.csv", "target: species"),
            numbers("mass", "mean_absolute_error", "source: data/penguins.csv", "target: body_mass_g"),
            binary("", "source: circles", "items: 800", "noise: 0.05"),
            classes("", 4, "source: blobs", "items: 900", "features: 3", "classes: 4", "noise: 0.5"),
            binary("", "source: xor", "items: 400", "noise: 0.1"),
            numbers("", "huber", "source: linear", "items: 640", "features: 2", "noise: 0.3"),
            classes("", 2, "source: moons", "items: 500", "noise: 0.1"));

    /** Hidden layers as they are written, and initializers that suit their activation. */
    private record Hidden(List<String> layers, List<String> initializers) {}

    private static final List<String> FOR_RELU = List.of(
            "he_normal", "he_uniform", "kaiming_normal", "orthogonal", "{type: normal, standard_deviation: 0.3}");
    private static final List<String> FOR_TANH = List.of(
            "xavier_normal", "glorot_uniform", "xavier_uniform", "orthogonal", "{type: uniform, low: -0.4, high: 0.4}");
    private static final List<Hidden> HIDDENS = List.of(
            new Hidden(List.of("{type: dense, units: 16, activation: relu}"), FOR_RELU),
            new Hidden(
                    List.of("{type: dense, units: 8, activation: tanh}", "{type: dense, units: 4, activation: tanh}"),
                    FOR_TANH),
            new Hidden(
                    List.of(
                            "{type: dense, name: wide, units: 20, activation: relu}",
                            "{type: dropout, rate: 0.2}",
                            "{type: dense, units: 7, activation: relu}"),
                    FOR_RELU),
            new Hidden(List.of("{type: dense, units: 10, activation: sigmoid}"), FOR_TANH),
            new Hidden(List.of("{type: dense, units: 12}", "{type: activation, activation: tanh}"), FOR_TANH),
            new Hidden(
                    List.of(
                            "{type: dense, units: 12, activation: {type: leaky_relu, slope: 0.1}}",
                            "{type: dense, units: 6, activation: leaky_relu, inputs: 12}"),
                    FOR_RELU),
            new Hidden(List.of(), FOR_TANH),
            new Hidden(
                    List.of(
                            "{type: dense, units: 20, activation: relu}",
                            "{type: dense, units: 7, activation: relu}",
                            "{type: dense, units: 5, activation: relu}"),
                    FOR_RELU));

    private static final List<List<String>> OPTIMIZERS = List.of(
            List.of("optimizer: {type: adam, learning_rate: 0.01}"),
            List.of("optimizer:", "  type: sgd", "  learning_rate: 0.05", "  momentum: 0.9", "  nesterov: true"),
            List.of("optimizer: rmsprop"),
            List.of("optimizer:", "  type: adam", "  learning_rate: 1e-3", "  beta1: 0.8", "  beta2: 0.99"),
            List.of("optimizer: {type: sgd, learning_rate: 0.1}"));
    private static final List<List<String>> SCHEDULES = List.of(
            List.of(),
            List.of("schedule: {type: cosine}"),
            List.of("schedule: {type: step, every: 20, factor: 0.5}"),
            List.of("schedule: {type: exponential, factor: 0.99}"),
            List.of("schedule: constant"),
            List.of());
    private static final List<List<String>> EXTRAS = List.of(
            List.of("batch_size: 32"),
            List.of("early_stopping: {monitor: validation.loss, patience: 15}"),
            List.of("regularization: {l2: 1e-4}", "batch_size: full"),
            List.of("gradient_clipping: {norm: 1.0}", "batch_size: 16"),
            List.of("early_stopping:", "  monitor: train.loss", "  patience: 10", "  restore_best: true"),
            List.of("gradient_clipping: {value: 0.5}", "regularization:", "  l1: 0.0", "  l2: 0.001"),
            List.of(),
            List.of("shuffle: true", "batch_size: 25"),
            List.of("shuffle: false", "batch_size: 50"));
    private static final List<List<String>> SPLITS = List.of(
            List.of(),
            List.of("split: {train: 0.7, validation: 0.15, test: 0.15}"),
            List.of("split:", "  train: 0.6", "  validation: 0.2", "  test: 0.2"),
            List.of());

    private GoodExperiments() {}

    private static Ending binary(String profile, String... source) {
        return new Ending(
                List.of(source),
                profile,
                "binary_cross_entropy",
                "{type: dense, units: 1, activation: sigmoid}",
                "[accuracy, f1]",
                2);
    }

    private static Ending classes(String profile, int count, String... source) {
        return new Ending(
                List.of(source),
                profile,
                "categorical_cross_entropy",
                "{type: dense, units: " + count + ", activation: softmax}",
                "[accuracy]",
                count);
    }

    private static Ending numbers(String profile, String loss, String... source) {
        return new Ending(List.of(source), profile, loss, "{type: dense, units: 1}", "[r_squared]", 0);
    }

    /** All of them, in a fixed order. */
    static Stream<GoodExperiment> all() {
        return IntStream.range(0, COUNT).mapToObj(GoodExperiments::number);
    }

    /** A choice that depends on the experiment's number and on what is chosen, the same in every run. */
    private static <T> T pick(List<T> choices, int number, int what) {
        return choices.get(new SplittableRandom(31L * number + what).nextInt(choices.size()));
    }

    private static GoodExperiment number(int number) {
        Ending ending = ENDINGS.get(number % ENDINGS.size());
        Hidden hidden = pick(HIDDENS, number, 7);
        List<String> lines = new ArrayList<>();
        lines.add("name: good-" + number + (number % 7 == 0 ? "   # experiment " + number + " of the corpus" : ""));
        if (number % 3 == 0) {
            lines.add("description: \"" + (number % 2 == 0 ? "Größe: 大きさ" : "a text: with a colon # and no comment")
                    + "\"");
        }
        lines.add("seed: " + (number + 1));
        lines.add("data:");
        ending.source.forEach(line -> lines.add("  " + line));
        pick(SPLITS, number, 5).forEach(line -> lines.add("  " + line));
        if (ending.profile.length() > 0 && number % 2 == 0) {
            lines.add("  preprocessing: {numeric: {scale: standardize, impute: mean}}");
        }
        lines.add("architecture:");
        lines.add("  layers:");
        List<String> layers = new ArrayList<>(hidden.layers);
        layers.add(ending.output);
        layers.forEach(layer -> lines.addAll(layer(layer, number % 4 == 1)));
        if (number % 3 != 1) {
            lines.add("initialization:");
            lines.add("  weights: " + pick(hidden.initializers, number, 3));
            lines.add("  biases: " + (number % 2 == 0 ? "zeros" : "{type: constant, value: 0.1}"));
        }
        lines.add("training:");
        lines.add("  loss: " + ending.loss);
        pick(OPTIMIZERS, number, 4).forEach(line -> lines.add("  " + line));
        pick(SCHEDULES, number, 9).forEach(line -> lines.add("  " + line));
        lines.add("  epochs: 120");
        pick(EXTRAS, number, 6).forEach(line -> lines.add("  " + line));
        lines.add("  metrics: " + ending.metrics + (number % 5 == 0 ? "  # as the task asks" : ""));
        if (number % 4 == 0) {
            lines.add("engine: {backend: auto, precision: float64, threads: 1}");
        }
        return new GoodExperiment("good-" + number, lines, ending.profile);
    }

    /** A layer in one line, or with a line for each key where its keys are plain. */
    private static List<String> layer(String flow, boolean block) {
        if (!block || flow.indexOf('{', 1) > 0) {
            return List.of("    - " + flow);
        }
        List<String> lines = new ArrayList<>();
        for (String entry : List.of(flow.substring(1, flow.length() - 1).split(", ", -1))) {
            lines.add((lines.isEmpty() ? "    - " : "      ") + entry);
        }
        return lines;
    }
}
