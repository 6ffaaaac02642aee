package dnn.config.yaml;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FileDiagnostics;
import dnn.config.diagnostic.LimitDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.YamlDiagnostics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds a tree from SnakeYAML's events, within limits. Unlike SnakeYAML's own composer it sees duplicate keys and the
 * places of aliases, and keeps what stood before a syntax error.
 */
final class Composer {
    /** The deepest nesting; an experiment needs six. */
    static final int DEPTH_LIMIT = 40;

    /** More aliases than this are refused. */
    static final int ALIAS_LIMIT = 200;

    /** Values that all aliases together may stand for. */
    static final int EXPANSION_LIMIT = 100_000;

    private final String source;
    private final Repairs repairs;
    private final ParserImpl parser;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, Anchor> anchors = new HashMap<>();
    private final List<AliasPlace> places = new ArrayList<>();
    private final Set<String> openAnchors = new HashSet<>();
    private int aliases;
    private long expanded;
    private boolean limitReached;
    private @Nullable RuntimeException failure;

    Composer(String source, Repairs repairs) {
        this.source = source;
        this.repairs = repairs;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(repairs.text()), options);
    }

    private record Anchor(YamlNode node, long size, int height) {}

    List<Diagnostic> findings() {
        return findings;
    }

    /** The places of aliases, and of what each stands for. */
    List<AliasPlace> aliases() {
        return places;
    }

    /** The reason that stopped reading, if one did. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The tree of the one document; nothing for an empty text or one whose first token is wrong. */
    Optional<YamlNode> compose() {
        YamlNode root = null;
        int documents = 0;
        for (Event event = next(); event != null && !event.is(Event.ID.StreamEnd); event = next()) {
            if (event.is(Event.ID.DocumentStart)) {
                documents++;
                if (documents == 2) {
                    findings.add(FileDiagnostics.secondDocument(span(event)));
                    break;
                }
            } else if (event instanceof NodeEvent && root == null) {
                root = node(event, 0);
            }
        }
        return Optional.ofNullable(root);
    }

    private @Nullable Event next() {
        if (failure != null || limitReached) {
            return null;
        }
        try {
            return parser.getEvent();
        } catch (
                RuntimeException
                        e) { // besides YAMLException, escapes outside Unicode come out as IllegalArgumentException
            failure = e;
            return null;
        }
    }

    private YamlNode node(Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            return alias(alias, depth);
        }
        Span start = span(event);
        if (depth > DEPTH_LIMIT) {
            findings.add(LimitDiagnostics.tooDeep(start, DEPTH_LIMIT));
            limitReached = true;
            return new UnreadableNode(start);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        long before = expanded;
        if (anchor != null) {
            openAnchors.add(anchor);
        }
        expanded++;
        YamlNode node;
        if (event instanceof ScalarEvent scalar) {
            node = new ScalarNode(scalar.getValue(), scalar.isPlain(), start);
        } else if (event instanceof MappingStartEvent mapping) {
            node = mapping(mapping, depth);
        } else {
            node = sequence((CollectionStartEvent) event, depth);
        }
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        if (tag != null && !tag.equals("!")) {
            findings.add(YamlDiagnostics.tag(tag, start));
            node = new UnreadableNode(start);
        }
        if (anchor != null) {
            openAnchors.remove(anchor);
            anchors.put(anchor, new Anchor(node, expanded - before, height(node)));
        }
        return node;
    }

    private YamlNode alias(AliasEvent event, int depth) {
        Span place = span(event);
        Anchor anchor = anchors.get(event.getAnchor());
        aliases++;
        if (openAnchors.contains(event.getAnchor())) {
            findings.add(LimitDiagnostics.selfReference(event.getAnchor(), place));
        } else if (anchor == null) {
            findings.add(LimitDiagnostics.unknownAlias(event.getAnchor(), anchors.keySet(), place));
        } else if (aliases > ALIAS_LIMIT) {
            findings.add(LimitDiagnostics.tooManyAliases(ALIAS_LIMIT, place));
            limitReached = true;
        } else if (expanded + anchor.size > EXPANSION_LIMIT) {
            findings.add(LimitDiagnostics.aliasesTooLarge(EXPANSION_LIMIT, place));
            limitReached = true;
        } else if (depth + anchor.height > DEPTH_LIMIT) {
            findings.add(LimitDiagnostics.tooDeep(place, DEPTH_LIMIT));
        } else {
            expanded += anchor.size;
            places.add(new AliasPlace(place, anchor.node.span()));
            return anchor.node.at(place);
        }
        return new UnreadableNode(place);
    }

    private YamlNode sequence(CollectionStartEvent start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event event = next();
        for (; event != null && !event.is(Event.ID.SequenceEnd); event = next()) {
            items.add(node(event, depth + 1));
        }
        Span end = items.isEmpty() ? span(start) : items.get(items.size() - 1).span();
        return new SequenceNode(FlowSlips.joinCalls(items), isClosed(event), extent(start, event, end));
    }

    private YamlNode mapping(MappingStartEvent start, int depth) {
        Map<String, MappingNode.Entry> entries = new LinkedHashMap<>();
        Span end = span(start);
        Event event = next();
        while (event != null && !event.is(Event.ID.MappingEnd)) {
            YamlNode key = node(event, depth + 1);
            Event valueEvent = next();
            if (valueEvent == null) {
                event = null;
                break;
            }
            YamlNode value = node(valueEvent, depth + 1);
            end = value.span();
            Optional<FlowSlips.Parted> parted = FlowSlips.withoutColon(key, value);
            if (parted.isPresent()) {
                findings.add(parted.get().finding());
                key = parted.get().key();
                value = parted.get().value();
            }
            if (!(key instanceof ScalarNode name)) {
                if (!(key instanceof UnreadableNode)) {
                    findings.add(YamlDiagnostics.keyNotText(key.span()));
                }
            } else if (entries.containsKey(name.text())) {
                Span first = entries.get(name.text()).key().span();
                findings.add(YamlDiagnostics.duplicateKey(name.text(), name.span(), first));
            } else {
                entries.put(name.text(), new MappingNode.Entry(name, value));
            }
            event = next();
        }
        return new MappingNode(new ArrayList<>(entries.values()), isClosed(event), extent(start, event, end));
    }

    /**
     * Tells whether a list or mapping ends as written: where its bracket was left out, an absent key proves nothing.
     */
    private boolean isClosed(@Nullable Event end) {
        return end != null
                && !repairs.isLeftOut(
                        end.getStartMark().getLine(), end.getStartMark().getColumn());
    }

    private Span extent(CollectionStartEvent start, @Nullable Event last, Span lastChild) {
        Span first = span(start);
        return start.isFlow() && last != null
                ? first.to(span(last))
                : first.start().to(lastChild);
    }

    private static int height(YamlNode node) {
        if (node instanceof SequenceNode sequence) {
            return 1
                    + sequence.items().stream().mapToInt(Composer::height).max().orElse(0);
        } else if (node instanceof MappingNode mapping) {
            return 1
                    + mapping.entries().stream()
                            .mapToInt(entry -> height(entry.value()))
                            .max()
                            .orElse(0);
        }
        return 0;
    }

    private Span span(Event event) {
        return span(source, repairs, event.getStartMark(), event.getEndMark());
    }

    static Span span(String source, Repairs repairs, Mark start, Mark end) {
        return new Span(
                source,
                start.getLine() + 1,
                repairs.original(start.getLine(), start.getColumn()) + 1,
                end.getLine() + 1,
                repairs.original(end.getLine(), end.getColumn()) + 1);
    }
}
