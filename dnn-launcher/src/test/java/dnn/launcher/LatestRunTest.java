package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.run.directory.LatestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The newest run is found through the folder of an experiment's runs. */
class LatestRunTest {
    @TempDir
    private Path folder;

    private CommandRun train() {
        CommandRun run = CommandRun.of(
                folder, "train", CommandRun.configs().resolve("moons.yaml").toString(), "training.epochs=1");
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private void run(String name, boolean complete) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        if (complete) {
            Files.writeString(run.resolve("result.json"), "{}");
        }
    }

    @Test
    void theOrderIsThatOfStarts() throws IOException {
        assertThat(LatestRun.in(folder.resolve("nothing"))).isEmpty();
        run("2026-01-01T12-00-00", true);
        run("2026-01-01T12-00-00-9", true);
        run("2026-01-01T12-00-00-10", true);
        run("2025-12-31T23-59-59", true);
        run("2026-01-01T12-00-00-11", false);
        run("zzz", true);
        assertThat(LatestRun.in(folder)).contains(folder.resolve("2026-01-01T12-00-00-10"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkLeadsToTheNewest() throws IOException {
        Path link = folder.resolve("runs/moons/latest");
        train();
        assertThat(Files.readSymbolicLink(link)).hasToString("2026-01-01T12-00-00");
        train();
        assertThat(Files.readSymbolicLink(link)).hasToString("2026-01-01T12-00-00-2");
        assertThat(CommandRun.of(folder, "inspect", link.toString()).exit()).isZero();
        try (var entries = Files.list(link.getParent())) {
            assertThat(entries).hasSize(3);
        }
        Files.delete(link);
        Files.writeString(link, "mine");
        train();
        assertThat(link).hasContent("mine");
    }

    @Test
    void commandsFindTheNewest() throws IOException {
        train();
        String newest = folder.resolve(train().lastLine()).toString();
        Path runs = folder.resolve("runs/moons");
        Files.writeString(folder.resolve("new.csv"), "x1,x2\n0,0\n1,1\n");
        for (String[] command : new String[][] {{"evaluate"}, {"inspect"}, {"predict", "--data", "new.csv"}}) {
            String[] named = append(command, runs.toString());
            CommandRun found = CommandRun.of(folder, named);
            CommandRun direct = CommandRun.of(folder, append(command, newest));
            assertThat(found.exit()).as(found.err()).isZero();
            assertThat(found.out()).isNotEmpty().isEqualTo(direct.out());
            assertThat(found.err()).contains("the newest run in " + runs + ": " + newest);
            assertThat(direct.err()).doesNotContain("newest");
        }
    }

    private static String[] append(String[] command, String argument) {
        String[] longer = Arrays.copyOf(command, command.length + 1);
        longer[command.length] = argument;
        return longer;
    }
}
