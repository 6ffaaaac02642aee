package dnn.config;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FileDiagnostics;
import dnn.config.diagnostic.LimitDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.yaml.Binder;
import dnn.config.yaml.Binding;
import dnn.config.yaml.MappingNode;
import dnn.config.yaml.Merge;
import dnn.config.yaml.OtherFormat;
import dnn.config.yaml.ScalarNode;
import dnn.config.yaml.SequenceNode;
import dnn.config.yaml.TreeReader;
import dnn.config.yaml.UnreadableNode;
import dnn.config.yaml.ValueOverride;
import dnn.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads experiments: text, the files it extends, and overrides. No exception for anything a user wrote. */
public final class ExperimentLoader {
    private static final int EXTENDS_LIMIT = 20;

    private final BaseResolver resolver;

    /** A loader that finds extended files through {@code resolver}. */
    public ExperimentLoader(BaseResolver resolver) {
        this.resolver = resolver;
    }

    /** Reads a file, shown as it was named. */
    public LoadedExperiment load(Path file, List<String> overrides) {
        return load(file.getFileSystem().getPath(""), file, overrides);
    }

    /** Reads a file that is named, and shown, relative to {@code here}. */
    public LoadedExperiment load(Path here, Path file, List<String> overrides) {
        Path folder = file.getParent();
        Session session = new Session();
        SourceText.Reading reading = SourceText.read(here.resolve(file), file.toString());
        session.findings.addAll(reading.findings());
        Optional<MappingNode> root =
                reading.text().map(text -> session.read(text, folder == null ? Path.of("") : folder, List.of()));
        return session.finish(root.orElseGet(() -> nothing(file.toString())), root.isPresent() ? overrides : List.of());
    }

    /** Reads a text; paths in it are relative to the current directory. */
    public LoadedExperiment load(SourceText text, List<String> overrides) {
        return load(text, Path.of(""), overrides);
    }

    /** Reads a text; paths in it are relative to {@code folder}. */
    public LoadedExperiment load(SourceText text, Path folder, List<String> overrides) {
        Session session = new Session();
        return session.finish(session.read(text, folder, List.of()), overrides);
    }

    private static MappingNode nothing(String source) {
        return MappingNode.empty(Span.startOf(source)).incomplete();
    }

    /** One experiment being read. */
    private final class Session {
        private final List<Diagnostic> findings = new ArrayList<>();
        private final Map<String, SourceText> sources = new LinkedHashMap<>();
        private final Map<String, Path> directories = new HashMap<>();

        MappingNode read(SourceText text, Path directory, List<String> chain) {
            sources.put(text.name(), text);
            directories.put(text.name(), directory);
            TreeReader.Tree tree = TreeReader.read(text.name(), text.text());
            YamlNode root = tree.root().orElse(null);
            Optional<Diagnostic> otherFormat =
                    root instanceof MappingNode ? Optional.empty() : OtherFormat.finding(text.name(), text.lines());
            if (otherFormat.isPresent()) {
                findings.add(otherFormat.get());
                return nothing(text.name());
            }
            findings.addAll(tree.findings());
            if (root == null || root instanceof UnreadableNode) {
                if (tree.findings().isEmpty()) {
                    findings.add(FileDiagnostics.empty(Span.startOf(text.name())));
                }
                return nothing(text.name());
            } else if (!(root instanceof MappingNode mapping)) {
                String found = root instanceof SequenceNode
                        ? "a list"
                        : "the text " + dnn.config.diagnostic.UserText.quote(((ScalarNode) root).text());
                if (tree.findings().isEmpty()) {
                    findings.add(FileDiagnostics.notAnExperiment(found, root.span()));
                }
                return nothing(text.name());
            } else {
                return withBase(mapping, text, directory, chain);
            }
        }

        private MappingNode withBase(MappingNode mapping, SourceText text, Path directory, List<String> chain) {
            Optional<YamlNode> written = mapping.get(Merge.EXTENDS).map(MappingNode.Entry::value);
            if (written.isEmpty()) {
                return mapping;
            }
            MappingNode over = mapping.without(Merge.EXTENDS);
            if (!(written.get() instanceof ScalarNode reference)
                    || reference.text().isBlank()) {
                if (!(written.get() instanceof UnreadableNode)) {
                    findings.add(YamlDiagnostics.wrongType(
                            Merge.EXTENDS,
                            "the path of a file",
                            "something else",
                            written.get().span()));
                }
                return over.incomplete();
            }
            List<String> longer = new ArrayList<>(chain);
            longer.add(text.name());
            BaseResolver.Base base = resolver.resolve(directory, reference.text());
            Optional<SourceText> baseText = base.reading().text();
            for (Diagnostic finding : base.reading().findings()) {
                findings.add(baseText.isEmpty() ? finding.at(reference.span()) : finding);
            }
            if (baseText.isEmpty()) {
                return over.incomplete();
            }
            if (longer.contains(baseText.get().name()) || longer.size() > EXTENDS_LIMIT) {
                longer.add(baseText.get().name());
                findings.add(LimitDiagnostics.extendsItself(longer, reference.span()));
                return over.incomplete();
            }
            return Merge.over(read(baseText.get(), base.directory(), longer), over);
        }

        /**
         * Tells whether a finding is about a text over several lines at whose end reading gave up: that the text goes
         * on there is the mistake.
         */
        private boolean isBrokenOff(Diagnostic finding) {
            Optional<Span> text = finding.span().filter(span -> span.endLine() > span.line());
            return text.isPresent()
                    && List.of("Y005", "Y007").contains(finding.code())
                    && findings.stream()
                            .filter(other -> other.code().equals("Y001"))
                            .flatMap(other -> other.span().stream())
                            .anyMatch(place -> place.source().equals(text.get().source())
                                    && place.line() == text.get().endLine());
        }

        LoadedExperiment finish(MappingNode root, List<String> overrides) {
            MappingNode whole = root;
            for (int i = 0; i < overrides.size(); i++) {
                String source = "<argument " + (i + 1) + ">";
                sources.put(source, new SourceText(source, overrides.get(i)));
                ValueOverride.Outcome outcome = ValueOverride.apply(whole, source, overrides.get(i));
                whole = outcome.root();
                findings.addAll(outcome.findings());
            }
            Binding binding = Binder.bind(whole);
            binding.findings().stream().filter(finding -> !isBrokenOff(finding)).forEach(findings::add);
            return new LoadedExperiment(binding, findings, sources, directories);
        }
    }
}
