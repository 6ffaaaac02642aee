package dnn.config.corpus;

import static dnn.config.corpus.Operator.insert;
import static dnn.config.corpus.Operator.replace;
import static dnn.config.corpus.Operator.replaceLast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dimensions, starts and layers that do not fit: the families S, I and A. */
final class NetworkOperators {
    private static final Pattern UNITS = Pattern.compile("units: (\\d+)");

    private NetworkOperators() {}

    static List<Operator> all() {
        return List.of(
                insert("S104", "architecture:", "  inputs: 17"),
                replaceLast("S107", "units: 1, activation: sigmoid}", "units: 1", "units: 2"),
                replaceLast("S107", "units: 3, activation: softmax}", "units: 3", "units: 2"),
                replaceLast("S107", "units: 4, activation: softmax}", "units: 4", "units: 5"),
                replaceLast("S107", "units: 2, activation: softmax}", "units: 2", "units: 3"),
                replace("S110", "inputs: 12}", "12", "21"),
                replace("S110", "- {type: dense, units: 16, activation: relu}", "}", ", inputs: 19}")
                        .where(good -> good.profile().isEmpty()),
                explicit("S101", "a column too many", "weights", (units, inputs) -> matrix(units, inputs + 1)),
                explicit("S101", "a row too many", "weights", (units, inputs) -> matrix(units + 1, inputs)),
                explicit("S102", "rows for columns", "weights", (units, inputs) -> matrix(inputs, units))
                        .where(good ->
                                !good.has("units: 4, activation: tanh") || !good.has("units: 4, activation: softmax")),
                explicit("S103", "a number too many", "biases", (units, inputs) -> numbers(units + 1)),
                explicit("S103", "a row for a column", "biases", (units, inputs) -> "[" + numbers(units + 1) + "]"),
                explicit(
                        "S108",
                        "a short last row",
                        "weights",
                        (units, inputs) -> "[" + (numbers(inputs) + ", ").repeat(units) + numbers(inputs - 1) + "]"),
                unknownLayer(),
                replace("I201", "  weights: ", "weights: ", "weights: zeros # ")
                        .where(good -> good.has("  biases: zeros")
                                && isDeep(good)
                                && !good.has("units: 10, activation: sigmoid")),
                replace("I202", "  weights: ", "weights: ", "weights: {type: constant, value: 0.5} # ")
                        .where(good -> isDeep(good) && !good.has("dropout")),
                replace("I202", "  weights: ", "weights: ", "weights: zeros # ")
                        .where(good -> good.has("units: 10, activation: sigmoid")),
                replace("I204", "  weights: xavier_normal", "xavier", "he")
                        .where(good -> good.has("activation: tanh") || good.has("units: 10, activation: sigmoid")),
                replace("I204", "  weights: glorot_uniform", "glorot", "kaiming")
                        .where(good -> good.has("activation: tanh") || good.has("units: 10, activation: sigmoid")),
                replace("I204", "  weights: he_normal", "he", "xavier"),
                replace("I204", "  weights: he_uniform", "he", "glorot"),
                replace("I205", "standard_deviation: 0.3", "0.3", "300").where(NetworkOperators::isDeep),
                replace("I205", "standard_deviation: 0.3", "0.3", "1e-9").where(NetworkOperators::isDeep),
                replace("A401", "- {type: dense, units: 16, activation: relu}", ", activation: relu", ""),
                replace("A401", "- {type: dense, units: 8, activation: tanh}", "tanh", "identity"),
                sigmoids(),
                behindOutput());
    }

    private static boolean isDeep(GoodExperiment good) {
        return denses(good).size() > 1;
    }

    private static List<Integer> denses(GoodExperiment good) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < good.lines().size(); i++) {
            if (good.lines().get(i).contains("type: dense")) {
                lines.add(i);
            }
        }
        return lines;
    }

    /** The units of the layer that starts at this line. */
    private static int units(GoodExperiment good, int line) {
        Matcher matcher = UNITS.matcher(
                GoodExperiment.text(good.lines().subList(line, good.lines().size())));
        if (!matcher.find()) {
            throw new IllegalStateException("a dense layer has units");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static String numbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(String.valueOf((i * 7 % 11 - 5) / 10.0));
        }
        return "[" + String.join(", ", numbers) + "]";
    }

    private static String matrix(int rows, int columns) {
        return "[" + String.join(", ", Collections.nCopies(rows, numbers(columns))) + "]";
    }

    /** Explicit numbers for the last layer with weights, whose name is its count among the unnamed ones. */
    private static Operator explicit(
            String code, String what, String key, BiFunction<Integer, Integer, String> values) {
        return new Operator(what, code, good -> {
            List<Integer> denses = denses(good);
            if (denses.size() < 2) {
                return Optional.empty();
            }
            int units = units(good, denses.get(denses.size() - 1));
            int inputs = units(good, denses.get(denses.size() - 2));
            if (units == inputs) {
                return Optional.empty();
            }
            String name = "dense" + (denses.size() - (good.has("name: wide") ? 1 : 0));
            return Optional.of(
                    started(good, name, "      " + key + ": {values: " + values.apply(units, inputs) + "}", 3));
        });
    }

    private static Operator unknownLayer() {
        return new Operator(
                "a layer that does not exist",
                "S109",
                good -> Optional.of(started(good, "dense17", "      biases: zeros", 2)));
    }

    /** With an entry for one layer; the finding belongs to the line at this place of the new ones. */
    private static Operator.Edit started(GoodExperiment good, String layer, String line, int place) {
        List<String> lines = new ArrayList<>(good.lines());
        int at = good.find("initialization:");
        if (at < 0) {
            at = lines.size();
            lines.add("initialization:");
        }
        lines.addAll(at + 1, List.of("  layers:", "    " + layer + ":", line));
        return new Operator.Edit(lines, at + place, good.profile());
    }

    private static Operator sigmoids() {
        return new Operator("eight sigmoids", "A402", good -> {
            List<String> lines = new ArrayList<>(good.lines());
            int at = good.find("  layers:");
            lines.addAll(at + 1, Collections.nCopies(8, "    - {type: dense, units: 6, activation: sigmoid}"));
            return good.has("inputs: ") || good.has("weights: ")
                    ? Optional.empty()
                    : Optional.of(new Operator.Edit(lines, at, good.profile()));
        });
    }

    private static Operator behindOutput() {
        return new Operator("dropout behind the output", "A405", good -> {
            List<String> lines = new ArrayList<>(good.lines());
            int at = Math.max(good.find("initialization:"), -1);
            at = at < 0 ? good.find("training:") : at;
            lines.add(at, "    - {type: dropout, rate: 0.4}");
            return Optional.of(new Operator.Edit(lines, at, good.profile()));
        });
    }
}
