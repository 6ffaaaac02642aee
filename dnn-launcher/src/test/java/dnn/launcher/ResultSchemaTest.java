package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/result.schema.json} describes every field of {@code result.json}, of runs of every kind. */
class ResultSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private int runs;

    private static Schema schema() throws IOException {
        Path file = CommandRun.configs().resolveSibling("docs").resolve("result.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file));
    }

    private JsonNode result(int exit, String file, String... overrides) throws IOException {
        String[] arguments = new String[overrides.length + 4];
        arguments[0] = "train";
        arguments[1] = CommandRun.configs().resolve(file).toString();
        System.arraycopy(overrides, 0, arguments, 2, overrides.length);
        String directory = "run" + ++runs;
        arguments[overrides.length + 2] = "--run-dir";
        arguments[overrides.length + 3] = directory;
        CommandRun run = CommandRun.of(folder, arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        return JSON.readTree(Files.readString(folder.resolve(directory).resolve("result.json")));
    }

    @Test
    void everyKindOfResultFits() throws IOException {
        JsonNode completed =
                result(ExitCode.DONE, "moons.yaml", "training.epochs=3", "training.early_stopping.patience=2");
        JsonNode stopped = result(ExitCode.DONE, "moons.yaml", "training.early_stopping.patience=1");
        JsonNode folds =
                result(ExitCode.DONE, "iris.yaml", "training.epochs=2", "training.cross_validation={folds: 3}");
        JsonNode withoutTest =
                result(ExitCode.DONE, "iris.yaml", "training.epochs=2", "data.split={train: 0.8, validation: 0.2}");
        for (JsonNode result : new JsonNode[] {completed, stopped, folds, withoutTest}) {
            assertThat(schema().validate(result)).as(result.toString()).isEmpty();
        }
        assertThat(stopped.path("status").asString()).isEqualTo("stopped_early");
        assertThat(folds.path("crossValidation").path("asked").asInt()).isEqualTo(3);
        assertThat(withoutTest.path("test").isEmpty()).isTrue();
    }

    @Test
    void aFieldTooManyOrTooFewIsFound() throws IOException {
        ObjectNode more = (ObjectNode) result(ExitCode.DONE, "moons.yaml", "training.epochs=1");
        ObjectNode fewer = more.deepCopy();
        more.put("undocumented", 1);
        fewer.remove("seed");
        assertThat(schema().validate(more)).isNotEmpty();
        assertThat(schema().validate(fewer)).isNotEmpty();
    }
}
