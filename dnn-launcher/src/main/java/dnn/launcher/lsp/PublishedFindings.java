package dnn.launcher.lsp;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * The findings that the editor was told of each text. A file that several open texts extend has what was found in it on
 * the way of each of them.
 */
final class PublishedFindings {
    private final EditorClient client;
    private final Map<String, Map<String, List<Diagnostic>>> byText = new TreeMap<>();

    PublishedFindings(EditorClient client) {
        this.client = client;
    }

    /** Tells the editor what was found by checking a version of {@code origin}, in it and in files that it extends. */
    void publish(String origin, int version, Map<String, List<Diagnostic>> found) {
        Set<String> touched = new LinkedHashSet<>(found.keySet());
        byText.forEach((text, byOrigin) -> {
            if (byOrigin.remove(origin) != null) {
                touched.add(text);
            }
        });
        found.forEach((text, diagnostics) ->
                byText.computeIfAbsent(text, none -> new LinkedHashMap<>()).put(origin, diagnostics));
        for (String text : touched) {
            Set<Diagnostic> all = new LinkedHashSet<>();
            byText.getOrDefault(text, Map.of()).values().forEach(all::addAll);
            PublishDiagnosticsParams findings = new PublishDiagnosticsParams(text, List.copyOf(all));
            if (text.equals(origin)) {
                findings.setVersion(version);
            }
            client.publish(findings);
        }
        byText.values().removeIf(Map::isEmpty);
    }
}
