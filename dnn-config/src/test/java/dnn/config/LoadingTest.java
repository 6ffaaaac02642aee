// Longer than 300 lines: each case is one way in which a text becomes an experiment or a finding.
package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Dsl;
import dnn.api.activation.Relu;
import dnn.api.data.Moons;
import dnn.api.data.Table;
import dnn.api.layer.Dense;
import dnn.api.optimizer.Adam;
import dnn.api.optimizer.Sgd;
import dnn.api.training.CheckpointInterval;
import dnn.api.training.Checkpoints;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, bases, overrides, and the place of every value. */
class LoadingTest {
    private static final String GOOD = """
            name: good
            seed: 1
            data: {source: moons}
            architecture:
              layers:
                - {type: dense, units: 3, activation: relu}
                - {type: dense, units: 1, activation: sigmoid}
            training:
              loss: binary_cross_entropy
              optimizer: {type: adam, learning_rate: 0.01, beta1: 0.8}
            """;

    private static LoadedExperiment load(String text, String... overrides) {
        return new ExperimentLoader(BaseResolver.none()).load(new SourceText("good.yaml", text), List.of(overrides));
    }

    private static List<String> codes(LoadedExperiment loaded) {
        return loaded.diagnostics().stream().map(Diagnostic::code).toList();
    }

