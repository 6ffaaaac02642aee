package dnn.config.yaml;

import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A choice written as programs write it, {@code Dense(20, activation='relu')}, and the mapping that says the same. */
final class CallText {
    private static final int LONGEST = 200;
    private static final int LONGEST_STACK = 5_000;
    private static final Pattern STACK = Pattern.compile("[\\w.]*Sequential\\(\\s*\\[?(.*?)]?\\s*\\)", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("([A-Za-z_][\\w.]*)\\(([^()]*(?:\\(\\)[^()]*)*)\\)");
    private static final Pattern ARGUMENT = Pattern.compile("(?:([A-Za-z_]\\w*) *= *)?(.+)");
    private static final Pattern LITERAL = Pattern.compile("-?[\\d.]+(?:[eE][-+]?\\d+)?|[A-Za-z_][\\w.]*(?:\\(\\))?");

    private final UnionGrammar union;
    private final Grammar grammar = new Grammar();

    private CallText(UnionGrammar union) {
        this.union = union;
    }

    /** Tells whether this is a call by its form. */
    static boolean isCall(String text) {
        return text.length() <= LONGEST && CALL.matcher(text).matches() && !text.endsWith("()");
    }

    /** The name that is called. */
    static String name(String text) {
        return text.substring(0, text.indexOf('('));
    }

    /**
     * The elements of a stack of layers that is written as programs write it, each as a mapping in one line or the name
     * of an activation; nothing if this is no such stack.
     *
     * @param union what the elements are chosen from
     */
    static Optional<List<Optional<String>>> stack(UnionGrammar union, String text) {
        Matcher stack = STACK.matcher(text);
        if (text.length() > LONGEST_STACK || !stack.matches()) {
            return Optional.empty();
        }
        List<Optional<String>> elements = new ArrayList<>();
        for (String element : atDepthZero(stack.group(1))) {
            String name = element.endsWith("()") ? element.substring(0, element.length() - 2) : element;
            Optional<String> activation = Wrapped.holder(union, plainName(name))
                    .map(holder -> "{type: " + holder + ", " + holder + ": " + plainName(name) + "}");
            elements.add(activation.or(() -> asMapping(union, element)));
        }
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements);
    }

    /** The name of a layer or activation as it is called here, or as it stands. */
    private static String plainName(String written) {
        return Vocabulary.ofExperiments()
                .value(
                        "activation",
                        written,
                        Vocabulary.ofExperiments().namesByKind().getOrDefault("activation", List.of()))
                .certainWord()
                .orElse(written);
    }

    private static List<String> atDepthZero(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char sign = i < text.length() ? text.charAt(i) : ',';
            depth += sign == '(' || sign == '[' ? 1 : sign == ')' || sign == ']' ? -1 : 0;
            if ((sign == ',' && depth == 0) || i == text.length()) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** The call as a mapping in one line, if every part of it certainly means something here. */
    static Optional<String> asMapping(UnionGrammar union, String text) {
        Matcher call = CALL.matcher(text);
        return isCall(text) && call.matches()
                ? new CallText(union).mapping(call.group(1), call.group(2))
                : Optional.empty();
    }

    private Optional<String> mapping(String name, String arguments) {
        Optional<RecordGrammar> record = word(union, name).flatMap(union::named);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put(union.discriminator(), record.get().name());
        List<String> parts = parts(arguments);
        for (int i = 0; i < parts.size(); i++) {
            Matcher argument = ARGUMENT.matcher(parts.get(i));
            if (!argument.matches()) {
                return Optional.empty();
            }
            Optional<Component> component = argument.group(1) == null
                    ? positional(record.get(), name, i, parts.size())
                    : named(record.get(), argument.group(1));
            Optional<String> value = component.flatMap(found -> literal(found, argument.group(2)));
            if (value.isEmpty() || values.put(component.get().key(), value.get()) != null) {
                return Optional.empty();
            }
        }
        List<String> written = new ArrayList<>();
        values.forEach((key, value) -> written.add(key + ": " + value));
        return Optional.of("{" + String.join(", ", written) + "}");
    }

    private static List<String> parts(String arguments) {
        List<String> parts = new ArrayList<>();
        for (String part : arguments.split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static Optional<String> word(UnionGrammar union, String name) {
        return union.named(name).isPresent()
                ? Optional.of(name)
                : Vocabulary.ofExperiments()
                        .value(Vocabulary.kind(union.type()), name, union.allNames())
                        .certainWord();
    }

    private Optional<Component> named(RecordGrammar record, String key) {
        List<String> keys = record.components().stream().map(Component::key).toList();
        Optional<String> meant = keys.contains(key)
                ? Optional.of(key)
                : Vocabulary.ofExperiments()
                        .key(List.of(record.name(), Vocabulary.kind(union.type())), "", key, keys)
                        .certainWord();
        return meant.flatMap(word -> record.components().stream()
                .filter(component -> component.key().equals(word))
                .findFirst());
    }

    /**
     * The arguments that stand first without a name: the numbers of inputs and outputs in {@code Linear(2, 20)}, else
     * the one thing that must be said.
     */
    private Optional<Component> positional(RecordGrammar record, String name, int index, int count) {
        if (name.endsWith("Linear") && count == 2) {
            return named(record, index == 0 ? "inputs" : "units");
        }
        return index == 0 ? Wrapped.main(record) : Optional.empty();
    }

    private Optional<String> literal(Component component, String written) {
        String text = written.matches("'[^']*'|\"[^\"]*\"") ? written.substring(1, written.length() - 1) : written;
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        if (component.type() instanceof ValueType.Choice choice) {
            return word(grammar.union(choice.type()), text);
        }
        if (text.equals("True") || text.equals("False")) {
            return Optional.of(text.toLowerCase(java.util.Locale.ROOT));
        }
        return Optional.of(text);
    }
}
