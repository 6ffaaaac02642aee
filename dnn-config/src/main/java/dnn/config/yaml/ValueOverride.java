package dnn.config.yaml;

import dnn.api.Experiment;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.WordMeaning;
import dnn.config.diagnostic.YamlDiagnostics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A value given on the command line, {@code path=value}, that takes the place of the one in the file. */
public final class ValueOverride {
    private static final Set<String> ROOT = new LinkedHashSet<>(new Grammar()
            .record(Experiment.class).components().stream()
                    .map(Grammar.Component::key)
                    .toList());

    private final String source;
    private final String argument;
    private final List<Diagnostic> findings = new ArrayList<>();

    private ValueOverride(String source, String argument) {
        this.source = source;
        this.argument = argument;
    }

    /**
     * A tree after an override.
     *
     * @param root the tree
     * @param findings what is wrong with the argument
     */
    public record Outcome(MappingNode root, List<Diagnostic> findings) {}

    /** The tree with the value of {@code argument}, whose places are called {@code source}, at its path. */
    public static Outcome apply(MappingNode root, String source, String argument) {
        ValueOverride override = new ValueOverride(source, argument);
        return new Outcome(override.applyTo(root), override.findings);
    }

    private MappingNode applyTo(MappingNode root) {
        int equals = equalsSign(argument);
        Optional<List<ValuePath.Step>> steps =
                equals < 0 ? Optional.empty() : ValuePath.parse(argument.substring(0, equals));
        if (steps.isEmpty() || steps.get().get(0).isIndex()) {
            findings.add(YamlDiagnostics.notAnOverride(argument, span(0, argument.length())));
            return root;
        }
        if (steps.get().get(0).key().equals(Merge.EXTENDS)) {
            findings.add(YamlDiagnostics.extendsInOverride(span(0, equals)));
            return root;
        }
        if (!ROOT.contains(steps.get().get(0).key())
                && root.get(steps.get().get(0).key()).isEmpty()) {
            return misplaced(root, steps.get(), equals);
        }
        int prefix = argument.codePointCount(0, equals + 1);
        TreeReader.Tree tree = TreeReader.read(source, " ".repeat(prefix) + argument.substring(equals + 1));
        findings.addAll(tree.findings());
        Span rest = span(equals + 1, argument.length());
        YamlNode value = tree.root()
                .orElseGet(() -> tree.findings().isEmpty() ? new ScalarNode("", true, rest) : new UnreadableNode(rest));
        boolean unset = value instanceof ScalarNode scalar
                && YamlScalars.kind(scalar) == YamlScalars.Kind.NOTHING
                && !scalar.text().isEmpty();
        Optional<YamlNode> set = unset ? Optional.empty() : Optional.of(value);
        return setIn(root, steps.get(), 0, set).orElse(root) instanceof MappingNode changed ? changed : root;
    }

    /** A path that starts with no key of an experiment: the one finding says where the key belongs. */
    private MappingNode misplaced(MappingNode root, List<ValuePath.Step> steps, int equals) {
        ValuePath.Step first = steps.get(0);
        WordMeaning meaning = Vocabulary.ofExperiments().key(List.of("experiment"), "", first.key(), ROOT);
        Optional<String> path = meaning.certainWord().or(meaning::elsewhere).filter(found -> !found.contains("<"));
        findings.add(YamlDiagnostics.misplacedOverride(
                first.key(),
                path.map(found -> found + argument.substring(first.end())),
                List.copyOf(ROOT),
                span(first.start(), Math.min(first.end(), equals))));
        return root;
    }

    /** The first {@code =} outside quotes. */
    private static int equalsSign(String argument) {
        boolean quoted = false;
        for (int i = 0; i < argument.length(); i++) {
            char character = argument.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (quoted && character == '\\') {
                i++;
            } else if (character == '=' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** The tree with the value at the path; nothing at all if it is to be taken away and the path ends here. */
    private Optional<YamlNode> setIn(
            YamlNode current, List<ValuePath.Step> steps, int depth, Optional<YamlNode> value) {
        if (depth == steps.size()) {
            return value;
        }
        ValuePath.Step step = steps.get(depth);
        Span place = span(step.start(), step.end());
        boolean number = current instanceof SequenceNode && step.key().matches("\\d{1,9}");
        if (step.isIndex() || number) {
            int index = number ? Integer.parseInt(step.key()) : step.index();
            return Optional.of(setInList(current, steps, depth, value, place, index));
        }
        if (current instanceof SequenceNode) {
            findings.add(YamlDiagnostics.keyIntoList(prefix(steps, depth), step.key(), place));
            return Optional.of(current);
        }
        MappingNode mapping = current instanceof MappingNode already ? already : promoted(current);
        Optional<MappingNode.Entry> old = mapping.get(step.key());
        boolean known = Vocabulary.ofExperiments().pathsByKey().containsKey(step.key());
        if (value.isEmpty() && old.isEmpty()) {
            ScalarNode nothing = new ScalarNode("null", true, place);
            return Optional.of(
                    known // it is not there already; a key that nobody knows is reported where keys are
                            ? current
                            : mapping.with(new MappingNode.Entry(new ScalarNode(step.key(), false, place), nothing)));
        }
        YamlNode below = old.isPresent() ? old.get().value() : new ScalarNode("", true, place);
        ScalarNode key = new ScalarNode(step.key(), false, place);
        Optional<YamlNode> set = setIn(below, steps, depth + 1, value);
        return Optional.of(set.map(node -> mapping.with(new MappingNode.Entry(key, node)))
                .orElseGet(() -> mapping.without(step.key())));
    }

    private YamlNode setInList(
            YamlNode current, List<ValuePath.Step> steps, int depth, Optional<YamlNode> value, Span place, int index) {
        int size = current instanceof SequenceNode list ? list.items().size() : 0;
        if (index > size || !(current instanceof SequenceNode || isNothing(current))) {
            findings.add(YamlDiagnostics.noSuchElement(
                    prefix(steps, depth), index, current instanceof SequenceNode ? size : -1, place));
            return current;
        }
        List<YamlNode> items = new ArrayList<>(current instanceof SequenceNode list ? list.items() : List.of());
        if (index == size) {
            items.add(new ScalarNode("", true, place));
        }
        Optional<YamlNode> set = setIn(items.get(index), steps, depth + 1, value);
        set.ifPresentOrElse(node -> items.set(index, node), () -> items.remove(index));
        boolean complete = !(current instanceof SequenceNode list) || list.complete();
        return new SequenceNode(items, complete, current.span());
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof ScalarNode scalar && YamlScalars.kind(scalar) == YamlScalars.Kind.NOTHING;
    }

    /** {@code optimizer: adam} is short for {@code optimizer: {type: adam}}: a step below it makes it the latter. */
    private static MappingNode promoted(YamlNode scalar) {
        MappingNode empty = MappingNode.empty(scalar.span());
        return isNothing(scalar) || scalar instanceof UnreadableNode
                ? empty
                : empty.with(new MappingNode.Entry(new ScalarNode("type", true, scalar.span()), scalar));
    }

    private static String prefix(List<ValuePath.Step> steps, int depth) {
        String path = "";
        for (ValuePath.Step step : steps.subList(0, depth)) {
            path = step.isIndex() ? ValuePath.element(path, step.index()) : ValuePath.child(path, step.key());
        }
        return path;
    }

    private Span span(int start, int end) {
        return new Span(source, 1, argument.codePointCount(0, start) + 1, 1, argument.codePointCount(0, end) + 1);
    }
}
