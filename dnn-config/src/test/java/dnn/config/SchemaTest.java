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
import java.util.TreeSet;
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

    /**
     * What a schema can say: keys, types, names, bounds. Two bounds that are wrong only together are left to the
     * checker.
     */
    private static final Set<String> SAYABLE = Set.of("Y004", "Y005", "Y007", "Y008", "Y009", "Y011", "T508", "A405");

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(ExperimentSchema.generate());

    static List<Path> examples() {
        return Stream.concat(TestFiles.examples(), TestFiles.yaml(TestFiles.CONFIGS.resolve("lecture")))
                .toList();
    }

    static List<Path> everyKey() {
        return TestFiles.yaml(Path.of("src", "test", "resources", "schema")).toList();
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void goodExperimentsAndOneChangeToThem(Path file) {
        JsonNode good = JsonTree.read(TestFiles.text(file)).orElseThrow();
        List<JsonNode> changed = new ArrayList<>(List.of(good));
        mutants(good).forEach(changed::add);
        int refused = 0;
        for (JsonNode instance : changed) {
            refused += agree(instance, instance.toString()) ? 0 : 1;
        }
        assertThat(errors(good)).isEmpty();
        assertThat(refused).isGreaterThan(changed.size() / 2).isLessThan(changed.size());
    }

    /** Else a record may grow a key that neither side was asked about. */
    @Test
    void theExperimentsHoldEveryKeyOfEveryRecord() {
        KeyCoverage coverage = new KeyCoverage();
        Set<String> written = new TreeSet<>();
        for (Path file : everyKey()) {
            LoadedExperiment loaded = new ExperimentLoader(BaseResolver.none()).load(file, List.of());
            assertThat(loaded.diagnostics()).as("%s", file).isEmpty();
            written.addAll(coverage.written(loaded));
        }
        assertThat(coverage.all()).hasSizeGreaterThan(100);
        assertThat(written).containsExactlyElementsOf(coverage.all());
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
                        !finding.code().equals("Y009") || finding.label().startsWith("used by "))
                .filter(finding -> !finding.message()
                        .matches(".*(greater than (`low(er)?`|the learning rate)|must be (a )?finite number).*"))
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
