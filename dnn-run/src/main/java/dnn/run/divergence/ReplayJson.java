package dnn.run.divergence;

import dnn.engine.training.Extreme;
import dnn.engine.training.StepTrace;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A replay as one JSON object, for programs; units, inputs and items are counted from 1, as in the text. */
public final class ReplayJson {
    private static final int VERSION = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReplayJson() {}

    /** The object, indented. */
    public static String text(Replay replay) {
        StepFile kept = replay.kept();
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION)
                .put("split", kept.training() ? "train" : "validation")
                .put("epoch", kept.epoch())
                .put("step", kept.step())
                .put("learningRate", kept.learningRate())
                .put("backend", replay.backend())
                .put("first", kept.first().phrase() + " not finite")
                .put("happensAgain", replay.happensAgain())
                .put("cause", kept.cause());
        kept.edits().forEach(root.putArray("edits")::add);
        number(root, "loss", replay.trace().loss());
        extreme(root, "X", replay.trace().features());
        extreme(root, "Y", replay.trace().targets());
        var layers = root.putArray("layers");
        for (StepTrace.LayerTrace layer : replay.trace().layers()) {
            ObjectNode node = layers.addObject().put("layer", layer.layer());
            layer.z().ifPresent(z -> extreme(node, "z", z));
            extreme(node, "output", layer.output());
            var tensors = node.putArray("tensors");
            for (StepTrace.TensorTrace tensor : layer.tensors()) {
                ObjectNode of = tensors.addObject().put("role", tensor.role());
                extreme(of, "values", tensor.values());
                tensor.gradient().ifPresent(gradient -> extreme(of, "gradient", gradient));
            }
        }
        var batch = root.putArray("batch");
        kept.items().forEach(item -> batch.addObject().put("file", item.file()).put("row", item.row()));
        var lastSteps = root.putArray("lastSteps");
        replay.lastSteps().forEach(row -> row(lastSteps.addObject(), row));
        return JSON.writeValueAsString(root);
    }

    private static void row(ObjectNode node, LastSteps.Row row) {
        node.put("step", row.step()).put("layer", row.layer());
        number(node, "greatestZ", row.greatestZ());
        node.put("unit", row.unit()).put("item", row.item());
        number(node, "greatestOutput", row.greatestOutput());
        number(node, "loss", row.loss());
    }

    private static void extreme(ObjectNode parent, String name, Extreme extreme) {
        ObjectNode node = parent.putObject(name);
        number(node, "greatest", extreme.value());
        node.put("row", extreme.row() + 1).put("column", extreme.column() + 1).put("notFinite", extreme.notFinite());
    }

    /** JSON has no word for what is not finite: it stands there as text. */
    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.put(name, Double.toString(value));
        }
    }
}
