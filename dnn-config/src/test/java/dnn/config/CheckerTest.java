package dnn.config;

import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.constant;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.moons;
import static dnn.api.Dsl.normal;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static dnn.api.Dsl.values;
import static dnn.api.Dsl.xavierNormal;
import static dnn.api.Dsl.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.render.JsonRenderer;
import dnn.config.render.TextRenderer;
import dnn.config.yaml.ExperimentWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings in experiments declared in Java, what must not be found, what can be left out, and the JSON form. */
class CheckerTest {
    private static final Checker CHECKER = new Checker();

    private static ExperimentBuilder experiment() {
        return Experiment.named("declared").seed(1).data(moons(100)).loss(binaryCrossEntropy());
    }

    private static List<String> codes(ExperimentBuilder experiment) {
        return CHECKER.check(experiment.build(), Optional.empty()).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    private static ExperimentBuilder deep() {
        return experiment().architecture(dense(4, tanh()), dense(3, tanh()), dense(1, sigmoid()));
    }

    @Test
    void declaredAndWrittenExperimentsGetTheSameFindings() {
        for (long seed = 0; seed < 60; seed++) {
            Experiment experiment = new RandomExperiments(seed).next();
            String yaml = ExperimentWriter.write(experiment);
            LoadedExperiment loaded =
                    new ExperimentLoader(BaseResolver.none()).load(new SourceText("written.yaml", yaml), List.of());
            CheckReport written = CHECKER.check(loaded, Optional.empty());
            CheckReport declared = CHECKER.check(experiment, Optional.empty());
            assertThat(written.diagnostics().stream()
                            .filter(finding -> !finding.code().equals("Y006"))
                            .map(finding -> finding.code() + " " + finding.path() + " " + finding.message()))
                    .as(yaml)
                    .containsExactlyInAnyOrderElementsOf(declared.diagnostics().stream()
                            .map(finding -> finding.code() + " " + finding.path() + " " + finding.message())
                            .toList());
        }
    }

    @Test
    void mistakesInJavaAreAddressedByPath() {
        CheckReport report = CHECKER.check(
                experiment()
                        .architecture(dense(4, relu()), dense(0, relu()).withInputs(3), dense(1, tanh()))
                        .optimizer(sgd(-1).momentum(1))
                        .epochs(0)
                        .build(),
                Optional.empty());
        assertThat(report.diagnostics())
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly(
                        "Y011 architecture.layers[1].units",
                        "O302 architecture.layers[2].activation",
                        "Y011 training.epochs",
                        "Y011 training.optimizer.learning_rate",
                        "T508 training.optimizer.momentum");
        assertThat(new TextRenderer(false).render(report))
                .contains("--> architecture.layers[1].units: must be greater than 0")
                .endsWith("5 errors\n");
    }

    @Test
    void zerosWithoutHiddenLayerAreFine() {
        assertThat(codes(experiment().architecture(dense(1, sigmoid())).weights(zeros())))
                .isEmpty();
    }

    @Test
    void zerosEverywhereLeaveEveryGradientZero() {
        assertThat(codes(deep().weights(zeros()))).containsExactly("I201");
        assertThat(codes(experiment()
                        .architecture(dense(4, relu()), dense(1, sigmoid()))
                        .weights(constant(0))))
                .containsExactly("I201");
        assertThat(codes(deep().initialization("dense1", zeros(), zeros())
                        .initialization("dense2", values(new double[3][4]), zeros())
                        .initialization("dense3", zeros(), values(0.5))))
                .containsExactly("I201");
    }

    @Test
    void zeroBiasesAreFine() {
        assertThat(codes(deep().biases(zeros()))).isEmpty();
    }

    @Test
    void zerosInOneLayerAmongRandomOnesAreFine() {
        for (String layer : List.of("dense1", "dense2", "dense3")) {
            assertThat(codes(deep().initialization(layer, zeros(), zeros()))).isEmpty();
        }
        assertThat(codes(experiment()
                        .architecture(dense(4, relu()), dense(3, relu()), dense(1, sigmoid()))
                        .initialization("dense3", zeros(), zeros())))
                .isEmpty();
        assertThat(codes(experiment()
                        .architecture(dense(4, relu()), dense(3, relu()), dense(1, sigmoid()))
                        .initialization("dense2", zeros(), zeros())))
                .containsExactly("A407");
    }

    @Test
    void equalNeuronsStayCopies() {
        assertThat(codes(deep().weights(constant(0.5)))).containsExactly("I202");
        assertThat(codes(experiment()
                        .architecture(dense(4, sigmoid()), dense(1, sigmoid()))
                        .weights(zeros())))
                .containsExactly("I202");
        assertThat(codes(experiment()
                        .architecture(dense(4), activation(tanh()), dense(1, sigmoid()))
                        .weights(constant(0.5))))
                .containsExactly("I202");
    }

    @Test
    void whatTellsNeuronsApartIsFine() {
        assertThat(codes(experiment()
                        .architecture(dense(4, tanh()), dropout(0.5), dense(1, sigmoid()))
                        .weights(constant(0.5))))
                .as("dropout between")
                .isEmpty();
        assertThat(codes(experiment()
                        .architecture(dense(1, tanh()), dense(1, sigmoid()))
                        .weights(constant(0.5))))
                .as("a single neuron")
                .isEmpty();
        assertThat(codes(experiment()
                        .architecture(dense(2, tanh()), dense(1, sigmoid()))
                        .initialization("dense1", constant(0.5), values(1, 2))
                        .initialization("dense2", constant(0.5), zeros())))
                .as("biases differ")
                .isEmpty();
        assertThat(codes(experiment()
                        .architecture(dense(2, tanh()), dense(1, sigmoid()))
                        .initialization("dense1", constant(0.5), zeros())
                        .initialization("dense2", xavierNormal(), zeros())))
                .as("outgoing weights differ")
                .isEmpty();
        assertThat(codes(deep().weights(normal(0, 0.1)))).isEmpty();
    }

    @Test
    void findingsCanBeLeftOut() {
        assertThat(codes(deep().weights(zeros()).ignore("I201"))).isEmpty();
        assertThat(codes(deep().weights(xavierNormal()).ignore("S110"))).containsExactly("Y007");
        assertThat(codes(deep().ignore("Q999"))).containsExactly("Y004");
        assertThat(codes(Experiment.named("unseeded")
                        .data(moons(100))
                        .architecture(dense(1, sigmoid()))
                        .loss(binaryCrossEntropy())))
                .containsExactly("I208");
    }

    @Test
    void jsonHoldsWhatWasPromised() {
        CheckReport report = GoldenTest.check("S101.yaml", TestFiles.text(TestFiles.INVALID.resolve("S101.yaml")));
        JsonNode root = JsonMapper.builder().build().readTree(new JsonRenderer().render(report));
        assertThat(root.get("version").asInt()).isEqualTo(1);
        assertThat(root.get("errors").asInt()).isEqualTo(1);
        assertThat(root.get("warnings").asInt()).isZero();
        JsonNode finding = root.get("diagnostics").get(0);
        assertThat(finding.propertyNames())
                .contains(
                        "code",
                        "severity",
                        "message",
                        "path",
                        "file",
                        "line",
                        "column",
                        "endLine",
                        "endColumn",
                        "related",
                        "notes",
                        "help",
                        "fix");
        assertThat(finding.get("code").asString()).isEqualTo("S101");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("path").asString()).isEqualTo("initialization.layers.dense2.weights.values");
        assertThat(Map.of(
                        "line", finding.get("line").asInt(),
                        "column", finding.get("column").asInt(),
                        "endLine", finding.get("endLine").asInt(),
                        "endColumn", finding.get("endColumn").asInt()))
                .isEqualTo(Map.of("line", 14, "column", 25, "endLine", 14, "endColumn", 67));
        assertThat(finding.get("related").get(0).get("line").asInt()).isEqualTo(8);
        assertThat(finding.get("fix").isNull()).isTrue();

        CheckReport misspelt = GoldenTest.check("Y004.yaml", TestFiles.text(TestFiles.INVALID.resolve("Y004.yaml")));
        JsonNode edit = JsonMapper.builder()
                .build()
                .readTree(new JsonRenderer().render(misspelt))
                .at("/diagnostics/0/fix/edits/0");
        assertThat(edit.get("replacement").asString()).isEqualTo("learning_rate");
        assertThat(edit.get("file").asString()).isEqualTo("Y004.yaml");
    }
}
