package dnn.run.training;

import dnn.api.Experiment;
import dnn.api.training.EarlyStopping;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.ResumeDiagnostics;
import dnn.engine.training.Status;
import dnn.run.directory.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The end of a run, if it did end. Immutable.
 *
 * @param status how; empty for a run that was cut off
 * @param epochs that were done
 * @param seconds that training took
 * @param weightsSha256 of what it kept
 */
record EarlierEnd(Optional<Status> status, int epochs, double seconds, String weightsSha256) {
    private static final EarlierEnd NONE = new EarlierEnd(Optional.empty(), 0, 0, "");

    /** The end of the run in a folder. */
    static EarlierEnd of(Path run) throws IOException {
        Path file = run.resolve(RunDirectory.RESULT);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            JsonNode result = new JsonMapper().readTree(Files.readString(file));
            Status status = Status.valueOf(result.path("status").asString("").toUpperCase(Locale.ROOT));
            return new EarlierEnd(
                    Optional.of(status),
                    result.path("epochs").asInt(0),
                    result.path("seconds").asDouble(0),
                    result.path("weightsSha256").asString(""));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(RunDirectory.RESULT + " is not what a run leaves there", e);
        }
    }

    /** Tells whether it did what it was to do, so that only something new is left. */
    boolean isDone() {
        return status.equals(Optional.of(Status.COMPLETED)) || status.equals(Optional.of(Status.STOPPED_EARLY));
    }

    /**
     * Why nothing new would come of going on.
     *
     * @param run as it was named
     * @param own what the run was trained with
     * @param wanted what it is to go on with
     * @param changed whether that changes how it trains
     */
    List<Diagnostic> obstacles(String run, Experiment own, Experiment wanted, boolean changed) {
        if (status.equals(Optional.of(Status.COMPLETED)) && wanted.training().epochs() <= epochs) {
            return List.of(ResumeDiagnostics.nothingLeft(run, epochs));
        }
        if (status.equals(Optional.of(Status.STOPPED_EARLY)) && patience(wanted) <= patience(own)) {
            return List.of(ResumeDiagnostics.stoppedEarly(run, epochs, patience(own)));
        }
        return status.equals(Optional.of(Status.DIVERGED)) && !changed
                ? List.of(ResumeDiagnostics.divergesAgain(
                        run, own.training().optimizer().learningRate()))
                : List.of();
    }

    private static int patience(Experiment experiment) {
        return experiment
                .training()
                .earlyStopping()
                .map(EarlyStopping::patience)
                .orElse(Integer.MAX_VALUE);
    }
}
