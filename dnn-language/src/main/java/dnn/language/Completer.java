package dnn.language;

import dnn.api.profile.DataProfile;
import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Severity;
import dnn.config.fix.TextEdits;
import dnn.config.fix.TextLines.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Offers what may be written at a place: all that the grammar allows, less what the checks would refuse. */
final class Completer {
    /** More offers than this are not tried. */
    private static final int MOST = 60;

    private static final String SYNTAX = "Y001 ";

    private final Language language;
    private final Language.Origin origin;
    private final TextAnalysis analysis;
    private final Optional<DataProfile> profile;

    Completer(Language language, Language.Origin origin, TextAnalysis analysis, Optional<DataProfile> profile) {
        this.language = language;
        this.origin = origin;
        this.analysis = analysis;
        this.profile = profile;
    }

    List<Completion> at(Point point) {
        KnownNames names = new KnownNames(
                profile, analysis.plan(), analysis.loaded().experiment().training());
        List<Slot> slots = new ArrayList<>(Slot.at(
                analysis.lines(), point, language.grammar(), analysis.loaded().experiment()));
        // Where a mapping belongs, its keys come first, else what can be written without them.
        boolean keysFirst = Slot.holdMapping(slots);
        slots.sort(Comparator.comparing(slot -> slot.isKey() != keysFirst));
        for (Slot slot : slots) {
            Set<String> texts = new HashSet<>();
            List<Completion> offers =
                    Offers.at(slot, language.grammar(), names, analysis.report().diagnostics()).stream()
                            .filter(offer -> isMeant(slot.typed(), offer.label()) && texts.add(offer.text()))
                            .limit(MOST)
                            .toList();
            if (!offers.isEmpty()) {
                return accepted(slot, offers);
            }
        }
        return List.of();
    }

    /** Tells whether the letters typed occur in a label in this order. */
    private static boolean isMeant(String typed, String label) {
        int at = 0;
        String lower = label.toLowerCase(Locale.ROOT);
        for (char letter : typed.toLowerCase(Locale.ROOT).toCharArray()) {
            at = lower.indexOf(letter, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    /** An offer tried: the errors and the warnings of the text with it. */
    private record Tried(Completion offer, Set<String> errors, int warnings) {}

    /**
     * The offers that bring no error. Errors that the text has already, and those that come with each of several
     * offers, are not theirs.
     */
    private List<Completion> accepted(Slot slot, List<Completion> offers) {
        List<Tried> all = offers.stream().map(offer -> tried(slot, offer)).toList();
        Set<String> known = errors(analysis.report().diagnostics());
        if (slot.isKey() && !slot.hasColon()) {
            known.addAll(without(slot));
        }
        if (all.size() > 1) {
            Set<String> common = new HashSet<>(all.get(0).errors);
            all.forEach(each -> common.retainAll(each.errors));
            common.removeIf(error -> error.startsWith(SYNTAX));
            known.addAll(common);
        }
        Set<String> labels = new HashSet<>();
        return all.stream()
                .filter(each -> known.containsAll(each.errors) && labels.add(each.offer.label()))
                .sorted(Comparator.comparing((Tried each) -> !each.offer.label().startsWith(slot.typed()))
                        .thenComparingInt(Tried::warnings))
                .map(Tried::offer)
                .toList();
    }

    /** The errors of the text without the word; none where it cannot be read without it. */
    private Set<String> without(Slot slot) {
        Set<String> errors = errors(with(slot, "").diagnostics());
        return errors.stream().anyMatch(error -> error.startsWith(SYNTAX)) ? Set.of() : errors;
    }

    private Tried tried(Slot slot, Completion offer) {
        CheckReport report = with(slot, offer.text());
        return new Tried(offer, errors(report.diagnostics()), report.warnings());
    }

    /** The findings of the text with this in the place of the word. */
    private CheckReport with(Slot slot, String text) {
        SourceText source = origin.text();
        TextEdits edits = new TextEdits("", source.text());
        edits.take(Fix.replace(slot.word(), text, ""));
        // What is said of the data holds only while the part that is about it stays.
        boolean sameData = !slot.place().path().startsWith("data");
        return language.check(
                        origin, new SourceText(source.name(), edits.edited()), sameData ? profile : Optional.empty())
                .report();
    }

    private static Set<String> errors(List<Diagnostic> findings) {
        Set<String> errors = new HashSet<>();
        findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> errors.add(finding.code() + " " + finding.path()));
        return errors;
    }
}
