package dnn.config.render;

import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Span;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings as one JSON object, as the documentation of {@code dnn check --format json} promises. What a finding does
 * not have is null: the place of a finding in an experiment declared in Java, advice, a fix.
 */
public final class JsonRenderer {
    private static final int VERSION = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** A renderer of JSON. */
    public JsonRenderer() {}

    /** The object, in one line. */
    public String render(CheckReport report) {
        ObjectNode root = mapper.createObjectNode();
        root.put("version", VERSION);
        root.put("errors", report.errors());
        root.put("warnings", report.warnings());
        ArrayNode diagnostics = root.putArray("diagnostics");
        report.diagnostics().forEach(diagnostic -> diagnostics.add(object(diagnostic)));
        return mapper.writeValueAsString(root);
    }

    private ObjectNode object(Diagnostic diagnostic) {
        ObjectNode node = mapper.createObjectNode();
        node.put("code", diagnostic.code());
        node.put("severity", diagnostic.severity().word());
        node.put("message", diagnostic.message());
        node.put("path", diagnostic.path());
        place(node, diagnostic.span());
        node.put("label", diagnostic.label());
        ArrayNode related = node.putArray("related");
        for (Related place : diagnostic.related()) {
            ObjectNode item = related.addObject();
            item.put("message", place.message());
            item.put("path", place.path());
            place(item, place.span());
        }
        ArrayNode notes = node.putArray("notes");
        diagnostic.notes().forEach(notes::add);
        diagnostic.help().ifPresentOrElse(help -> node.put("help", help), () -> node.putNull("help"));
        diagnostic.fix().ifPresentOrElse(fix -> node.set("fix", object(fix)), () -> node.putNull("fix"));
        return node;
    }

    private ObjectNode object(Fix fix) {
        ObjectNode node = mapper.createObjectNode();
        node.put("description", fix.description());
        ArrayNode edits = node.putArray("edits");
        for (Fix.Edit edit : fix.edits()) {
            ObjectNode item = edits.addObject();
            place(item, Optional.of(edit.span()));
            item.put("replacement", edit.replacement());
        }
        return node;
    }

    private static void place(ObjectNode node, Optional<Span> span) {
        span.ifPresentOrElse(
                place -> node.put("file", place.source())
                        .put("line", place.line())
                        .put("column", place.column())
                        .put("endLine", place.endLine())
                        .put("endColumn", place.endColumn()),
                () -> node.putNull("file")
                        .putNull("line")
                        .putNull("column")
                        .putNull("endLine")
                        .putNull("endColumn"));
    }
}
