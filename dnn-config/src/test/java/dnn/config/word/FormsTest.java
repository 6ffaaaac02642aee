// Longer than 300 lines: each case is one form of writing, with the finding and the edit that it leads to.
package dnn.config.word;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.fix.Fixer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values in the forms of other tools: one finding at the right line, and where an edit is certain the file then means
 * what was meant.
 */
public class FormsTest {
    private static final Checker CHECKER = new Checker();
    private static final String GOOD = """
            name: my_moons
            seed: -1
            data:
              source: moons
              items: 400
            architecture:
              layers:
                - {type: dense, units: 20, activation: relu}
                - {type: dropout, rate: 0.5}
                - {type: activation, activation: tanh}
                - {type: dense, units: 1, activation: sigmoid}
            initialization: {weights: xavier_normal}
            training:
              loss: binary_cross_entropy
              optimizer: {type: adam, learning_rate: 0.01}
              epochs: 30
              early_stopping: {patience: 20}
              regularization: {l2: 0.01}
            checks: {I204: ignore}
            """;
    private static final String FIRST = "    - {type: dense, units: 20, activation: relu}\n";
    private static final String DROPOUT = "    - {type: dropout, rate: 0.5}\n";
    private static final String TANH = "    - {type: activation, activation: tanh}\n";
    private static final String ADAM = "{type: adam, learning_rate: 0.01}";

    private static Translated fixed(String code, int line, String from, String to) {
        return new Translated(to, GOOD.replace(from, to), GOOD, code, line, true, List.of());
    }

    private static Translated told(String code, int line, String from, String to) {
        return new Translated(to, GOOD.replace(from, to), GOOD, code, line, false, List.of());
    }

