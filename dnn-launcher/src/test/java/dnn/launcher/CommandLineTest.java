package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void withoutACommandItSaysWhatThereIs() {
        CommandRun run = CommandRun.of(folder);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("check", "train", "evaluate", "predict", "inspect", "gradcheck", "explain", "init");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "train",
                "evaluate",
                "predict",
                "inspect",
                "gradcheck",
                "explain",
                "schema",
                "init",
                "completion"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        CommandRun run = CommandRun.of(folder, command, "--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Usage: dnn " + command)
                .contains("Example")
                .contains("  dnn " + command + " ");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void theVersionNamesJavaAndTheBackends() {
        CommandRun run = CommandRun.of(folder, "--version");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().toList())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("dnn "))
                .anyMatch(line -> line.startsWith("Java " + Runtime.version()))
                .anyMatch(line -> line.matches("backend simd(, not usable: .+)?"))
                .contains("backend commons-math");
    }

    @Test
    void aMistypedCommandOrOptionIsPointedAt() {
        CommandRun command = CommandRun.of(folder, "trian", "x.yaml");
        assertThat(command.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(command.err()).contains("error[Y013]", "`trian`", "^^^^^", "`train`");
        CommandRun option = CommandRun.of(folder, "check", "x.yaml", "--fromat", "json");
        assertThat(option.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(option.err()).contains("error[Y013]", "`--fromat`", "`--format`");
    }

    @Test
    void aMissingFileIsAFindingNotATrace() {
        CommandRun run =
                CommandRun.of(folder, "check", folder.resolve("no.yaml").toString());
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[D601]").doesNotContain("\tat ");
    }

    @Test
    void anUnknownOverrideIsPointedAt() {
        CommandRun run = CommandRun.of(
                folder, "train", CommandRun.configs().resolve("moons.yaml").toString(), "training.epoch=3");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[Y004]", "training.epoch=3", "epochs");
    }

    @Test
    void gradcheckAgreesOnTheMainExperiment() {
        CommandRun run = CommandRun.of(
                folder, "gradcheck", CommandRun.configs().resolve("moons.yaml").toString());
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("dense1.weights", "dense4.biases", "X ");
    }

    @Test
    void inspectShowsALearningRateThatChanges() {
        String moons = CommandRun.configs().resolve("moons.yaml").toString();
        CommandRun rising = CommandRun.of(
                folder,
                "inspect",
                moons,
                "training.schedule={type: polynomial}",
                "training.warmup=4",
                "training.epochs=20",
                "training.optimizer={type: adam, learning_rate: 0.016}");
        assertThat(rising.out())
                .containsPattern("epoch +learning rate")
                .containsPattern(" 1 +0\\.00320\n")
                .containsPattern(" 5 +0\\.0160\n")
                .containsPattern("20 +0\\.00100\n");
        assertThat(CommandRun.of(folder, "inspect", moons, "training.schedule=constant")
                        .out())
                .contains("parameters")
                .doesNotContain("learning rate");
        assertThat(CommandRun.of(folder, "inspect", moons, "training.schedule={type: inverse_time}", "--format", "json")
                        .out())
                .contains("\"learningRates\"");
    }

    @Test
    void inspectPrintsTheLecturesEquations() {
        CommandRun run = CommandRun.of(
                folder,
                "inspect",
                CommandRun.configs().resolve("lecture/deep.yaml").toString(),
                "--equations");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("deep: 3 hidden layers")
                .contains("Z[1] = W[1]·A[0] + b[1]   (20,2)·(2,400) + (20,1) → (20,400)");
    }
}
