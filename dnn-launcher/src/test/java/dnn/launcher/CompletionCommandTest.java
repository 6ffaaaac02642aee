package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
    @TempDir
    private Path folder;

    private Path script(String shell) throws IOException {
        CommandRun run = CommandRun.of(folder, "completion", shell);
        assertThat(run.exit()).as(run.err()).isZero();
        return Files.writeString(folder.resolve("completion"), run.out());
    }

    private String bash(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "bash";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    @DisabledOnOs(OS.WINDOWS)
    void bashReadsTheScript(String shell) throws Exception {
        assertThat(bash("-n", script(shell).toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tr, 1, train", "train --run, 2, --run-dir", "completion fi, 2, fish"})
    @DisabledOnOs(OS.WINDOWS)
    void bashCompletes(String words, int at, String completed) throws Exception {
        String found = bash(
                "-c",
                "source \"$0\"; COMP_WORDS=(dnn " + words + "); COMP_CWORD=" + at
                        + "; _complete_dnn dnn; printf '%s\\n' \"${COMPREPLY[@]}\"",
                script("bash").toString());
        assertThat(found.lines()).contains(completed);
    }

    @Test
    void fishHasALineForEveryCommandAndOption() throws IOException {
        assertThat(Files.readAllLines(script("fish")))
                .anyMatch(line ->
                        line.startsWith("complete -c dnn -n '__fish_use_subcommand' -f -a train -d 'Checks an "))
                .anyMatch(line ->
                        line.startsWith("complete -c dnn -n '__fish_seen_subcommand_from train' -l run-dir -r -d 'The "
                                + "run directory itself.'"))
                .anyMatch(line ->
                        line.startsWith("complete -c dnn -n '__fish_seen_subcommand_from predict' -l format -r -f -a "
                                + "'csv jsonl' -d 'csv"))
                .allMatch(line -> line.startsWith("#")
                        || line.replace("\\'", "")
                                                .chars()
                                                .filter(c -> c == '\'')
                                                .count()
                                        % 2
                                == 0);
    }

    @Test
    void anotherShellIsRefused() {
        CommandRun run = CommandRun.of(folder, "completion", "tcsh");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[Y013]", "tcsh", "bash").doesNotContain("\tat ");
    }
}
