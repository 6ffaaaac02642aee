package dnn.run.checkpoint;

import dnn.engine.training.TrainingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code checkpoint.json}: where training was, and with what it ran. Immutable.
 *
 * @param version of this format
 * @param dnn version that trained
 * @param java version that it ran on
 * @param backend id of the backend that computed
 * @param precision of its numbers
 * @param epoch in progress, from 1
 * @param step steps done of it
 * @param steps steps done in all
 * @param secondsOfEpoch that the steps of the epoch have taken
 * @param seconds that training had taken in all
 * @param figures names of what each epoch reports, in their order
 * @param folds figures of a cross-validation that was done before, as JSON; empty where there are none
 */
record CheckpointFile(
        int version,
        String dnn,
        String java,
        String backend,
        String precision,
        int epoch,
        int step,
        long steps,
        double secondsOfEpoch,
        double seconds,
        List<String> figures,
        String folds) {
    private static final int VERSION = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    CheckpointFile {
        figures = List.copyOf(figures);
    }

    static CheckpointFile of(Checkpoint checkpoint) {
        TrainingState state = checkpoint.state();
        Surroundings around = checkpoint.surroundings();
        return new CheckpointFile(
                VERSION,
                around.dnn(),
                around.java(),
                around.backend(),
                around.precision(),
                state.epoch(),
                state.step(),
                state.steps(),
                state.seconds(),
                checkpoint.seconds(),
                StateFile.figures(state),
                around.folds());
    }

    byte[] bytes() {
        return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads it back.
     *
     * @throws IOException if it is not what a training leaves there, or of a later version
     */
    static CheckpointFile read(String text) throws IOException {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IOException(CheckpointFolder.CHECKPOINT + " is not JSON", e);
        }
        if (node.path("version").asInt(0) != VERSION) {
            throw new IOException(CheckpointFolder.CHECKPOINT + " is of version "
                    + node.path("version").asInt(0) + " of the format; this dnn reads version " + VERSION);
        }
        List<String> figures = new ArrayList<>();
        node.path("figures").forEach(figure -> figures.add(figure.asString("")));
        return new CheckpointFile(
                VERSION,
                node.path("dnn").asString(""),
                node.path("java").asString(""),
                node.path("backend").asString(""),
                node.path("precision").asString(""),
                node.path("epoch").asInt(0),
                node.path("step").asInt(0),
                node.path("steps").asLong(0),
                node.path("secondsOfEpoch").asDouble(0),
                node.path("seconds").asDouble(0),
                figures,
                node.path("folds").asString(""));
    }
}