    /** Every form. */
    public static Stream<Translated> forms() {
        return Stream.of(
                fixed("Y007", 8, FIRST, "    - Dense(20, activation='relu')\n"),
                fixed("Y007", 8, FIRST, "    - tf.keras.layers.Dense(units=20, activation=\"relu\")\n"),
                fixed("Y007", 9, DROPOUT, "    - Dropout(0.5)\n"),
                fixed("Y007", 9, DROPOUT, "    - nn.Dropout(p=0.5)\n"),
                fixed("Y007", 10, TANH, "    - Activation('tanh')\n"),
                told("Y007", 8, FIRST, "    - Dense(20, 7, relu)\n"),
                told("Y007", 8, FIRST, "    - Conv2D(20, 3)\n"),
                fixed("Y007", 15, ADAM, "Adam(learning_rate=0.01)"),
                fixed("Y007", 15, ADAM, "Adam(lr=0.01)"),
                fixed("Y007", 15, ADAM, "torch.optim.Adam(lr=0.01)"),
                told("Y007", 15, ADAM, "Adafactor(lr=0.01)"),
                told("Y007", 15, ADAM, "Adam(params, lr=0.01)"),
                fixed("Y008", 15, ADAM, "{adam: {learning_rate: 0.01}}"),
                fixed("Y008", 15, ADAM, "{Adam: {learning_rate: 0.01}}"),
                fixed("Y008", 9, DROPOUT, "    - dropout: 0.5\n"),
                fixed("Y008", 9, DROPOUT, "    - {dropout: 0.5}\n"),
                fixed("Y008", 9, DROPOUT, "    - dropout: {rate: 0.5}\n"),
                fixed("Y008", 8, FIRST, "    - dense: {units: 20, activation: relu}\n"),
                fixed("Y008", 8, FIRST, "    - {dense: 20, activation: relu}\n"),
                fixed("Y008", 8, FIRST, "    - dense: 20\n      activation: relu\n"),
                fixed("Y008", 10, TANH, "    - activation: tanh\n"),
                told("Y008", 8, FIRST, "    - dense:\n        units: 20\n        activation: relu\n"),
                fixed("Y007", 10, TANH, "    - {type: tanh}\n"),
                fixed("Y007", 10, TANH, "    - type: tanh\n"),
                fixed("Y007", 10, TANH, "    - tanh\n"),
                told("Y007", 8, FIRST, "    - {type: input, units: 2}\n" + FIRST),
                told("Y005", 7, layers(), "  layers: [2, 20, 1]\n"),
                told("Y005", 8, layers(), "  layers:\n    - 20\n    - 1\n"),
                told(
                        "Y005",
                        8,
                        layers(),
                        "  layers:\n    hidden: {type: dense, units: 20}\n    out: {type: dense, units: 1}\n"),
                told("Y005", 7, layers(), "  layers: {type: dense, units: 1}\n"),
                told("Y005", 8, "units: 20", "units: [20, 7]"),
                fixed("Y008", 8, FIRST, "    - type: dense\n    - units: 20\n    - activation: relu\n"),
                fixed("Y008", 9, DROPOUT, "    - type: dropout\n    - rate: 0.5\n"),
                fixed("Y005", 17, "{patience: 20}", "true"),
                fixed("Y005", 12, "{weights: xavier_normal}", "xavier_normal"),
                fixed("Y004", 18, "regularization: {l2: 0.01}", "l2: 0.01"),
                told("Y004", 18, "regularization: {l2: 0.01}", "weight_decay: 0.01"),
                told("Y004", 18, "regularization: {l2: 0.01}", "dropout: 0.5"),
                told("Y004", 16, "  epochs: 30", "  validation_split: 0.2"),
                fixed("Y011", 1, "my_moons", "My Moons"),
                fixed("Y011", 1, "my_moons", "My_Moons"),
                fixed("Y001", 14, "loss: ", "loss "),
                fixed("Y001", 16, "epochs: 30", "epochs 30"),
                fixed("Y001", 16, "epochs: 30", "epochs = 30"),
                fixed("Y001", 16, "epochs: 30", "epochs=30"),
                fixed("Y001", 4, "source: moons", "source moons"),
                fixed("Y007", 8, "activation: relu", "activation: r\u0435lu"),
                fixed("Y004", 16, "epochs", "\u0435pochs"),
                fixed("Y007", 14, "binary_cross_entropy", "\u201cbinary_cross_entropy\u201d"),
                fixed("Y007", 4, "source: moons", "source: \u2018moons\u2019"),
                fixed("Y007", 4, "source: moons", "source: \u00abmoons\u00bb"),
                fixed("Y005", 16, "30", "\u201c30\u201d"),
                fixed("Y005", 2, "-1", "\u22121"),
                fixed("Y005", 2, "-1", "\u20131"),
                fixed("Y005", 16, "epochs: 30", "epochs:\u00a030"),
                fixed("Y005", 16, "epochs: 30", "epochs: 30\u00a0"),
                fixed("Y002", 16, "  epochs: 30", "\u00a0 epochs: 30"),
                fixed("Y002", 9, "    - {type: dropout", "\u00a0\u00a0\u00a0\u00a0- {type: dropout"),
                fixed("Y004", 15, "learning_rate: 0.01}", "learning_rate: 0,01}"),
                told("Y004", 18, "  regularization: {l2: 0.01}", "batch_size: 30"),
                fixed("Y001", 8, "{type: dense, units: 20", "{type dense, units: 20"),
                fixed("Y001", 8, "{type: dense, units: 20", "{type: dense, units 20"),
                fixed("Y001", 8, "{type: dense, units: 20", "{type: dense, units=20"),
                fixed("Y001", 13, "training:\n", "training\n"),
                fixed("Y001", 13, "training:\n", "training   # how it learns\n"),
                fixed("Y001", 7, "  layers:\n", "  layers\n"),
                fixed("Y001", 3, "data:\n", "data\n"),
                fixed("Y001", 8, "activation: relu}", "activation: relu"),
                fixed("Y001", 8, "activation: relu}", "activation: relu   # W[1] is {20, 2}"),
                fixed("Y001", 11, "activation: sigmoid}", "activation: sigmoid"),
                fixed("Y001", 15, "learning_rate: 0.01}", "learning_rate: 0.01"),
                fixed("Y001", 19, "ignore}\n", "ignore\n"),
                fixed("Y001", 11, layers(), inOneList()),
                fixed("Y001", 8, FIRST, "    - {type: dense, units: 20\n       activation: relu}\n"),
                fixed("Y005", 8, FIRST, "    - [{type: dense, units: 20, activation: relu}]\n"),
                fixed("Y005", 8, FIRST, "    - [Dense(20, activation=relu)]\n"),
                fixed(
                        "Y007",
                        7,
                        layers(),
                        "  layers: Sequential([Dense(20, activation='relu'), Dropout(0.5),"
                                + " Activation('tanh'), Dense(1, activation='sigmoid')])\n"),
                told("Y007", 7, layers(), "  layers: Sequential([Conv2D(20, 3), Dense(1)])\n"),
                told("Y004", 8, "units: 20,", "units: 20, kernel_initializer: zeros,"),
                told("Y004", 13, "training:", "compile: {loss: mse}\ntraining:"),
                told("Y004", 13, "training:", "fit: {epochs: 3}\ntraining:"));
    }

