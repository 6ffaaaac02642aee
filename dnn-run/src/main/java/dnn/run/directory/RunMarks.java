package dnn.run.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Marks by which a folder is known for one that dnn wrote a run into: a result, or a log. */
final class RunMarks {
    /** The beginning of every run's log. */
    static final String LOG_BEGINNING = "dnn ";

    private RunMarks() {}

    /** Tells whether dnn left a result or a log here. */
    static boolean on(Path folder) {
        return isResult(folder.resolve(RunDirectory.RESULT)) || isLog(folder.resolve(RunDirectory.LOG));
    }

    private static boolean isResult(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            JsonNode written = new JsonMapper().readTree(Files.readString(file));
            return written.has("status") && written.has("weightsSha256");
        } catch (JacksonException | IOException e) {
            return false;
        }
    }

    private static boolean isLog(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LOG_BEGINNING.length()), StandardCharsets.UTF_8).equals(LOG_BEGINNING);
        } catch (IOException e) {
            return false;
        }
    }
}
