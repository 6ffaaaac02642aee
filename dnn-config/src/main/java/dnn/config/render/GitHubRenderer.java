package dnn.config.render;

import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Severity;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.UserText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings as the commands by which a workflow on GitHub annotates the lines of a change, one line a finding; nothing
 * if there are none.
 */
public final class GitHubRenderer {

    /** A renderer of annotations. */
    public GitHubRenderer() {}

    /** All findings. */
    public String render(CheckReport report) {
        StringBuilder text = new StringBuilder();
        report.diagnostics()
                .forEach(diagnostic -> text.append(render(diagnostic)).append('\n'));
        return text.toString();
    }

    private static String render(Diagnostic diagnostic) {
        List<String> properties = new ArrayList<>();
        // An argument is no file: such a finding is shown for the whole run.
        if (diagnostic.span().isPresent()
                && SarifRenderer.isFile(diagnostic.span().get().source())) {
            Span span = diagnostic.span().get();
            properties.add("file=" + property(span.source()));
            properties.add("line=" + span.line());
            properties.add("endLine=" + span.endLine());
            if (span.line() == span.endLine()) {
                properties.add("col=" + span.column());
                properties.add("endColumn=" + span.endColumn());
            }
        }
        properties.add("title=" + property(diagnostic.code()));
        return "::" + command(diagnostic.severity()) + " " + String.join(",", properties) + "::"
                + data(text(diagnostic));
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String text(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.message());
        if (!diagnostic.label().isEmpty()) {
            text.append(" (").append(diagnostic.label()).append(')');
        }
        diagnostic.related().forEach(related -> {
            text.append('\n').append(related.message());
            related.span()
                    .ifPresent(span -> text.append(" (")
                            .append(span.source())
                            .append(':')
                            .append(span.line())
                            .append(')'));
        });
        diagnostic.notes().forEach(note -> text.append("\nnote: ").append(note));
        diagnostic.help().ifPresent(help -> text.append("\nhelp: ").append(help));
        return text.toString();
    }

    private static String data(String text) {
        String harmless = text.lines().map(UserText::escape).collect(Collectors.joining("\n"));
        return harmless.replace("%", "%25").replace("\n", "%0A");
    }

    private static String property(String text) {
        // A line break in a name is one of its characters; GitHub finds the file by it.
        String name = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
        return UserText.escape(name).replace(":", "%3A").replace(",", "%2C");
    }
}