    private static String layers() {
        return "  layers:\n" + FIRST + DROPOUT + TANH + "    - {type: dense, units: 1, activation: sigmoid}\n";
    }

    private static String inOneList() {
        return "  layers: [\n"
                + layers().lines().skip(1).map(line -> line.replace("- ", "")).collect(Collectors.joining(",\n"))
                + "\n";
    }

    private static LoadedExperiment load(String text) {
        return new ExperimentLoader(BaseResolver.none()).load(new SourceText("form.yaml", text), List.of());
    }

    private static CheckReport check(String text) {
        return CHECKER.check(load(text), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachIsOneFindingAtItsLine(Translated form) {
        assertThat(form.text()).isNotEqualTo(GOOD);
        List<Diagnostic> findings = check(form.text()).diagnostics();
        assertThat(findings)
                .extracting(finding ->
                        finding.code() + ":" + finding.span().orElseThrow().line())
                .containsExactly(form.code() + ":" + form.line());
        assertThat(findings.get(0).help()).isPresent();
        Fixer.Outcome outcome = Fixer.fix(new SourceText("form.yaml", form.text()), FormsTest::check);
        if (form.certain()) {
            assertThat(outcome.report().diagnostics()).as(outcome.text()).isEmpty();
            assertThat(load(outcome.text()).experiment())
                    .isEqualTo(load(form.meant()).experiment());
        } else {
            assertThat(outcome.text()).isEqualTo(form.text());
        }
    }

    @Test
    void theGoodExperimentIsGood() {
        assertThat(check(GOOD).diagnostics()).isEmpty();
    }

    @Test
    void aLayerWrittenAsInAnotherToolIsTranslatedWordByWord() {
        String text = GOOD.replace(FIRST, "    - {type: Linear, in_features: 2, out_features: 20, activation: ReLU}\n");
        assertThat(check(text).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("Y007", "Y004", "Y004", "Y007");
        assertThat(Fixer.fix(new SourceText("form.yaml", text), FormsTest::check)
                        .text())
                .contains("{type: dense, inputs: 2, units: 20, activation: relu}");
    }

    @Test
    void layersStackedInAProgramAreListed() {
        String stack = "architecture: nn.Sequential(nn.Linear(2, 20), nn.ReLU(), nn.Dropout(0.5), nn.Linear(20, 1),"
                + " nn.Sigmoid())\n";
        String text = GOOD.replace("architecture:\n" + layers(), stack);
        assertThat(check(text).diagnostics()).extracting(Diagnostic::code).containsExactly("Y007");
        assertThat(Fixer.fix(new SourceText("form.yaml", text), FormsTest::check)
                        .text())
                .contains("architecture: {layers: [{type: dense, inputs: 2, units: 20}, {type: activation, activation:"
                        + " relu}, {type: dropout, rate: 0.5}, {type: dense, inputs: 20, units: 1}, {type: activation,"
                        + " activation: sigmoid}]}");
    }

    @Test
    void aKeyOfALayerThatBelongsToItsStartNamesTheLayer() {
        String text = GOOD.replace("units: 20,", "name: hidden1, units: 20, bias_initializer: zeros,");
        assertThat(check(text).diagnostics().get(0).help())
                .contains("write `biases: zeros` in `initialization.layers.hidden1`");
        assertThat(check(text.replace("name: hidden1, ", ""))
                        .diagnostics()
                        .get(0)
                        .notes())
                .contains("the start of one layer stands there under the layer's name, for which NAME stands here");
    }

    @Test
    void wordsOfAnotherToolForAWholeMappingAreOneFindingEach() {
        String training = GOOD.substring(GOOD.indexOf("training:"), GOOD.indexOf("checks:"));
        String text = GOOD.replace(training, "compile: {loss: mse}\nfit: {epochs: 3}\n");
        assertThat(check(text).diagnostics())
                .extracting(Diagnostic::label)
                .containsExactly("its place is `training`", "its place is `training`");
    }

    @Test
    void aTargetOfPointsIsToBeRemoved() {
        List<Diagnostic> findings =
                check(GOOD.replace("  items: 400", "  items: 400\n  target: y")).diagnostics();
        assertThat(findings).extracting(Diagnostic::code).containsExactly("Y009");
        assertThat(findings.get(0).help().orElseThrow()).contains("remove it", "source: data/table.csv");
    }

    @Test
    void jsonIsRead() {
        String json = """
                {"name": "json", "seed": 1,
                 "data": {"source": "moons"},
                 "architecture": {"layers": [{"type": "dense", "units": 1, "activation": "sigmoid"}]},
                 "training": {"loss": "binary_cross_entropy", "epochs": 5}}
                """;
        assertThat(check(json).diagnostics()).isEmpty();
    }

    static Stream<String> others() {
        return Stream.of(
                "name = \"moons\"\nseed = 1\n\n[data]\nsource = \"moons\"\n",
                "[project]\nname = \"moons\"\n",
                "import torch\nfrom torch import nn\n\nmodel = nn.Sequential(\n    nn.Linear(2, 20),\n)\n",
                "model = Sequential([\n    Dense(20, activation=\"relu\"),\n])\nmodel.compile(loss=\"mse\")\n",
                "# a remark\nimport numpy as np\n",
                "<?xml version=\"1.0\"?>\n<experiment/>\n",
                "<!DOCTYPE html>\n<html></html>\n",
                "sepal_length,sepal_width,species\n5.1,3.5,setosa\n4.9,3.0,setosa\n",
                "a;b;c\n1;2;3\n");
    }

    @ParameterizedTest
    @MethodSource("others")
    void filesOfOtherFormatsAreNamed(String text) {
        assertThat(check(text).diagnostics()).extracting(Diagnostic::code).containsExactly("Y015");
    }

    @Test
    void figuresOfOtherToolsAreMonitored() {
        for (String[] pair : new String[][] {
            {"val_loss", "validation.loss"},
            {"valid_loss", "validation.loss"},
            {"validation_loss", "validation.loss"},
            {"val_accuracy", "validation.accuracy"},
            {"val_acc", "validation.accuracy"},
            {"loss", "train.loss"},
            {"train_loss", "train.loss"},
            {"validation.los", "validation.loss"},
            {"Validation.loss", "validation.loss"}
        }) {
            String meant = GOOD.replace("{patience: 20}", "{monitor: " + pair[1] + "}\n  metrics: [accuracy]");
            String text = meant.replace("monitor: " + pair[1], "monitor: " + pair[0]);
            assertThat(check(text).diagnostics()).extracting(Diagnostic::code).containsExactly("T506");
            assertThat(Fixer.fix(new SourceText("form.yaml", text), FormsTest::check)
                            .text())
                    .isEqualTo(meant);
        }
    }
}
