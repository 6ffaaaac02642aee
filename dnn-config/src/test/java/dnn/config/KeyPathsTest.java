package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.api.path.KeyPaths;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.ValueType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every path that the code speaks of by name is one that the grammar knows, and each is named by one rule. */
class KeyPathsTest {
    private final Grammar grammar = new Grammar();
    private final Set<String> known = new HashSet<>();

    @Test
    void everyPathLeadsToAKeyOfTheGrammar() {
        collect("", new ValueType.Mapping(Experiment.class));
        assertThat(known).contains("data", "training.loss").doesNotContain("training.losses");
        assertThat(constants().map(KeyPathsTest::path))
                .hasSizeGreaterThan(60)
                .allSatisfy(path -> assertThat(known).contains(path));
    }

    @Test
    void aConstantIsItsPath() {
        assertThat(constants())
                .allSatisfy(field -> assertThat(field.getName())
                        .isEqualTo(path(field).toUpperCase(Locale.ROOT).replace('.', '_')));
    }

    private static Stream<Field> constants() {
        return Arrays.stream(KeyPaths.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class);
    }

    private static String path(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the paths of all keys below a value of this type; lists and blocks that hold themselves are not entered. */
    private void collect(String path, ValueType type) {
        for (Grammar.RecordGrammar record : recordsOf(type)) {
            for (Grammar.Component component : record.components()) {
                if (component.inlined()) {
                    collect(path, component.type());
                    continue;
                }
                String below = path.isEmpty() ? component.key() : path + "." + component.key();
                if (known.add(below) || recordsOf(component.type()).isEmpty()) {
                    collect(below, component.type());
                }
            }
        }
    }

    private List<Grammar.RecordGrammar> recordsOf(ValueType type) {
        if (type instanceof ValueType.Maybe maybe) {
            return recordsOf(maybe.value());
        }
        if (type instanceof ValueType.Mapping mapping) {
            return List.of(grammar.record(mapping.type()));
        }
        return Optional.of(type)
                .filter(ValueType.Choice.class::isInstance)
                .map(choice -> grammar.union(((ValueType.Choice) choice).type()).records())
                .orElse(List.of());
    }
}
