package dnn.config.word;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.fix.Fixer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values without the brackets, the key or the digits around them, as a first experiment has them: one finding each. */
class LooseFormsTest {
    private static final Checker CHECKER = new Checker();
    private static final String GOOD = """
            name: moons
            seed: 1
            data: {source: moons, items: 400}
            architecture:
              layers:
                - {type: dense, units: 20, activation: relu}
                - {type: dense, units: 1, activation: sigmoid}
            training:
              loss: binary_cross_entropy
              epochs: 30
            """;

    private static CheckReport check(String text) {
        return CHECKER.check(
                new ExperimentLoader(BaseResolver.none()).load(new SourceText("a.yaml", text), List.of()),
                Optional.empty());
    }

    private static Diagnostic only(String text) {
        CheckReport report = check(text);
        assertThat(report.diagnostics()).as(text).hasSize(1);
        return report.diagnostics().get(0);
    }

    private static String fixed(String text) {
        return Fixer.fix(new SourceText("a.yaml", text), LooseFormsTest::check).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metrics: accuracy, f1 | metrics: [accuracy, f1]",
                "metrics: accuracy f1 | metrics: [accuracy, f1]",
                "class_weights: {0: 1, 1: 5} | class_weights: {type: given, weights: {0: 1, 1: 5}}",
                "class_weights: {'a b': 1, c: 2.5} | class_weights: {type: given, weights: {\"a b\": 1, c: 2.5}}"
            })
    void whatIsMissingAroundIsWritten(String written, String meant) {
        Diagnostic finding = only(GOOD + "  " + written + "\n");
        assertThat(finding.help().orElseThrow()).contains(meant.substring(meant.indexOf(' ') + 1));
        assertThat(fixed(GOOD + "  " + written + "\n")).isEqualTo(GOOD + "  " + meant + "\n");
    }

    @Test
    void columnsWithoutBracketsMayHaveBlanksInTheirNames() {
        String text = GOOD.replace("{source: moons, items: 400}", "{source: t.csv, target: y, features: a b}");
        assertThat(only(text).help()).contains("write `[a, b]`");
        assertThat(fixed(text)).isEqualTo(text);
        String comma = text.replace(
                "{source: t.csv, target: y, features: a b}", "\n  source: t.csv\n  target: y\n" + "  features: a, b");
        assertThat(fixed(comma)).contains("  features: [a, b]\n");
    }

    @Test
    void classWeightsOverSeveralLinesAreTold() {
        String text = GOOD + "  class_weights:\n    a: 1\n    b: 2\n";
        assertThat(only(text).help()).contains("write `{type: given, weights: {a: 1, b: 2}}`");
        assertThat(fixed(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regularization: l2 | write `{l2: …}` with its value",
                "epochs: twenty | write a whole number in digits, for example `20`",
                "validation_split: 0.2 | write `validation: 0.2` in `data.split`",
                "early_stopping: {monitor: val_loss} | the figures there are: "
            })
    void theNextStepIsSaid(String written, String help) {
        String text = GOOD.replace("  epochs: 30\n", "") + "  " + written + "\n";
        assertThat(only(text).help().orElseThrow()).startsWith(help);
    }

    @Test
    void theFigureThatIsMeantIsNamed() {
        assertThat(only(GOOD + "  early_stopping: {monitor: val_loss}\n").label())
                .isEqualTo("called here `validation.loss`");
    }

    @Test
    void layersWithoutTheirArchitectureAreOneMistake() {
        String text = GOOD.replace("architecture:\n  layers:", "layers:").replace("    - {", "  - {");
        assertThat(only(text).label()).isEqualTo("its place is `architecture.layers`");
    }

    @Test
    void aQuoteThatIsNotClosedIsToBeClosed() {
        assertThat(check(GOOD.replace("name: moons", "name: \"moons"))
                        .diagnostics()
                        .get(0)
                        .help())
                .contains("write the closing quote where the text ends");
    }
}
