package dnn.config.fix;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applies the fixes of an experiment's texts until none is left. A fix after which there are more errors than before is
 * taken back.
 */
public final class Fixer {
    /** More rounds than this mean that fixes undo each other. */
    private static final int MOST_ROUNDS = 10;

    /** Behind such a finding nothing was checked, so that mending it may bring other errors to light. */
    private static final Set<String> HIDING = Set.of("Y001", "Y002");

    private final Function<Map<String, String>, CheckReport> check;
    private final List<Applied> applied = new ArrayList<>();
    private CheckReport report;
    private Map<String, String> texts;

    private Fixer(List<SourceText> sources, Function<Map<String, String>, CheckReport> check) {
        this.texts = new LinkedHashMap<>();
        sources.forEach(source -> texts.put(source.name(), source.text()));
        this.check = check;
        this.report = check.apply(texts);
    }

    /**
     * An edit that was made.
     *
     * @param source the text that it changed
     * @param words what it did
     */
    public record Applied(String source, String words) {}

    /**
     * Texts after their fixes.
     *
     * @param texts by their names, with every fix applied
     * @param edits what was done
     * @param report what is left
     */
    public record Outcome(Map<String, String> texts, List<Applied> edits, CheckReport report) {
        public Outcome {
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
            edits = List.copyOf(edits);
        }

        /** The only text. */
        public String text() {
            return texts.values().iterator().next();
        }

        /** The edits in words. */
        public List<String> applied() {
            return edits.stream().map(Applied::words).toList();
        }
    }

    /** The text after every fix that {@code check} offers for it. */
    public static Outcome fix(SourceText source, Function<String, CheckReport> check) {
        return fix(List.of(source), texts -> check.apply(texts.getOrDefault(source.name(), "")));
    }

    /** The texts of one experiment after every fix that {@code check} offers for them, by their names. */
    public static Outcome fix(List<SourceText> sources, Function<Map<String, String>, CheckReport> check) {
        Fixer fixer = new Fixer(sources, check);
        int rounds = 0;
        while (rounds < MOST_ROUNDS && fixer.round()) {
            rounds++;
        }
        return new Outcome(fixer.texts, fixer.applied, fixer.report);
    }

    /**
     * Applies what is offered together or, where that makes things worse, one after another; whether anything changed.
     */
    private boolean round() {
        List<Diagnostic> offering = new ArrayList<>(report.diagnostics());
        offering.removeIf(finding -> finding.fix().isEmpty());
        if (offering.isEmpty() || apply(offering)) {
            return !offering.isEmpty();
        }
        return offering.stream().anyMatch(finding -> apply(List.of(finding)));
    }

    private boolean apply(List<Diagnostic> findings) {
        Map<String, TextEdits> edits = new LinkedHashMap<>();
        texts.forEach((name, text) -> edits.put(name, new TextEdits(name, text)));
        Map<Fix, Diagnostic> taken = new LinkedHashMap<>();
        for (Diagnostic finding : findings) {
            Optional<Fix> fix = finding.fix();
            if (fix.isPresent() && edits.values().stream().anyMatch(each -> each.take(fix.get()))) {
                taken.put(fix.get(), finding);
            }
        }
        Map<String, String> edited = new LinkedHashMap<>();
        edits.forEach((name, each) -> edited.put(name, each.edited()));
        if (edited.equals(texts)) {
            return false;
        }
        CheckReport after = check.apply(edited);
        boolean reveals = taken.values().stream().anyMatch(finding -> HIDING.contains(finding.code()));
        if (after.errors() > report.errors() && !reveals) {
            return false;
        }
        taken.forEach((fix, finding) -> applied.add(new Applied(
                fix.edits().get(0).span().source(),
                finding.code()
                        + finding.span().map(span -> ", line " + span.line()).orElse("") + ": " + fix.description())));
        texts = edited;
        report = after;
        return true;
    }
}
