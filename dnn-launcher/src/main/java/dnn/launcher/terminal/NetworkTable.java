package dnn.launcher.terminal;

import dnn.api.grammar.Names;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.profile.MemoryNeed;
import dnn.config.render.Wrapping;
import dnn.engine.backend.Precision;
import dnn.run.outline.LearningRates;
import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;
import java.util.List;
import java.util.Locale;

/** The layers of a network with their shapes and sizes, and the memory that training it takes. */
public final class NetworkTable {
    private NetworkTable() {}

    /** A row a layer, and the sum, for a terminal of this width; 0 for none. */
    public static String render(String name, Plan plan, int width) {
        TextTable table =
                new TextTable(">l", "layer", "type", "activation", "item in", "item out", "weights", ">parameters");
        for (PlannedLayer row : plan.layers()) {
            table.row(
                    row.hasWeights() ? String.valueOf(row.number()) : "",
                    row.name(),
                    Names.of(row.spec().getClass()),
                    row.spec()
                            .activationApplied()
                            .map(activation -> Names.of(activation.getClass()))
                            .orElse(""),
                    row.input().toString(),
                    row.output().toString(),
                    row.tensors().stream()
                            .findFirst()
                            .map(weights -> weights.shape().toString())
                            .orElse(""),
                    ReadableNumbers.count(row.trainedNumbers()));
        }
        return name + ": " + plan.kind() + "\n\n" + table.render(width) + "\n"
                + ReadableNumbers.counted(plan.trainedNumbers(), "parameter") + "\n";
    }

    /** The memory that training with steps of so many items takes, and for what. */
    public static String memory(int items, Precision precision, MemoryNeed memory, int width) {
        String need = "memory to train with steps of " + ReadableNumbers.counted(items, "item") + " in "
                + precision.name().toLowerCase(Locale.ROOT) + ": " + ReadableNumbers.bytes(memory.total());
        String parts = "  parameters " + ReadableNumbers.bytes(memory.parameters()) + ", gradients "
                + ReadableNumbers.bytes(memory.gradients()) + ", optimizer "
                + ReadableNumbers.bytes(memory.optimizer()) + ", layers " + ReadableNumbers.bytes(memory.layers())
                + ", data " + ReadableNumbers.bytes(memory.data());
        return Wrapping.of(need, width) + "\n" + Wrapping.of(parts, width) + "\n";
    }

    /** The learning rate over the epochs; nothing where it stays what it is. */
    public static String learningRates(List<LearningRates.AtEpoch> rates, int width) {
        if (rates.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable(">epoch", ">learning rate");
        rates.forEach(each -> table.row(String.valueOf(each.epoch()), String.format(Locale.ROOT, "%.3g", each.rate())));
        return "\n" + table.render(width);
    }
}
