// Longer than 300 lines: each case is one call of the library's one door.
package dnn.run;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.batchNorm;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.moons;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.data.Split;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;
import dnn.engine.training.Status;
import dnn.run.check.RefusedException;
import dnn.run.directory.OccupiedRunDirectoryException;
import dnn.run.saved.Prediction;
import dnn.run.saved.Predictor;
import dnn.run.saved.SavedRun;
import dnn.run.saved.UnfitRowsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnnTest {
    @TempDir
    private Path folder;

    /** Cheap red ones sell, dear blue ones do not. */
    private Experiment shop() throws IOException {
        List<String> lines = new ArrayList<>(List.of("price,colour,sold"));
        for (int i = 0; i < 60; i++) {
            boolean sold = i % 2 == 0;
            lines.add((sold ? 1 + i % 7 : 20 + i % 9) + "," + (sold ? "red" : "blue") + "," + (sold ? "yes" : "no"));
        }
        Path file = folder.resolve("shop.csv");
        Files.write(file, lines);
        return Experiment.named("shop")
                .seed(1)
                .data(table(file.toString(), "sold"))
                .split(0.8, 0, 0.2)
                .architecture(dense(4, relu()), dense(1, sigmoid()))
                .loss(binaryCrossEntropy())
                .optimizer(adam(0.05))
                .epochs(40)
                .metrics(accuracy())
                .build();
    }

    @Test
    void findingsAreValues() throws IOException {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(
                file, "name: wrong\ndata: {source: moons}\narchitecture: {layers: [{type: dens, units: 1}]}\n");
        CheckReport report = Dnn.check(file);
        assertThat(report.hasErrors()).isTrue();
        assertThat(report.diagnostics()).extracting(Diagnostic::path).contains("architecture.layers[0].type");
        assertThatThrownBy(() -> Dnn.train(file))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.report().diagnostics()).isEqualTo(report.diagnostics()));
    }

    @Test
    void anExperimentOfJavaIsCheckedAgainstItsData() throws IOException {
        assertThat(Dnn.check(shop()).hasErrors()).isFalse();
        Experiment elsewhere = Experiment.named("elsewhere")
                .data(table("./no.csv", "y"))
                .architecture(dense(1))
                .loss(meanSquaredError())
                .build();
        assertThat(Dnn.check(elsewhere).diagnostics())
                .anySatisfy(finding -> assertThat(finding.path()).startsWith("data"));
    }

    @Test
    void aTableIsTrainedSavedOpenedAndPredicted() throws IOException {
        List<Integer> epochs = new ArrayList<>();
        Path saved = folder.resolve("models").resolve("shop");
        Map<String, Object> red = Map.of("price", 3, "colour", "red");
        Prediction before;
        try (TrainedModel model = Dnn.train(shop(), epoch -> epochs.add(epoch.epoch()))) {
            assertThat(epochs).hasSize(40).startsWith(1).endsWith(40);
            assertThat(model.status()).isEqualTo(Status.COMPLETED);
            assertThat(model.figures().get("test").get("accuracy")).isGreaterThan(0.9);
            before = model.predictor().predict(red);
            model.save(saved);
            assertThatThrownBy(() -> model.save(saved)).isInstanceOf(OccupiedRunDirectoryException.class);
        }
        try (SavedRun run = SavedRun.open(saved)) {
            Prediction prediction = run.predictor().predict(red);
            assertThat(prediction).isEqualTo(before);
            assertThat(prediction.label()).isEqualTo("yes");
            assertThat(prediction.probability("yes")).isGreaterThan(0.5);
            assertThat(prediction.probability("yes") + prediction.probability("no"))
                    .isCloseTo(1, within(1e-6));
            assertThat(run.evaluateTestSplit().figures().get("accuracy")).isGreaterThan(0.9);
            assertThatThrownBy(prediction::number).hasMessageContaining("no number is called `prediction`");
        }
    }

    @Test
    void problemsOfARowAreSentences() throws IOException {
        try (TrainedModel model = Dnn.train(shop(), TrainingOptions.defaults())) {
            Predictor predictor = model.predictor();
            assertThatThrownBy(() -> predictor.predict(Map.of("prise", 3, "colour", "red")))
                    .isInstanceOf(UnfitRowsException.class)
                    .hasMessageContaining("there is no column `price`");
            assertThatThrownBy(() -> predictor.predict(Map.of("price", "cheap", "colour", "red")))
                    .isInstanceOf(UnfitRowsException.class)
                    .hasMessageContaining("`price`")
                    .hasMessageContaining("cannot be read as a number")
                    .hasMessageContaining("cheap");
            assertThat(predictor.predict(Map.of("price", 3, "colour", "green")).remarks())
                    .singleElement()
                    .asString()
                    .contains("green");
        }
    }

    @Test
    void valuesMeanWhatTheirTextMeansInATable() throws IOException {
        Path asTable = folder.resolve("new.csv");
        Files.write(asTable, List.of("colour,price", "red,3.5", "blue,22", "red,25"));
        try (TrainedModel model = Dnn.train(shop(), TrainingOptions.defaults())) {
            var ofTable = model.predictor().predict(asTable);
            var ofRows = model.predictor()
                    .predict(List.of(
                            Map.of("price", 3.5f, "colour", "red", "note", "not read"),
                            Map.of("price", 22L, "colour", "blue"),
                            Map.of("price", " 25 ", "colour", "red")));
            assertThat(ofRows).isEqualTo(ofTable);
        }
    }

    @Test
    void aMissingValueIsFilledAsTheCommandFillsIt() throws IOException {
        Map<String, Object> unknown = new HashMap<>(Map.of("price", 3));
        unknown.put("colour", null);
        Path asTable = folder.resolve("new.csv");
        Files.write(asTable, List.of("price,colour", "3,", "NA,red"));
        try (TrainedModel model = Dnn.train(shop(), TrainingOptions.defaults())) {
            Predictor predictor = model.predictor();
            Prediction filled = predictor.predict(unknown);
            String filler = filled.remarks().get(0).contains("`red`") ? "red" : "blue";
            assertThat(filled.values())
                    .isEqualTo(predictor
                            .predict(Map.of("price", 3, "colour", filler))
                            .values());
            assertThat(filled.remarks())
                    .containsExactly("column `colour`: 1 missing cell, the first in row 1, taken for `" + filler + "`");
            var ofTable = predictor.predict(asTable);
            assertThat(ofTable.object(0)).isEqualTo(filled.values());
            assertThat(ofTable.remarks())
                    .hasSize(2)
                    .anyMatch(remark -> remark.startsWith("column `price`: 1 missing cell, the first in row 3, taken"))
                    .anyMatch(remark -> remark.startsWith("column `colour`: 1 missing cell, the first in row 2"));
            assertThat(predictor.predict(List.of(unknown, unknown)).remarks())
                    .containsExactly(
                            "column `colour`: 2 missing cells, the first in row 1, taken for `" + filler + "`");
        }
    }

    @Test
    void manyThreadsPredictWhatOneDoes() throws Exception {
        try (TrainedModel model = Dnn.train(shop(), TrainingOptions.defaults())) {
            Predictor predictor = model.predictor();
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                rows.add(Map.of("price", i / 7.0, "colour", i % 3 == 0 ? "red" : "blue"));
            }
            List<Prediction> alone = rows.stream().map(predictor::predict).toList();
            var executor = Executors.newFixedThreadPool(8);
            try {
                List<Future<Prediction>> together = new ArrayList<>();
                for (Map<String, Object> row : rows) {
                    together.add(executor.submit(() -> predictor.predict(row)));
                }
                for (int i = 0; i < rows.size(); i++) {
                    assertThat(together.get(i).get()).isEqualTo(alone.get(i));
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    @Test
    void aClosedModelRefuses() throws IOException {
        TrainedModel model = Dnn.train(shop(), TrainingOptions.defaults());
        Predictor predictor = model.predictor();
        model.close();
        assertThatThrownBy(() -> predictor.predict(Map.of("price", 3, "colour", "red")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void matricesNeedNoSource() {
        double[][] x = new double[50][];
        double[][] y = new double[50][];
        for (int i = 0; i < 50; i++) {
            x[i] = new double[] {i / 50.0, 1 - i / 25.0};
            y[i] = new double[] {3 * x[i][0] - 2 * x[i][1] + 0.5};
        }
        Dataset items = new Dataset(Matrix.ofItems(x), Matrix.ofItems(y));
        Experiment experiment = Experiment.named("plane")
                .architecture(dense(1))
                .loss(meanSquaredError())
                .optimizer(sgd(0.3))
                .epochs(400)
                .fullBatch()
                .buildWithoutData();
        try (TrainedNetwork network = Dnn.train(
                experiment,
                items,
                Optional.of(items),
                TrainingOptions.defaults().threads(1))) {
            assertThat(network.status()).isEqualTo(Status.COMPLETED);
            assertThat(network.epochs().get(399).figures()).containsKey("validation.loss");
            assertThat(network.evaluate(items).get("loss")).isLessThan(1e-6);
            assertThat(network.predict(Matrix.ofItems(new double[] {0.5, 0})).get(0, 0))
                    .isCloseTo(2, within(1e-2));
        }
    }

    @Test
    void matricesMayHaveTargetsOfEveryKind() {
        double[][] x = new double[30][];
        double[][] one = new double[30][];
        double[][] several = new double[30][];
        for (int i = 0; i < 30; i++) {
            x[i] = new double[] {i % 3, i / 30.0};
            one[i] = new double[] {i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0};
            several[i] = new double[] {i % 3 > 0 ? 1 : 0, i % 3 > 1 ? 1 : 0, i / 30.0};
        }
        var classes = Experiment.named("c").architecture(dense(3, softmax())).loss(categoricalCrossEntropy());
        var labels = Experiment.named("l").architecture(dense(3, sigmoid())).loss(binaryCrossEntropy());
        var numbers = Experiment.named("n").architecture(dense(3)).loss(meanSquaredError());
        Map<ExperimentBuilder, double[][]> works = Map.of(classes, one, labels, one, numbers, several);
        works.forEach((work, targets) -> {
            Dataset items = new Dataset(Matrix.ofItems(x), Matrix.ofItems(targets));
            Experiment experiment =
                    work.epochs(30).optimizer(adam(0.05)).seed(2).buildWithoutData();
            try (TrainedNetwork network = Dnn.train(experiment, items, Optional.empty(), TrainingOptions.defaults())) {
                double last = network.epochs().get(29).figures().get("train.loss");
                assertThat(last).isLessThan(network.epochs().get(0).figures().get("train.loss"));
                assertThat(network.predict(items.features()).rows()).isEqualTo(3);
            }
        });
    }

    @Test
    void mistakesAboutMatricesAreSaid() {
        Dataset items = new Dataset(Matrix.zeros(2, 5), Matrix.zeros(1, 5));
        var undecided = Experiment.named("m").architecture(dense(0)).loss(meanSquaredError());
        assertThatThrownBy(() ->
                        Dnn.train(undecided.buildWithoutData(), items, Optional.empty(), TrainingOptions.defaults()))
                .isInstanceOf(RefusedException.class);
        var declared = Experiment.named("m").inputs(3).architecture(dense(1)).loss(meanSquaredError());
        assertThatThrownBy(() ->
                        Dnn.train(declared.buildWithoutData(), items, Optional.empty(), TrainingOptions.defaults()))
                .hasMessage("the experiment declares 3 numbers an item as `architecture.inputs`, X has 2");
        var wide = Experiment.named("m").architecture(dense(2)).loss(meanSquaredError());
        assertThatThrownBy(
                        () -> Dnn.train(wide.buildWithoutData(), items, Optional.empty(), TrainingOptions.defaults()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the network has 2 outputs");
        assertThatThrownBy(() -> Experiment.named("m").data(moons(90)).buildWithoutData())
                .hasMessageContaining("declares data");
    }

    @Test
    void foldsShareTheBudgetOfThreads() {
        Experiment experiment = Experiment.named("folds")
                .seed(1)
                .data(moons(90))
                .architecture(dense(4, relu()), dense(1, sigmoid()))
                .loss(binaryCrossEntropy())
                .epochs(2)
                .crossValidation(3)
                .build();
        Map<Integer, Object> figures = new HashMap<>();
        for (int threads : new int[] {1, 2, 8}) {
            try (TrainedModel model =
                    Dnn.train(experiment, TrainingOptions.defaults().threads(threads))) {
                figures.put(threads, model.result().crossValidation().orElseThrow());
                assertThat(model.result().weightsSha256()).isNotEmpty();
            }
        }
        assertThat(figures.get(2)).isEqualTo(figures.get(1));
        assertThat(figures.get(8)).isEqualTo(figures.get(1));
    }

    /** Groups of 12, 12 and 9 rows: one fold learns from 24 items, the others from 21. */
    @Test
    void aFoldWhoseLastBatchHasOneItemIsRefusedWhereALayerComparesItems() throws IOException {
        StringBuilder rows = new StringBuilder("a,c,g\n");
        for (int i = 0; i < 33; i++) {
            rows.append(i * 7 % 11).append(',').append("xyz".charAt(i % 3)).append(',');
            rows.append("pqr".charAt(i / 12)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("groups.csv"), rows);
        ExperimentBuilder experiment = Experiment.named("folds")
                .seed(1)
                .data(table(file.toString(), "c"))
                .split(new Split(0.72, 0.28, 0).group("g"))
                .architecture(dense(8), batchNorm(), activation(relu()), dense(3, softmax()))
                .loss(categoricalCrossEntropy())
                .crossValidation(3)
                .epochs(1);
        assertThatThrownBy(() -> Dnn.train(experiment.batchSize(10).build(), TrainingOptions.defaults()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.report().diagnostics())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.code()).isEqualTo("A408");
                                    assertThat(finding.label()).isEqualTo("21 items in batches of 10 leave 1");
                                }));
        try (TrainedModel model = Dnn.train(experiment.batchSize(11).build(), TrainingOptions.defaults())) {
            assertThat(model.result().crossValidation().orElseThrow().folds()).hasSize(3);
        }
    }

    @Test
    void trainingStopsWhenAsked() {
        Experiment experiment = Experiment.named("long")
                .data(moons(90))
                .architecture(dense(1, sigmoid()))
                .loss(binaryCrossEntropy())
                .epochs(1000)
                .build();
        List<Integer> epochs = Collections.synchronizedList(new ArrayList<>());
        try (TrainedModel model = Dnn.train(
                experiment,
                TrainingOptions.defaults()
                        .listener(epoch -> epochs.add(epoch.epoch()))
                        .stop(() -> epochs.size() >= 3))) {
            assertThat(model.status()).isEqualTo(Status.INTERRUPTED);
            assertThat(model.epochs()).hasSize(3);
        }
    }
}
