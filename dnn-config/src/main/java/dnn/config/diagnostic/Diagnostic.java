package dnn.config.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding.
 *
 * @param code stable, never reused
 * @param severity how much it matters
 * @param message what is wrong, in one sentence without a full stop
 * @param path of the experiment's value it is about; empty for the whole experiment
 * @param span where that is written, if it is
 * @param label what stands under the marked text, possibly empty
 * @param related other places that contribute
 * @param notes why it is wrong
 * @param help a concrete edit, in words
 * @param fix the edit itself, where one is certain
 */
public record Diagnostic(
        String code,
        Severity severity,
        String message,
        String path,
        Optional<Span> span,
        String label,
        List<Related> related,
        List<String> notes,
        Optional<String> help,
        Optional<Fix> fix) {

    public Diagnostic {
        related = List.copyOf(related);
        notes = List.copyOf(notes);
    }

    /** A mistake that keeps the experiment from being trained. */
    public static Diagnostic error(String code, String path, String message) {
        return of(code, Severity.ERROR, path, message);
    }

    /** A likely mistake. */
    public static Diagnostic warning(String code, String path, String message) {
        return of(code, Severity.WARNING, path, message);
    }

    /** Something worth knowing. */
    public static Diagnostic note(String code, String path, String message) {
        return of(code, Severity.NOTE, path, message);
    }

    private static Diagnostic of(String code, Severity severity, String path, String message) {
        return new Diagnostic(
                code,
                severity,
                message,
                path,
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A copy at this place. */
    public Diagnostic at(Span place) {
        return at(Optional.of(place));
    }

    /** A copy at this place, if there is one. */
    public Diagnostic at(Optional<Span> place) {
        return new Diagnostic(code, severity, message, path, place, label, related, notes, help, fix);
    }

    /**
     * A copy about something else than a value of an experiment, which is named in place of its path and cannot be
     * edited here.
     */
    public Diagnostic outside(String name) {
        return new Diagnostic(
                code, severity, message, name, Optional.empty(), label, related, notes, help, Optional.empty());
    }

    /** A copy with this text under the marked place. */
    public Diagnostic label(String text) {
        return new Diagnostic(code, severity, message, path, span, text, related, notes, help, fix);
    }

    /** A copy with one more contributing place. */
    public Diagnostic related(Related place) {
        return withRelated(append(related, place));
    }

    /** A copy with these contributing places alone. */
    public Diagnostic withRelated(List<Related> places) {
        return new Diagnostic(code, severity, message, path, span, label, places, notes, help, fix);
    }

    /** A copy with one more reason. */
    public Diagnostic note(String text) {
        return new Diagnostic(code, severity, message, path, span, label, related, append(notes, text), help, fix);
    }

    /** A copy with these reasons alone. */
    public Diagnostic withNotes(List<String> texts) {
        return new Diagnostic(code, severity, message, path, span, label, related, texts, help, fix);
    }

    /** A copy with this advice. */
    public Diagnostic help(String text) {
        return new Diagnostic(code, severity, message, path, span, label, related, notes, Optional.of(text), fix);
    }

    /** A copy with this edit. */
    public Diagnostic fix(Fix edit) {
        return fix(Optional.of(edit));
    }

    /** A copy with this edit, if there is one. */
    public Diagnostic fix(Optional<Fix> edit) {
        return new Diagnostic(code, severity, message, path, span, label, related, notes, help, edit);
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
