package dnn.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.diagnostic.UserText;
import dnn.launcher.command.DnnCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from files and arguments does nothing to a terminal, whichever command prints it. */
class HostileTextTest {
    @TempDir
    private Path folder;

    private static void assertHarmless(String what, CommandRun run) {
        for (String text : List.of(run.out(), run.err())) {
            text.codePoints()
                    .filter(point -> point != '\n')
                    .forEach(point -> assertThat(UserText.isHarmless(point))
                            .as("U+%04X printed by %s: %s", point, what, UserText.escape(text))
                            .isTrue());
        }
        assertThat(run.err()).as(what).doesNotContain("\tat ");
        assertThat((run.out() + run.err()).lines()).as(what).noneMatch(line -> line.startsWith("::error::forged"));
    }

    /** A line break, ESC, a bidirectional control, a zero-width, a tag, a line separator and no character at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n::error::forged",
                "\u001b[31m",
                "\u202e",
                "\u200b",
                "\uDB40\uDC41",
                "\u2028",
                "\ufffe",
                "\u0085",
                "\u0007"
            })
    void everyCommandEscapesIt(String hostile) throws IOException {
        String name = "a" + hostile + "b";
        List<String[]> lines = new ArrayList<>();
        for (String command : DnnCommand.commandLine(CommandRun.environment(folder))
                .getSubcommands()
                .keySet()) {
            lines.add(new String[] {command, name});
            lines.add(new String[] {command, name, "--data", name, "--target", name, "--output", name});
            lines.add(new String[] {command, "--" + name});
            lines.add(new String[] {command, name, "--format", "github"});
            lines.add(new String[] {command, name, "seed=" + name});
        }
        lines.add(new String[] {name});
        for (String[] line : lines) {
            assertHarmless(String.join(" ", line), CommandRun.of(folder, line));
        }
        aRunOf(name);
    }

    /** An experiment on the table of the folder, its target written with the escapes of YAML. */
    private static String experiment(String target) {
        StringBuilder escaped = new StringBuilder();
        target.codePoints().forEach(point -> escaped.append(String.format("\\U%08X", point)));
        return """
                name: e
                seed: 1
                data: {source: t.csv, target: "%s"}
                architecture:
                  layers:
                    - {type: dense, units: 2, activation: softmax}
                training:
                  loss: categorical_cross_entropy
                  optimizer: {type: adam, learning_rate: 0.01}
                  epochs: 1
                  metrics: [accuracy]
                """.formatted(escaped);
    }

    /** A folder, a table with columns and labels, and a run of such names. */
    private void aRunOf(String name) throws IOException {
        Path here = Files.createDirectories(folder.resolve("in " + name));
        StringBuilder rows = new StringBuilder("\"x" + name + "\",\"y" + name + "\"\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i * 7 % 13).append(i % 2 == 0 ? ",\"p" + name + "\"\n" : ",\"q" + name + "\"\n");
        }
        Files.writeString(here.resolve("t.csv"), rows);
        Path renamed = Files.copy(here.resolve("t.csv"), here.resolve("t" + name + ".csv"));
        assertHarmless("init", CommandRun.of(here, "init", "t.csv", "--target", "y" + name));
        Path file = Files.writeString(here.resolve("e.yaml"), experiment("y" + name));
        String run = "run" + name;
        List<String[]> lines = List.of(
                new String[] {"check", file.toString()},
                new String[] {"check", file.toString(), "--format", "github"},
                new String[] {"inspect", file.toString()},
                new String[] {"gradcheck", file.toString()},
                new String[] {"train", file.toString(), "training.epochs=1", "--run-dir", run},
                new String[] {"train", file.toString(), "training.epochs=1", "--run-dir", run},
                new String[] {"evaluate", run},
                new String[] {"evaluate", run, "--data", renamed.toString()},
                new String[] {"inspect", run},
                new String[] {"verify", run},
                new String[] {"replay", run},
                new String[] {"predict", run, "--data", name},
                new String[] {"predict", run, "--data", "t.csv", "--output", "p.csv"});
        List<String> failed = new ArrayList<>();
        for (String[] line : lines) {
            CommandRun each = CommandRun.of(here, line);
            assertHarmless(String.join(" ", line), each);
            if (each.exit() != 0) {
                failed.add(UserText.escape(String.join(" ", line) + ": " + each.err()));
            }
        }
        // All but the second training into one folder, the step that did not diverge, and the table that is not there;
        // no column has two lines.
        assertThat(failed).hasSizeLessThanOrEqualTo(name.contains("\n") ? lines.size() - 1 : 3);
        if (!Files.exists(here.resolve(run).resolve("plots"))) {
            assertThat(name).contains("\n");
            return;
        }
        try (var plots = Files.list(here.resolve(run).resolve("plots"))) {
            for (Path plot : plots.toList()) {
                assertThat(Files.readString(plot)).doesNotContain(name);
                try {
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(
                                    Files.readString(plot).getBytes(UTF_8)));
                } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
                    throw new AssertionError(plot + " is no XML", e);
                }
            }
        }
    }

    /** A spreadsheet may take such a label for a formula; a program must read back the label itself. */
    @Test
    void labelsArePredictedAsTheyAre() throws IOException {
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i * 7 % 13).append(i % 2 == 0 ? ",=1+1\n" : ",@SUM(A1)\n");
        }
        Files.writeString(folder.resolve("t.csv"), rows);
        Files.writeString(folder.resolve("e.yaml"), experiment("y"));
        CommandRun trained = CommandRun.of(
                folder, "train", folder.resolve("e.yaml").toString(), "training.epochs=1", "--run-dir", "run");
        assertThat(trained.exit()).as(trained.err()).isZero();
        CommandRun predicted = CommandRun.of(folder, "predict", "run", "--data", "t.csv");
        assertThat(predicted.out().lines().skip(1))
                .hasSize(60)
                .allMatch(line -> line.startsWith("=1+1,") || line.startsWith("@SUM(A1),"));
    }
}
