package dnn.config.fix;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applies the fixes of a text until none is left. A fix after which there are more errors than before is taken back.
 */
public final class Fixer {
    /** More rounds than this mean that fixes undo each other. */
    private static final int MOST_ROUNDS = 10;

    /** Behind such a finding nothing was checked, so that mending it may bring other errors to light. */
    private static final Set<String> HIDING = Set.of("Y001", "Y002");

    private final String name;
    private final Function<String, CheckReport> check;
    private final List<String> applied = new ArrayList<>();
    private CheckReport report;
    private String text;

    private Fixer(SourceText source, Function<String, CheckReport> check) {
        this.name = source.name();
        this.text = source.text();
        this.check = check;
        this.report = check.apply(text);
    }

    /**
     * A text after its fixes.
     *
     * @param text with every fix applied
     * @param applied what was done, in words
     * @param report what is left
     */
    public record Outcome(String text, List<String> applied, CheckReport report) {}

    /** The text after every fix that {@code check} offers for it. */
    public static Outcome fix(SourceText source, Function<String, CheckReport> check) {
        Fixer fixer = new Fixer(source, check);
        int rounds = 0;
        while (rounds < MOST_ROUNDS && fixer.round()) {
            rounds++;
        }
        return new Outcome(fixer.text, List.copyOf(fixer.applied), fixer.report);
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
        TextEdits edits = new TextEdits(name, text);
        Map<Fix, Diagnostic> taken = new LinkedHashMap<>();
        for (Diagnostic finding : findings) {
            Optional<Fix> fix = finding.fix();
            if (fix.isPresent() && edits.take(fix.get())) {
                taken.put(fix.get(), finding);
            }
        }
        String edited = edits.edited();
        if (edited.equals(text)) {
            return false;
        }
        CheckReport after = check.apply(edited);
        boolean reveals = taken.values().stream().anyMatch(finding -> HIDING.contains(finding.code()));
        if (after.errors() > report.errors() && !reveals) {
            return false;
        }
        taken.forEach((fix, finding) -> applied.add(finding.code()
                + finding.span().map(span -> ", line " + span.line()).orElse("") + ": " + fix.description()));
        text = edited;
        report = after;
        return true;
    }
}
