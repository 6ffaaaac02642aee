package dnn.run.outline;

import dnn.api.grammar.Names;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.profile.MemoryNeed;
import dnn.engine.network.ParameterTensor;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A network as one JSON object: what {@code dnn inspect} tells people, for programs. For one thread at a time. */
public final class OutlineJson {
    private static final int VERSION = 1;

    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final ObjectNode root = mapper.createObjectNode();

    /** The layers and what they hold. */
    public OutlineJson(String name, Plan plan) {
        root.put("version", VERSION).put("name", name).put("kind", plan.kind());
        ArrayNode layers = root.putArray("layers");
        for (PlannedLayer row : plan.layers()) {
            ObjectNode layer = layers.addObject();
            layer.put("name", row.name()).put("type", Names.of(row.spec().getClass()));
            if (row.hasWeights()) {
                layer.put("l", row.number());
            }
            row.spec()
                    .activationApplied()
                    .ifPresent(activation -> layer.put("activation", Names.of(activation.getClass())));
            row.input().dimensions().forEach(layer.putArray("input")::add);
            row.output().dimensions().forEach(layer.putArray("output")::add);
            layer.put("parameters", row.trainedNumbers());
        }
        root.put("parameters", plan.trainedNumbers());
    }

    /** Adds the memory that training takes. */
    public OutlineJson memory(int itemsPerStep, MemoryNeed memory) {
        root.putObject("memory")
                .put("itemsPerStep", itemsPerStep)
                .put("bytes", memory.total())
                .put("parameters", memory.parameters())
                .put("gradients", memory.gradients())
                .put("optimizer", memory.optimizer())
                .put("layers", memory.layers())
                .put("data", memory.data());
        return this;
    }

    /** Adds learning rates; none where all epochs have one. */
    public OutlineJson learningRates(List<LearningRates.AtEpoch> rates) {
        if (!rates.isEmpty()) {
            ArrayNode all = root.putArray("learningRates");
            rates.forEach(each -> all.addObject().put("epoch", each.epoch()).put("rate", each.rate()));
        }
        return this;
    }

    /** Adds the equations, a line each. */
    public OutlineJson equations(String text) {
        text.lines().forEach(root.putArray("equations")::add);
        return this;
    }

    /**
     * Adds the numbers of layers; units are counted from 1, as in the text. Of a large tensor the same corner stands
     * here as in the text; all numbers are in {@code model/weights.safetensors}.
     */
    public OutlineJson weights(List<LayerNumbers> layers) {
        ArrayNode all = root.putArray("weights");
        for (LayerNumbers layer : layers) {
            ObjectNode node = all.addObject().put("layer", layer.name());
            Corner corner = Corner.of(layer);
            layer.inputs().stream().limit(corner.columns()).forEach(node.putArray("inputs")::add);
            ArrayNode tensors = node.putArray("tensors");
            layer.tensors().forEach(tensor -> tensor(tensors.addObject(), layer, tensor, corner));
            ArrayNode equal = node.putArray("equalUnits");
            layer.equalUnits().forEach(units -> {
                ArrayNode group = equal.addArray();
                units.forEach(unit -> group.add(unit + 1));
            });
            layer.dead().ifPresent(count -> node.put("deadUnits", count));
        }
        return this;
    }

    private static void tensor(ObjectNode node, LayerNumbers layer, ParameterTensor tensor, Corner corner) {
        node.put("role", tensor.role()).put("symbol", layer.symbol(tensor));
        tensor.shape().dimensions().forEach(node.putArray("shape")::add);
        Spread spread = Spread.of(tensor.values());
        node.put("least", spread.least())
                .put("mean", spread.mean())
                .put("greatest", spread.greatest())
                .put("standardDeviation", spread.deviation());
        ArrayNode rows = node.putArray("rows");
        for (int unit = 0; unit < Math.min(corner.rows(), tensor.rows()); unit++) {
            ArrayNode row = rows.addArray();
            for (int column = 0; column < Math.min(corner.columns(), tensor.columns()); column++) {
                row.add(tensor.values()[unit * tensor.columns() + column]);
            }
        }
    }

    /** The object, indented. */
    public String text() {
        return mapper.writeValueAsString(root);
    }
}
