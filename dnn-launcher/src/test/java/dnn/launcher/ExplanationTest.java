package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.diagnostic.Catalogue;
import dnn.config.explain.Example;
import dnn.config.explain.Explanation;
import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has an explanation; its failing example gives exactly that code, its corrected one gives nothing. */
class ExplanationTest {
    private static final Pattern FINDING = Pattern.compile("(?m)^(?:error|warning|note)\\[([A-Z]\\d{3})]");

    @TempDir
    private Path folder;

    static Set<String> codes() {
        return Catalogue.codes();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeIsExplained(String code) throws IOException {
        Explanation explanation =
                Explanation.of(code).orElseThrow(() -> new AssertionError(code + " has no explanation"));
        assertThat(explanation.text()).contains("## A failing example", "## Why it matters", "## Corrected");
        CommandRun failing = run(folder.resolve("failing"), explanation.failing());
        Set<String> found = found(failing);
        if (code.equals("Y016")) {
            found.remove("Y005"); // what there is too much of
        }
        assertThat(found).as(failing.out() + failing.err()).containsExactly(code);
        CommandRun corrected = run(folder.resolve("corrected"), explanation.corrected());
        assertThat(found(corrected)).as(corrected.out() + corrected.err()).isEmpty();
        assertThat(corrected.exit()).as(corrected.out() + corrected.err()).isZero();
        CommandRun explained = CommandRun.of(folder, "explain", code.toLowerCase(java.util.Locale.ROOT));
        assertThat(explained.exit()).isZero();
        assertThat(explained.out()).startsWith(code + ", ").contains(explanation.text());
    }

    @Test
    void anUnknownCodeIsRefusedAndAllAreListed() {
        CommandRun unknown = CommandRun.of(folder, "explain", "S191");
        assertThat(unknown.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(unknown.err()).contains("error[Y013]", "`S191`", "`S101`");
        CommandRun list = CommandRun.of(folder, "explain");
        assertThat(list.out().lines().map(line -> line.substring(0, 4))).containsExactlyElementsOf(Catalogue.codes());
    }

    private static Set<String> found(CommandRun run) {
        Set<String> codes = new TreeSet<>();
        FINDING.matcher(run.err()).results().forEach(finding -> codes.add(finding.group(1)));
        return codes;
    }

    /** Writes the files and runs the commands; what the last one says. */
    private static CommandRun run(Path place, Example example) throws IOException {
        Files.createDirectories(place);
        for (var file : example.files().entrySet()) {
            Files.write(place.resolve(file.getKey()), file.getValue());
        }
        List<CommandRun> runs = new ArrayList<>();
        for (String command : example.commands()) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            String program = words.remove(0);
            // Relative names are the process's business, which this test shares with others.
            words.replaceAll(word ->
                    Files.exists(place.resolve(word)) ? place.resolve(word).toString() : word);
            if (program.equals("cp")) {
                Files.copy(
                        Path.of(words.get(0)),
                        Path.of(words.get(1)),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } else {
                assertThat(program).isEqualTo("dnn");
                runs.add(CommandRun.of(place, words.toArray(String[]::new)));
            }
        }
        return runs.get(runs.size() - 1);
    }
}
