package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Options that look as if they did nothing, and what they do. */
class EffectsTest {
    private static final Checker CHECKER = new Checker();

    private static List<Diagnostic> idle(String data, String training) {
        String text = """
                name: effects
                seed: 1
                data: {source: t.csv, target: y, %s}
                architecture: {layers: [{type: dense, units: 1, activation: sigmoid}]}
                training: {loss: binary_cross_entropy, %s}
                """.formatted(data, training);
        CheckReport report = CHECKER.check(
                new ExperimentLoader(BaseResolver.none()).load(new SourceText("t.yaml", text), List.of()),
                Optional.empty());
        assertThat(report.diagnostics())
                .as(text)
                .allMatch(finding -> finding.code().equals("Y009"));
        return report.diagnostics();
    }

    @Test
    void checkpointsThatComeAfterTheEnd() {
        assertThat(idle("exclude: [a]", "epochs: 9, checkpoints: {every: 8 epochs}"))
                .isEmpty();
        assertThat(idle("exclude: [a]", "epochs: 9, checkpoints: {every: 10 min}"))
                .isEmpty();
        assertThat(idle("exclude: [a]", "epochs: 9, checkpoints: {every: 9 epochs}"))
                .extracting(Diagnostic::path)
                .containsExactly("training.checkpoints.every");
    }

    @Test
    void aColumnMayTakeBackTheBoundsOfAll() {
        String columns = "columns: {a: {clip: {lower: 0, upper: 1}}}";
        assertThat(idle("preprocessing: {numeric: {clip: {lower: 0.1, upper: 0.9}}, " + columns + "}", "epochs: 9"))
                .isEmpty();
        assertThat(idle("preprocessing: {" + columns + "}", "epochs: 9"))
                .extracting(Diagnostic::path)
                .containsExactly("data.preprocessing.columns.a.clip");
        assertThat(idle("preprocessing: {numeric: {clip: {lower: 0, upper: 1}}, " + columns + "}", "epochs: 9"))
                .extracting(Diagnostic::path)
                .contains("data.preprocessing.numeric.clip");
    }

    /** A column that groups is no feature and keeps folds together, whoever splits. */
    @Test
    void aGroupBesideAColumnThatSplitsIsNotCalledIdle() {
        List<Diagnostic> grouped = idle("split_column: part, split: {train: 0.8, test: 0.2, group: g}", "epochs: 9");
        assertThat(grouped).hasSize(1);
        assertThat(grouped.get(0).message()).isEqualTo("`split` has no effect on the splits");
        assertThat(grouped.get(0).notes()).containsExactly("the column that it names is still no feature");
        assertThat(idle("split_column: part, split: {train: 0.8, test: 0.2, group: g}", "cross_validation: {folds: 3}"))
                .isEmpty();
        assertThat(idle("split_column: part, split: {train: 0.8, test: 0.2}", "epochs: 9"))
                .extracting(Diagnostic::message)
                .containsExactly("`split` has no effect");
        assertThat(idle("split_column: part", "epochs: 9")).isEmpty();
    }

    @Test
    void oneEpochIsWhatKeepsAStepFromActing() {
        List<Diagnostic> found = idle("exclude: [id]", "epochs: 1, schedule: {type: step, every: 1, factor: 0.5}");
        assertThat(found).extracting(Diagnostic::path).containsExactly("training.schedule");
        assertThat(found.get(0).help().orElseThrow()).startsWith("train for more epochs");
    }
}
