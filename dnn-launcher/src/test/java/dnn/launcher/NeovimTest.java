package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real editor at the server: Neovim makes the README's mistake, mends it by the edit that is offered, and completes.
 */
class NeovimTest {
    @TempDir
    private Path folder = Path.of("");

    private static boolean isThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "nvim")));
    }

    @Test
    void itShowsMendsAndCompletes() throws IOException, InterruptedException {
        assumeTrue(isThere(), "skipped: nvim is not on the path");
        Path file = Files.copy(CommandRun.configs().resolve("moons.yaml"), folder.resolve("moons.yaml"));
        Path script = folder.resolve("script.lua");
        try (var lua = NeovimTest.class.getResourceAsStream("neovim.lua")) {
            Files.copy(lua, script);
        }
        Path result = folder.resolve("result.json");
        ProcessBuilder command = new ProcessBuilder(
                "nvim", "--headless", "-u", "NONE", "-n", file.toString(), "-c", "luafile " + script);
        command.environment()
                .put("DNN_JAVA", ProcessHandle.current().info().command().orElse("java"));
        command.environment().put("DNN_CLASSES", System.getProperty("java.class.path"));
        command.environment().put("DNN_RESULT", result.toString());
        command.environment().put("XDG_STATE_HOME", folder.toString());
        command.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process nvim = command.start();
        assertThat(nvim.waitFor(180, TimeUnit.SECONDS)).as("nvim ended").isTrue();
        JsonNode seen = new JsonMapper().readTree(Files.readString(result));
        assertThat(seen.path("error").asString("")).isEmpty();
        assertThat(seen.path("shown").asString()).startsWith("layer `dense2` asserts 12 inputs, but 20 reach it");
        assertThat(seen.path("line").asString()).contains("inputs: 12");
        assertThat(seen.path("mended").asString()).contains("inputs: 20");
        assertThat(seen.path("left").asInt()).isZero();
        assertThat(seen.path("completed").asString()).isEqualTo("  shuffle: true");
    }
}
