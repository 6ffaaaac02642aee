package dnn.config.render;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Catalogue;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Severity;
import dnn.config.diagnostic.Span;
import dnn.config.explain.Explanation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020), for tools that collect them. Columns
 * count code points.
 */
public final class SarifRenderer {
    /** The fingerprint that code scanning on GitHub looks at. */
    private static final String FINGERPRINT = "primaryLocationLineHash";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Optional<String> version;

    /** A renderer that names this version of the program, where it is known. */
    public SarifRenderer(Optional<String> version) {
        this.version = version;
    }

    /** Tells whether a source's name is that of a file; an argument's is {@code <argument 1>}. */
    static boolean isFile(String source) {
        return !source.startsWith("<");
    }

    /** One log with one run, in one line. */
    public String render(CheckReport report) {
        ObjectNode log = mapper.createObjectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "dnn");
        version.ifPresent(number -> driver.put("version", number));
        List<String> codes = new ArrayList<>();
        ArrayNode rules = driver.putArray("rules");
        report.diagnostics().stream().map(Diagnostic::code).distinct().sorted().forEach(code -> {
            codes.add(code);
            rule(rules.addObject(), code);
        });
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        Map<String, LineFingerprints> lines = new HashMap<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            ObjectNode result = results.addObject();
            result(result, diagnostic, codes);
            fingerprint(diagnostic, report.sources(), lines)
                    .ifPresent(print -> result.putObject("partialFingerprints").put(FINGERPRINT, print));
        }
        return mapper.writeValueAsString(log);
    }

    /** The fingerprint of the line a finding is on, the lines of each text taken once. */
    private static Optional<String> fingerprint(
            Diagnostic diagnostic, Map<String, SourceText> sources, Map<String, LineFingerprints> lines) {
        Span span = diagnostic.span().orElse(null);
        SourceText text = span == null || !isFile(span.source()) ? null : sources.get(span.source());
        return span == null || text == null
                ? Optional.empty()
                : lines.computeIfAbsent(span.source(), source -> new LineFingerprints(text.text()))
                        .of(span.line());
    }

    /** Titles and explanations are those of {@code dnn explain}. */
    private static void rule(ObjectNode rule, String code) {
        rule.put("id", code);
        Catalogue.find(code)
                .ifPresent(entry -> rule.putObject("shortDescription").put("text", entry.title()));
        Explanation.of(code).ifPresent(explanation -> {
            rule.putObject("fullDescription").put("text", explanation.summary());
            rule.putObject("help").put("text", explanation.text()).put("markdown", explanation.text());
        });
    }

    private static void result(ObjectNode result, Diagnostic diagnostic, List<String> codes) {
        result.put("ruleId", diagnostic.code());
        result.put("ruleIndex", codes.indexOf(diagnostic.code()));
        result.put("level", level(diagnostic.severity()));
        result.putObject("message").put("text", text(diagnostic));
        location(result.putArray("locations").addObject(), diagnostic.path(), diagnostic.span(), diagnostic.label());
        if (!diagnostic.related().isEmpty()) {
            ArrayNode related = result.putArray("relatedLocations");
            for (Related place : diagnostic.related()) {
                location(related.addObject(), place.path(), place.span(), place.message());
            }
        }
        diagnostic
                .fix()
                .filter(fix ->
                        fix.edits().stream().allMatch(edit -> isFile(edit.span().source())))
                .ifPresent(fix -> fix(result.putArray("fixes").addObject(), fix));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static String text(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.message());
        diagnostic.notes().forEach(note -> text.append("\nnote: ").append(note));
        diagnostic.help().ifPresent(help -> text.append("\nhelp: ").append(help));
        return text.toString();
    }

    private static void location(ObjectNode location, String path, Optional<Span> span, String message) {
        span.filter(place -> isFile(place.source())).ifPresent(place -> {
            ObjectNode physical = location.putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", uri(place.source()));
            region(physical.putObject("region"), place);
        });
        if (!path.isEmpty()) {
            location.putArray("logicalLocations").addObject().put("fullyQualifiedName", path);
        }
        if (!message.isEmpty()) {
            location.putObject("message").put("text", message);
        }
    }

    private static void region(ObjectNode region, Span span) {
        region.put("startLine", span.line());
        region.put("startColumn", span.column());
        region.put("endLine", span.endLine());
        region.put("endColumn", span.endColumn());
    }

    private static void fix(ObjectNode node, Fix fix) {
        node.putObject("description").put("text", fix.description());
        ArrayNode changes = node.putArray("artifactChanges");
        fix.edits().stream().map(edit -> edit.span().source()).distinct().forEach(source -> {
            ObjectNode change = changes.addObject();
            change.putObject("artifactLocation").put("uri", uri(source));
            ArrayNode replacements = change.putArray("replacements");
            for (Fix.Edit edit : fix.edits()) {
                if (edit.span().source().equals(source)) {
                    ObjectNode replacement = replacements.addObject();
                    region(replacement.putObject("deletedRegion"), edit.span());
                    replacement.putObject("insertedContent").put("text", edit.replacement());
                }
            }
        });
    }

    /** A file's name as a URI: relative or absolute as it was named, with what a URI cannot hold escaped. */
    private static String uri(String file) {
        String path = file.replace('\\', '/');
        try {
            if (path.startsWith("/") || path.matches("[A-Za-z]:/.*")) {
                return new URI("file", "", path.startsWith("/") ? path : "/" + path, null).toASCIIString();
            }
            // A first part with a colon would be taken for a scheme.
            boolean scheme = path.indexOf(':') > 0 && path.indexOf(':') < (path + "/").indexOf('/');
            return new URI(null, null, scheme ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a URI of a path alone escapes what it cannot hold", e);
        }
    }
}
