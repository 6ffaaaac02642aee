package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.schema.ExperimentSchema;
import dnn.config.yaml.ExperimentWriter;
import dnn.config.yaml.JsonTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema against the checker: what one refuses because of keys, types, names or bounds, the other refuses too. */
class SchemaTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Checker CHECKER = new Checker();

    /** What a schema can say: keys, types, names, bounds. Two bounds that are wrong only together are left to the checker. */
    private static final Set<String> SAYABLE = Set.of("Y004", "Y005", "Y007", "Y008", "Y009", "Y011", "T508", "A405");

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(ExperimentSchema.generate());

    static List<Path> examples() {
        return Stream.concat(TestFiles.examples(), TestFiles.yaml(TestFiles.CONFIGS.resolve("lecture")))
                .toList();
    }

    static Stream<String> goodTexts() {
        return Stream.of(EVERYTHING, EXPLICIT);
    }

    private static final String EVERYTHING = """
            name: everything
            description: Every key there is
            seed: 1
            checks: {I204: ignore}
            data:
              source: tables/a.csv
              target: t
              features: [a, b]
              exclude: [c]
              split: {train: 0.8, validation: 0.1, test: 0.1}
              preprocessing:
                numeric: {scale: min_max, impute: mean}
                categorical: {encode: one_hot, impute: {constant: x}}
                columns: {a: {scale: none, impute: median}}
            architecture:
              inputs: 2
              layers:
                - {type: dense, name: one, units: 4, activation: {type: leaky_relu, slope: 0.1}, inputs: 2}
                - {type: activation, activation: tanh}
                - {type: dropout, rate: 0.1}
                - {type: dense, units: 1, activation: sigmoid}
            initialization:
              weights: {type: normal, mean: 0, standard_deviation: 0.1}
              biases: {type: uniform, low: -1, high: 1}
              layers: {one: {weights: orthogonal, biases: {type: constant, value: 0.5}}}
            training:
              loss: binary_cross_entropy
              optimizer: {type: sgd, learning_rate: 0.1, momentum: 0.9, nesterov: true}
              schedule: {type: step, every: 2, factor: 0.5}
              epochs: 30
              batch_size: full
              shuffle: false
              regularization: {l1: 0, l2: 0.1}
              gradient_clipping: {norm: 1}
              early_stopping: {monitor: train.loss, patience: 2, restore_best: false}
              metrics: [accuracy, f1]
            engine: {backend: commons-math, precision: float64, threads: 2}
            """;

    private static final String EXPLICIT = """
            name: explicit
            data: {source: blobs, items: 30, features: 2, classes: 3, noise: 0.1}
            architecture: {layers: [{type: dense, name: only, units: 3, activation: softmax}]}
            initialization: {layers: {only: {weights: {values: [[1, 2], [3, 4], [5, 7]]}, biases: {values: [1, 2, 3]}}}}
            training: {loss: categorical_cross_entropy, optimizer: rmsprop, gradient_clipping: {value: 0.5}, batch_size: 8}
            """;

    @ParameterizedTest
    @MethodSource("goodTexts")
    void goodExperimentsAndOneChangeToThem(String text) {
        JsonNode good = JsonTree.read(text).orElseThrow();
        List<JsonNode> changed = new ArrayList<>(List.of(good));
        mutants(good).forEach(changed::add);
        int refused = 0;
        for (JsonNode instance : changed) {
            refused += agree(instance, instance.toString()) ? 0 : 1;
        }
        assertThat(errors(good)).isEmpty();
        assertThat(refused).isGreaterThan(changed.size() / 2).isLessThan(changed.size());
    }

    @Test
    void randomExperiments() {
        int compared = 0;
        for (int seed = 0; seed < 60; seed++) {
            String text = ExperimentWriter.write(new RandomExperiments(seed).next());
            JsonNode instance = JsonTree.read(text).orElseThrow();
            if (isFinite(instance)) {
                agree(instance, text);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    /** JSON has no infinite numbers, so no schema speaks of them. */
    private static boolean isFinite(JsonNode node) {
        return node.isDouble()
                ? Double.isFinite(node.doubleValue())
                : node.valueStream().allMatch(SchemaTest::isFinite);
    }

    /** Whether both accept; it is a failure if only one does. */
    private static boolean agree(JsonNode instance, String text) {
        boolean bySchema = SCHEMA.validate(instance, OutputFormat.BOOLEAN);
        List<String> byChecker = findings(text);
        if (bySchema != byChecker.isEmpty()) {
            fail("%s%nschema: %s%nchecker: %s", text, errors(instance), byChecker);
        }
        return bySchema;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreAccepted(Path file) {
        assertThat(errors(JsonTree.read(TestFiles.text(file)).orElseThrow())).isEmpty();
    }

    @Test
    void anExtendingFileMayLeaveOutWhatItsBaseHas() {
        String extending = "{extends: base.yaml, data: {noise: 0.3}, training: {optimizer: {learning_rate: 0.1}}}";
        assertThat(errors(JsonTree.read(extending).orElseThrow())).isEmpty();
        assertThat(errors(JsonTree.read(extending.replace("noise", "niose")).orElseThrow()))
                .isNotEmpty();
        assertThat(errors(JsonTree.read(extending.replace("0.3", "-1")).orElseThrow()))
                .isNotEmpty();
        assertThat(errors(JsonTree.read("{data: {noise: 0.3}}").orElseThrow())).isNotEmpty();
        String layers = "{extends: base.yaml, architecture: {layers: [{type: dense}]}}";
        assertThat(errors(JsonTree.read(layers).orElseThrow())).isNotEmpty(); // lists replace lists
    }

    private static List<String> errors(JsonNode instance) {
        return SCHEMA.validate(instance).stream().map(String::valueOf).toList();
    }

    private static List<String> findings(String text) {
        LoadedExperiment loaded =
                new ExperimentLoader(BaseResolver.none()).load(new SourceText("mutant.yaml", text), List.of());
        return CHECKER.check(loaded, Optional.empty()).diagnostics().stream()
                .filter(finding -> SAYABLE.contains(finding.code()))
                .filter(finding -> !finding.code().equals("A405") || isBound(finding))
                .filter(finding ->
                        !finding.code().equals("Y009") || finding.message().contains("has no effect with "))
                .filter(finding -> !finding.message().matches(".*(greater than `low`|must be (a )?finite number).*"))
                // a table needs a target unless its labels stand in a file of their own
                .filter(finding -> !finding.message().equals("`data` lacks the key `target`"))
                .map(finding -> finding.code() + " " + finding.message())
                .toList();
    }

    private static boolean isBound(Diagnostic finding) {
        return finding.message().contains("must be");
    }

    /** Every value replaced by what it may not be, every key left out, misspelt, and joined by an unknown one. */
    private static List<JsonNode> mutants(JsonNode root) {
        List<JsonNode> mutants = new ArrayList<>();
        mutate(root, root, mutants);
        return mutants;
    }

    private static void mutate(JsonNode root, JsonNode at, List<JsonNode> mutants) {
        if (at instanceof ObjectNode object) {
            object.put("unknown_key", 1);
            mutants.add(root.deepCopy());
            object.remove("unknown_key");
            for (String key : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(key);
                object.remove(key);
                mutants.add(root.deepCopy());
                object.set(key + "x", value);
                mutants.add(root.deepCopy());
                object.remove(key + "x");
                for (JsonNode other : replacements(key)) {
                    object.set(key, other);
                    mutants.add(root.deepCopy());
                }
                object.set(key, value);
                mutate(root, value, mutants);
            }
        } else if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                for (JsonNode other : replacements("")) {
                    array.set(i, other);
                    mutants.add(root.deepCopy());
                }
                array.set(i, value);
                mutate(root, value, mutants);
            }
        }
    }

    /** A fraction as the data's source is text with a dot, so a file to the checker; the schema wants it in quotes. */
    private static List<JsonNode> replacements(String key) {
        List<JsonNode> all = new ArrayList<>(List.of(
                JSON.stringNode("Nonsense!"),
                JSON.numberNode(-1),
                JSON.numberNode(0),
                JSON.numberNode(3_000_000_000L),
                JSON.booleanNode(true),
                JSON.nullNode(),
                JSON.arrayNode().add(1),
                JSON.arrayNode(),
                JSON.objectNode()));
        if (!key.equals("source")) {
            all.add(JSON.numberNode(1.5));
        }
        return all;
    }
}
