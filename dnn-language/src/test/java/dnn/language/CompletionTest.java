package dnn.language;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.profile.ColumnNumbers;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Severity;
import dnn.config.fix.TextEdits;
import dnn.config.fix.TextLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static List<Completion> at(String marked) {
        Texts.Cursor cursor = Texts.Cursor.of(marked);
        return cursor.analysis().completions(cursor.point());
    }

    private static List<String> texts(String marked) {
        return at(marked).stream().map(Completion::text).toList();
    }

    private static String moons(String part, String marked) {
        return Texts.moons().replace(part, marked);
    }

    @Test
    void keysOfAMappingComeWithAValueToBeginWith() {
        assertThat(texts(moons("  epochs: 200", "  shu|\n  epochs: 200")))
                .first()
                .isEqualTo("shuffle: true");
        assertThat(texts(moons("  epochs: 200", "  |\n  epochs: 200")))
                .contains("schedule: constant", "checkpoints: regular")
                .doesNotContain("epochs: 100", "loss: mean_squared_error");
        assertThat(texts(moons("units: 7, activation: relu", "units: 7, activation: relu, |")))
                .containsExactlyInAnyOrder("name: hidden2", "inputs: 20");
        assertThat(texts(Texts.moons() + "|")).contains("initialization: {biases: zeros}");
    }

    @Test
    void aKeyThatIsThereIsExchangedAlone() {
        assertThat(texts(moons("learning_rate: 0.01", "lea|: 0.01"))).containsExactly("learning_rate");
    }

    @Test
    void choicesAreOfferedByName() {
        assertThat(texts(moons("activation: relu}   # W[1]", "activation: re|}   # W[1]")))
                .startsWith("relu")
                .contains("leaky_relu")
                .doesNotContain("tanh");
        assertThat(texts(moons("type: adam, learning_rate: 0.01", "type: |"))).contains("adam", "sgd", "lion");
        assertThat(texts(moons("metrics: [accuracy]", "metrics: [acc|]"))).contains("accuracy", "balanced_accuracy");
        assertThat(texts(moons("metrics: [accuracy]", "metrics: acc|"))).contains("[accuracy]");
        assertThat(texts(moons("  shuffle: true", "").replace("  epochs: 200", "  shuffle: |\n  epochs: 200")))
                .contains("true", "false");
    }

    @Test
    void aLayerComesWithWhatItMustHave() {
        String marked = moons("  layers:\n", "  layers:\n    - de|\n");
        assertThat(texts(marked)).containsExactly("{type: dense, units: 1}");
        assertThat(texts(moons("{type: dense, units: 7, activation: relu}", "{type: d|}")))
                .contains("dense, units: 1", "dropout, rate: 0.1");
    }

    @Test
    void layersAndFiguresAreOfferedByTheirNames() {
        assertThat(texts(moons("monitor: validation.loss", "monitor: |")))
                .containsExactlyInAnyOrder("validation.loss", "validation.accuracy", "train.loss", "train.accuracy");
        assertThat(texts(Texts.moons() + "initialization:\n  layers:\n    |"))
                .anyMatch(text -> text.startsWith("dense3: "));
    }

    @Test
    void whatTheCheckWouldRefuseIsNotOffered() {
        assertThat(texts(moons("loss: binary_cross_entropy", "loss: |")))
                .contains("binary_cross_entropy")
                .doesNotContain("categorical_cross_entropy");
        assertThat(texts(moons("  inputs: 2 ", "  |"))).contains("inputs: 2");
    }

    @Test
    void columnsAreOfferedOnceTheDataIsKnown() {
        DataProfile profile = new DataProfile(
                "flowers.csv",
                150,
                List.of(column("width"), column("kind of flower")),
                List.of("width"),
                OptionalInt.of(1),
                List.of(),
                Optional.empty(),
                0,
                List.of(),
                Map.of());
        Texts.Cursor cursor = Texts.Cursor.of("name: a\ndata: {source: flowers.csv, target: |}\n");
        assertThat(Texts.LANGUAGE.withData(cursor.analysis(), profile).completions(cursor.point()).stream()
                        .map(Completion::text))
                .containsExactly("width", "kind of flower");
    }

    private static ColumnProfile column(String name) {
        return new ColumnProfile(name, ColumnType.NUMERIC, 0, 5, List.of(), ColumnNumbers.NONE, 1);
    }

    @Test
    void nothingIsOfferedInACommentOrOfATextThatIsNone() {
        assertThat(at("name: a # epo|\n")).isEmpty();
        assertThat(at("[|")).isEmpty();
        assertThat(at("|")).isNotEmpty();
    }

    /** At places drawn from all experiments, each offer, inserted, brings no error that the text did not have. */
    @Test
    void noOfferBringsAnErrorAtRandomPlaces() {
        long seed = Long.getLong("completion.seed", 7);
        int places = Integer.getInteger("completion.places", 40);
        Random random = new Random(seed);
        List<Path> configs = Texts.configs();
        int offered = 0;
        for (int i = 0; i < places; i++) {
            Path file = configs.get(random.nextInt(configs.size()));
            TextAnalysis analysis = Texts.analyze(file);
            TextLines lines = analysis.lines();
            TextLines.Point point = lines.at(place(lines.text(), random));
            Set<String> before = errors(analysis);
            for (Completion offer : analysis.completions(point)) {
                TextEdits edits = new TextEdits("", lines.text());
                assertThat(edits.take(Fix.replace(offer.replaced(), offer.text(), "")))
                        .isTrue();
                Set<String> after = new java.util.HashSet<>(errors(Texts.analyze(file, edits.edited())));
                after.removeAll(before);
                assertThat(after)
                        .as("seed %d: `%s` at %s of %s", seed, offer.text(), point, file)
                        .isEmpty();
                offered++;
            }
        }
        assertThat(offered).isGreaterThan(places);
    }

    /** Where a word starts or ends, mostly: few people stop in the middle of blanks. */
    private static int place(String text, Random random) {
        int at = random.nextInt(text.length());
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at)) == Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static Set<String> errors(TextAnalysis analysis) {
        List<String> errors = new ArrayList<>();
        for (Diagnostic finding : analysis.report().diagnostics()) {
            if (finding.severity() == Severity.ERROR) {
                errors.add(finding.code() + " " + finding.path());
            }
        }
        return errors.stream().collect(Collectors.toSet());
    }
}