    @Test
    void everyValueHasAPlace() {
        LoadedExperiment loaded = load(GOOD);
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.spanOf("architecture.layers[0].units")).contains(new Span("good.yaml", 6, 28, 6, 29));
        assertThat(loaded.keySpanOf("training.optimizer.learning_rate"))
                .contains(new Span("good.yaml", 10, 27, 10, 40));
        assertThat(loaded.spanOf("data.source")).contains(new Span("good.yaml", 3, 16, 3, 21));
        assertThat(loaded.spanOf("training.epochs")).isEmpty();
    }

    @Test
    void overridesSetInsertAndAppend() {
        LoadedExperiment loaded = load(
                GOOD,
                "training.epochs=7",
                "architecture.layers[0].units=9",
                "architecture.layers[2]={type: dropout, rate: 0.5}",
                "checks.I204=ignore",
                "training.optimizer.learning_rate=1e-3");
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.experiment().training().epochs()).isEqualTo(7);
        assertThat(((Dense) loaded.experiment().architecture().layers().get(0)).units())
                .isEqualTo(9);
        assertThat(loaded.experiment().architecture().layers()).hasSize(3);
        assertThat(loaded.experiment().checks()).containsOnlyKeys("I204");
        assertThat(loaded.experiment().training().optimizer()).isEqualTo(new Adam(1e-3, 0.8, 0.999, 1e-8));
        assertThat(loaded.spanOf("training.epochs")).contains(new Span("<argument 1>", 1, 17, 1, 18));
        assertThat(loaded.sources().get("<argument 1>").text()).isEqualTo("training.epochs=7");
    }

    @Test
    void anOverrideBelowANameKeepsTheName() {
        LoadedExperiment loaded = load(GOOD, "training.optimizer=sgd", "training.optimizer.momentum=0.9");
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.experiment().training().optimizer()).isEqualTo(new Sgd(0.01, 0.9, false));
    }

    @Test
    void overridesThatReachNothingAreFindings() {
        assertThat(codes(load(GOOD, "training.epoch=1"))).containsExactly("Y004");
        assertThat(codes(load(GOOD, "epochs"))).containsExactly("Y013");
        assertThat(codes(load(GOOD, "extends=a.yaml"))).containsExactly("Y013");
        assertThat(codes(load(GOOD, "=1"))).containsExactly("Y013");
        assertThat(codes(load(GOOD, "architecture.layers[9].units=1"))).containsExactly("Y004");
        assertThat(codes(load(GOOD, "architecture.layers.units=1"))).containsExactly("Y004");
        assertThat(codes(load(GOOD, "training.epochs=["))).containsExactly("Y001");
    }

    @Test
    void intervalsOfCheckpointsHaveUnits() {
        Map<String, Checkpoints> meant = Map.of(
                "none", Dsl.noCheckpoints(),
                "{every: 5 epochs}", Dsl.checkpointsEveryEpochs(5),
                "{every: 1 epoch, keep: 3}", Dsl.checkpointsEveryEpochs(1).keep(3),
                "{every: 2.5 s}", Dsl.checkpointsEverySeconds(2.5),
                "{every: 30seconds}", Dsl.checkpointsEverySeconds(30),
                "{every: 10 min}", new Checkpoints.Regular(new CheckpointInterval.Minutes(10), 2),
                "{keep: 3}", Checkpoints.Regular.defaults().keep(3),
                "{}", Checkpoints.Regular.defaults());
        meant.forEach((text, checkpoints) -> {
            LoadedExperiment loaded = load(GOOD + "  checkpoints: " + text + "\n");
            assertThat(loaded.diagnostics()).as(text).isEmpty();
            assertThat(loaded.experiment().training().checkpoints()).as(text).isEqualTo(checkpoints);
        });
        for (String text : List.of("{every: 30}", "{every: 2 h}", "{every: s}", "{every: [1]}", "{every: {a: 1}}")) {
            assertThat(codes(load(GOOD + "  checkpoints: " + text + "\n")))
                    .as(text)
                    .containsExactly("Y005");
        }
        assertThat(codes(load(GOOD + "  checkpoints: {every: 1.5 epochs}\n"))).containsExactly("Y005");
    }

    @Test
    void nullTakesAValueAway() {
        String text =
                GOOD + "  epochs: 7\n  early_stopping: {patience: 3, restore_best: false}\n  metrics: [accuracy, f1]\n";
        LoadedExperiment loaded = load(
                text,
                "training.epochs=null",
                "training.early_stopping.patience=~",
                "training.metrics[0]=null",
                "training.optimizer.beta1=null",
                "training.gradient_clipping.norm=null");
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.experiment().training().epochs()).isEqualTo(100);
        assertThat(loaded.experiment().training().earlyStopping().orElseThrow().patience())
                .isEqualTo(20);
        assertThat(loaded.experiment().training().earlyStopping().orElseThrow().restoreBest())
                .isFalse();
        assertThat(loaded.experiment().training().metrics()).contains(java.util.List.of(dnn.api.Dsl.f1()));
        assertThat(loaded.experiment().training().optimizer()).isEqualTo(new Adam(0.01, 0.9, 0.999, 1e-8));
        assertThat(loaded.experiment().training().gradientClipping()).isEmpty();
        assertThat(codes(load(text, "training.loss=null"))).containsExactly("Y008");
        assertThat(codes(load(text, "training.epohcs=null"))).containsExactly("Y004");
        assertThat(codes(load(text, "data=null"))).containsExactly("Y008");
    }

    @Test
    void elementsOfListsMayBeCountedWithAPoint() {
        LoadedExperiment loaded = load(GOOD, "architecture.layers.0.units=9", "architecture.layers.1.units=1");
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(((Dense) loaded.experiment().architecture().layers().get(0)).units())
                .isEqualTo(9);
        assertThat(codes(load(GOOD, "architecture.layers.7.units=9"))).containsExactly("Y004");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(
            delimiter = ';',
            value = {
                "epochs=50; training.epochs=50",
                "learning_rate=0.1; training.optimizer.learning_rate=0.1",
                "lr=0.1; training.optimizer.learning_rate=0.1",
                "optimizer.learning_rate=0.1; training.optimizer.learning_rate=0.1",
                "random_state=4; seed=4",
                "batch_size=7; training.batch_size=7",
                "Training.epochs=7; training.epochs=7",
                "noise=0.3; data.noise=0.3",
            })
    void aPathStartsAtTheTop(String written, String meant) {
        LoadedExperiment loaded = load(GOOD, written);
        assertThat(codes(loaded)).containsExactly("Y004");
        assertThat(loaded.diagnostics().get(0).help()).contains("write `" + meant + "`");
        assertThat(load(GOOD, meant).diagnostics()).isEmpty();
    }

    @Test
    void withoutAFileNothingIsSaidOfOverrides(@TempDir Path folder) {
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.files())
                .load(folder.resolve("nofile.yaml"), List.of("training.epochs=1", "data.source=moons"));
        assertThat(codes(loaded)).containsExactly("D601");
    }

    @Test
    void basesMergeAndListsReplace(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("bases"));
        Files.writeString(
                folder.resolve("bases/base.yaml"),
                GOOD.replace("{source: moons}", "{source: table.csv, target: y, split: {train: 1}}"));
        Files.writeString(folder.resolve("over.yaml"), """
                extends: bases/base.yaml
                name: over
                architecture:
                  layers: [{type: dense, units: 2, activation: relu}]
                training:
                  epochs: 5
                  optimizer: {type: sgd, momentum: 0.5}
                """);
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.files())
                .load(folder.resolve("over.yaml"), List.of("data.exclude=[a]"));
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.experiment().name()).isEqualTo("over");
        assertThat(loaded.experiment().architecture().layers()).containsExactly(dnn.api.Dsl.dense(2, new Relu()));
        assertThat(loaded.experiment().training().optimizer()).isEqualTo(new Sgd(0.01, 0.5, false));
        assertThat(((Table) loaded.experiment().data().source()).exclude()).containsExactly("a");
        assertThat(loaded.directoryOf("data.source")).isEqualTo(folder.resolve("bases"));
        assertThat(loaded.directoryOf("training.epochs")).isEqualTo(folder);
        assertThat(loaded.directoryOf("data.exclude")).isEqualTo(Path.of(""));
        assertThat(loaded.sources()).hasSize(3);
    }

    @Test
    void basesThatExtendEachOtherAreAFinding(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "extends: b.yaml\n" + GOOD);
        Files.writeString(folder.resolve("b.yaml"), "extends: a.yaml\n");
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.files()).load(folder.resolve("a.yaml"), List.of());
        assertThat(codes(loaded)).containsExactly("Y010");
        assertThat(loaded.experiment().data().source()).isEqualTo(Moons.defaults());
    }

    @Test
    void filesThatAreNoTextAreFindings(@TempDir Path folder) throws IOException {
        ExperimentLoader loader = new ExperimentLoader(BaseResolver.files());
        assertThat(codes(loader.load(folder, List.of()))).containsExactly("Y001");
        Files.writeString(folder.resolve("moons.yaml"), GOOD);
        LoadedExperiment missing = loader.load(folder.resolve("mons.yaml"), List.of());
        assertThat(codes(missing)).containsExactly("D601");
        assertThat(missing.diagnostics().get(0).help().orElseThrow()).contains("moons.yaml");
        Files.write(folder.resolve("binary"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(codes(loader.load(folder.resolve("binary"), List.of()))).containsExactly("Y001");
        byte[] latin = GOOD.replace("seed", "description: gr\u00fcn\nseed").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("latin.yaml"), latin);
        LoadedExperiment encoded = loader.load(folder.resolve("latin.yaml"), List.of());
        assertThat(codes(encoded)).containsExactly("Y001");
        assertThat(encoded.diagnostics().get(0).span().orElseThrow().line()).isEqualTo(2);
        assertThat(encoded.diagnostics().get(0).span().orElseThrow().column()).isEqualTo(16);
        Files.write(folder.resolve("large.yaml"), new byte[2_000_000]);
        assertThat(codes(loader.load(folder.resolve("large.yaml"), List.of()))).containsExactly("Y010");
    }

    @Test
    void byteOrderMarksAndWindowsLineEndsChangeNothing() {
        LoadedExperiment loaded = load("\uFEFF" + GOOD.replace("\n", "\r\n"));
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.experiment()).isEqualTo(load(GOOD).experiment());
        assertThat(loaded.spanOf("name")).contains(new Span("good.yaml", 1, 7, 1, 11));
        assertThat(loaded.spanOf("architecture.layers[0].units")).contains(new Span("good.yaml", 6, 28, 6, 29));
    }

    @Test
    void columnsCountCodePoints() {
        LoadedExperiment loaded = load("{description: \"\uD83D\uDE00\", name: good}");
        assertThat(loaded.spanOf("name")).contains(new Span("good.yaml", 1, 26, 1, 30));
    }

    @Test
    void twinsMeanTheSame() {
        String twin = GOOD + "initialization: {weights: glorot_uniform}\n";
        assertThat(load(twin).diagnostics()).isEmpty();
        assertThat(load(twin).experiment())
                .isEqualTo(load(twin.replace("glorot", "xavier")).experiment());
    }

    @Test
    void whatCouldNotBeReadIsKnown() {
        LoadedExperiment loaded = load(GOOD.replace("units: 3", "units: three"));
        assertThat(codes(loaded)).containsExactly("Y005");
        assertThat(loaded.isReadable("architecture")).isFalse();
        assertThat(loaded.isReadable("architecture.layers[0].units")).isFalse();
        assertThat(loaded.isReadable("architecture.layers[1]")).isTrue();
        assertThat(loaded.isReadable("data")).isTrue();
    }

    @Test
    void scientificNotationAndColumnsCalledLikeTruthValuesAreFine() {
        LoadedExperiment loaded = load(GOOD.replace("{source: moons}", "{source: a.csv, target: y, exclude: [no, 010]}")
                + "  regularization: {l2: 1e-3}\n");
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(((Table) loaded.experiment().data().source()).exclude()).containsExactly("no", "010");
    }

    /** Numbers of more digits than memory holds, and exponents that no arithmetic knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "epochs: 1e2147483648",
                "epochs: 1e2147483649",
                "epochs: 1e-2147483649",
                "epochs: 1e99999999999",
                "epochs: 1e999999999 epochs",
                "regularization: {l2: 1e999999999%}",
                "regularization: {l2: 1e-999999999%}",
                "regularization: {l2: 1e999999999 percent}"
            })
    void numbersThatNobodyWritesOutAreFindings(String line) {
        LoadedExperiment loaded = load(GOOD + "  " + line + "\n");
        assertThat(codes(loaded)).containsExactly("Y005");
        assertThat(loaded.diagnostics().get(0).fix()).isEmpty();
    }

    @Test
    void aLongNumberIsNotRepeatedWhole() {
        String digits = "9".repeat(100_000);
        for (String text :
                List.of(digits + "x", "\u2013" + digits, digits + "k", digits + "%", "1" + ",999".repeat(30_000))) {
            Diagnostic finding = load(GOOD + "  gradient_clipping: {norm: " + text + "}\n")
                    .diagnostics()
                    .get(0);
            assertThat(finding.toString()).hasSizeLessThan(1000);
        }
    }

    @Test
    void whatANumberWasMeantToBeIsTold() {
        assertThat(help("epochs: 10k")).isEqualTo("write `10000`");
        assertThat(help("epochs: 1.5k")).isEqualTo("write `1500`");
        assertThat(help("regularization: {l2: 2%}")).isEqualTo("write `0.02`");
        assertThat(codes(load(GOOD + "  epochs: 100%\n"))).containsExactly("Y005");
        assertThat(help("epochs: 100%")).isEqualTo("write a whole number in digits, for example `20`");
    }

    private static String help(String line) {
        return load(GOOD + "  " + line + "\n").diagnostics().get(0).help().orElseThrow();
    }

    /** Brackets around it make a list only of what is an element as it stands. */
    @Test
    void oneValueInPlaceOfAListIsPutInBrackets() {
        assertThat(fixOf(load(GOOD + "  metrics: accuracy\n"))).isEqualTo("[accuracy]");
        assertThat(fixOf(load(GOOD.replace("moons", "a.csv, target: y, exclude: id"))))
                .isEqualTo("[id]");
        for (String other : List.of(
                GOOD + "  metrics: acuracy\n",
                GOOD.replace("moons", "a.csv, target: y, exclude: null"),
                "architecture: {layers: dense}\n",
                "architecture: {layers: 3}\n")) {
            List<Diagnostic> found = load(other).diagnostics().stream()
                    .filter(finding -> finding.code().equals("Y005"))
                    .toList();
            assertThat(found).hasSize(1);
            assertThat(found.get(0).fix()).as(other).isEmpty();
        }
    }

    private static String fixOf(LoadedExperiment loaded) {
        return loaded.diagnostics().get(0).fix().orElseThrow().edits().get(0).replacement();
    }
}
