package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of probes and of the memory that training takes. */
class ProbeCheckTest {
    private static LoadedExperiment moons(String... overrides) {
        return new ExperimentLoader(BaseResolver.none())
                .load(new SourceText("moons.yaml", TestFiles.text("moons.yaml")), List.of(overrides));
    }

    @ParameterizedTest
    @CsvSource({
        "exploding, T502 training.optimizer.learning_rate",
        "hopeless, T502 training.optimizer.learning_rate",
        "infinite, T502 training.loss",
        "unlikely, O310 training.loss",
        "known, O310 training.loss",
        "dead, A407 architecture.layers[0]"
    })
    void probesThatShowAMistake(String probe, String expected) {
        assertThat(Checker.check(moons(), Probes.named(probe)).diagnostics())
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"good", "half", "few"})
    void probesThatShowNone(String probe) {
        assertThat(Checker.check(moons(), Probes.named(probe)).diagnostics()).isEmpty();
    }

    @Test
    void aTenthOfTheRateIsOfferedWithWhatItGives() {
        Diagnostic finding = Checker.check(moons("training.optimizer.learning_rate=0.9"), Probes.named("exploding"))
                .diagnostics()
                .get(0);
        assertThat(finding.help()).contains("write `learning_rate: 0.09`");
        assertThat(finding.notes()).anyMatch(note -> note.contains("0.6800"));
        assertThat(finding.span().orElseThrow().source()).isEqualTo("<argument 1>");
    }

    /** A likelihood may be below 0, where ten times as much is less. */
    @Test
    void aLossBelowZeroDoesNotExplodeAtOnce() {
        assertThat(Checker.check(moons("training.loss=mean_squared_error"), Probes.named("below"))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .doesNotContain("T502");
    }

    @Test
    void anExplodingStepCanBeForced() {
        assertThat(Checker.check(moons("checks.T502=ignore"), Probes.named("exploding"))
                        .diagnostics())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"parameters, architecture.layers", "layers, training.batch_size", "data, data.source"})
    void memoryThatDoesNotSuffice(String need, String path) {
        assertThat(Checker.check(moons(), Probes.memory(need), Probes.AVAILABLE).diagnostics())
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly("A406 " + path);
    }

    @Test
    void anArrayLongerThanArraysCanBe() {
        Diagnostic finding = Checker.check(moons(), Probes.memory("array"), Long.MAX_VALUE)
                .diagnostics()
                .get(0);
        assertThat(finding.code() + " " + finding.path()).isEqualTo("A406 architecture.layers");
        assertThat(finding.message()).contains("3000000000", "2147483647");
        assertThat(finding.help()).contains("use fewer units");
    }

    @Test
    void memoryThatSuffices() {
        assertThat(Checker.check(moons(), Probes.memory("fits"), Probes.AVAILABLE)
                        .diagnostics())
                .isEmpty();
        assertThat(Optional.of(Probes.memory("fits").total())).contains(324 + 324 + 972 + 25_600L + 24_000);
    }
}
