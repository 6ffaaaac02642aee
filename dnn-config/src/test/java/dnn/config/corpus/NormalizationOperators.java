package dnn.config.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layers that normalize where they cannot or should not: A408 to A411. */
final class NormalizationOperators {
    private static final String BATCH_NORM = "    - {type: batch_norm}";
    private static final String LAYER_NORM = "    - {type: layer_norm}";

    private NormalizationOperators() {}

    static List<Operator> all() {
        return List.of(
                batches("1"),
                batches("4"),
                first("A409", "a single unit", 1, "    - {type: dense, units: 1, activation: tanh}", LAYER_NORM)
                        .where(good -> !good.has("  weights: ")),
                first("A411", "Keras' momentum", 0, "    - {type: batch_norm, momentum: 0.99}"),
                first("A411", "more of the new batch", 0, "    - {type: batch_norm, momentum: 0.7}"),
                behindOutput(BATCH_NORM),
                behindOutput(LAYER_NORM).where(good -> good.has("activation: softmax")));
    }

    /** Layers that come first, of which one is wrong. */
    private static Operator first(String code, String name, int wrong, String... layers) {
        return new Operator(
                name,
                code,
                good -> suited(good).map(lines -> {
                    int at = good.find("  layers:") + 1;
                    lines.addAll(at, List.of(layers));
                    return new Operator.Edit(lines, at + wrong, good.profile());
                }));
    }

    /** A network that compares the items of a batch, in batches of so few. */
    private static Operator batches(String size) {
        return new Operator("batches of " + size, "A408", good -> {
            int at = good.find("  batch_size: ");
            return at < 0 || good.has("batch_size: full")
                    ? Optional.empty()
                    : suited(good).map(lines -> {
                        lines.set(at, "  batch_size: " + size);
                        lines.add(good.find("  layers:") + 1, BATCH_NORM);
                        return new Operator.Edit(lines, at + 1, good.profile());
                    });
        });
    }

    private static Operator behindOutput(String layer) {
        return new Operator(
                "behind the output:" + layer,
                "A410",
                good -> suited(good).map(lines -> {
                    int start = good.find("initialization:");
                    int at = start < 0 ? good.find("training:") : start;
                    lines.add(at, layer);
                    return new Operator.Edit(lines, at, good.profile());
                }));
    }

    /** The lines of an experiment of drawn points, whose network may begin with another layer. */
    private static Optional<List<String>> suited(GoodExperiment good) {
        return good.has("type: dense") && good.profile().isEmpty()
                ? Optional.of(new ArrayList<>(good.lines()))
                : Optional.empty();
    }
}
