package dnn.run.divergence;

import dnn.data.ItemPlaces;
import dnn.engine.training.DivergedStep;
import dnn.engine.training.NotFinite;
import dnn.run.directory.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code divergence/step.json}: which step it was, the first number that was not finite, and what the likely cause is.
 * Immutable and thread-safe.
 *
 * @param training whether it was a step of training; else items of the validation split were evaluated
 * @param epoch from 1
 * @param step of the epoch, from 1
 * @param stepsBefore steps of the run before this one
 * @param learningRate α of the step
 * @param first the first number that was not finite; units, inputs and items from 0
 * @param cause the likely one, in words
 * @param edits {@code path=value} that mend it, the most promising first; empty where the data is to be mended
 * @param items of the batch, each by its place in the user's files
 */
public record StepFile(
        boolean training,
        int epoch,
        int step,
        long stepsBefore,
        double learningRate,
        NotFinite first,
        String cause,
        List<String> edits,
        List<Item> items) {
    private static final int VERSION = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public StepFile {
        edits = List.copyOf(edits);
        items = List.copyOf(items);
    }

    /**
     * An item of the batch.
     *
     * @param file that it stands in; empty for drawn points
     * @param row its line there, the header being line 1; of images and drawn points its number, from 1
     */
    public record Item(String file, long row) {
        static Item of(ItemPlaces.Place place) {
            return new Item(place.file().orElse(""), place.row());
        }

        /** In words. */
        public String inWords() {
            return file.isEmpty() ? "point " + row : "row " + row + " of " + file;
        }
    }

    static StepFile of(DivergedStep step, ItemPlaces places, LikelyCause cause) {
        List<Item> items = new ArrayList<>();
        for (int item : step.items()) {
            items.add(Item.of(step.inTraining() ? places.ofTraining(item) : places.ofValidation(item)));
        }
        return new StepFile(
                step.inTraining(),
                step.epoch(),
                step.step(),
                step.stepsBefore(),
                step.learningRate(),
                step.first(),
                cause.inWords(),
                cause.edits(),
                items);
    }

    String text() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION)
                .put("split", training ? "train" : "validation")
                .put("epoch", epoch)
                .put("step", step)
                .put("stepsBefore", stepsBefore)
                .put("learningRate", learningRate)
                .put("cause", cause);
        edits.forEach(root.putArray("edits")::add);
        ObjectNode node = root.putObject("first");
        node.put("quantity", first.quantity().name())
                .put("layer", first.layer())
                .put("role", first.role());
        put(node, "unit", first.unit());
        put(node, "input", first.input());
        put(node, "item", first.item());
        // JSON has no word for it.
        node.put("value", Double.toString(first.value()));
        ArrayNode batch = root.putArray("batch");
        items.forEach(item -> batch.addObject().put("file", item.file).put("row", item.row));
        return JSON.writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode node, String name, OptionalInt number) {
        if (number.isPresent()) {
            node.put(name, number.getAsInt());
        }
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is not what a training leaves there
     */
    static StepFile read(String text) {
        try {
            JsonNode root = StrictJson.tree(text);
            if (root.path("version").asInt(0) != VERSION) {
                throw new IllegalArgumentException("another version of its format");
            }
            JsonNode node = root.path("first");
            NotFinite first = new NotFinite(
                    NotFinite.Quantity.valueOf(node.path("quantity").asString("")),
                    node.path("layer").asString(""),
                    node.path("role").asString(""),
                    number(node, "unit"),
                    number(node, "input"),
                    number(node, "item"),
                    Double.parseDouble(node.path("value").asString("")));
            List<String> edits = new ArrayList<>();
            root.path("edits").forEach(edit -> edits.add(edit.asString("")));
            List<Item> items = new ArrayList<>();
            root.path("batch")
                    .forEach(item -> items.add(new Item(
                            item.path("file").asString(""), item.path("row").asLong(0))));
            return new StepFile(
                    root.path("split").asString("").equals("train"),
                    root.path("epoch").asInt(0),
                    root.path("step").asInt(0),
                    root.path("stepsBefore").asLong(0),
                    root.path("learningRate").asDouble(0),
                    first,
                    root.path("cause").asString(""),
                    edits,
                    items);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("another text", e);
        }
    }

    private static OptionalInt number(JsonNode node, String name) {
        return node.has(name) ? OptionalInt.of(node.path(name).asInt(0)) : OptionalInt.empty();
    }
}
