package dnn.config.explain;

import dnn.config.diagnostic.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The explanation of a code.
 *
 * @param code the code
 * @param text Markdown: what it means, a failing example, why it matters, a corrected example
 */
public record Explanation(String code, String text) {
    private static final String FAILING = "## A failing example";
    private static final String CORRECTED = "## Corrected";

    /** The explanation of a code, if there is one. */
    public static Optional<Explanation> of(String code) {
        if (Catalogue.find(code).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream file = Explanation.class.getResourceAsStream(code + ".md")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new Explanation(code, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code, what its findings are and its title, in one line. */
    public String heading() {
        Catalogue.Entry entry = Catalogue.find(code).orElseThrow();
        String severities = Arrays.stream(entry.severities().split(""))
                .map(letter -> letter.equals("E") ? "error" : letter.equals("W") ? "warning" : "note")
                .collect(Collectors.joining(" or "));
        return code + ", " + severities + ": " + entry.title();
    }

    /** The meaning in one paragraph without line ends. */
    public String summary() {
        return text.substring(0, text.indexOf(FAILING)).strip().replaceAll("\\s+", " ");
    }

    /** The example that gives this code and no other. */
    public Example failing() {
        return Example.of(section(FAILING));
    }

    /** A copy without the mistake. */
    public Example corrected() {
        return Example.of(section(CORRECTED));
    }

    private String section(String heading) {
        int start = text.indexOf(heading);
        if (start < 0) {
            throw new IllegalStateException("the explanation of " + code + " lacks " + heading);
        }
        int end = text.indexOf("\n## ", start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }
}
