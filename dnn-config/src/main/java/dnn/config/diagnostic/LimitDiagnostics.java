package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.quote;

import java.util.Collection;
import java.util.List;

/** Files that go beyond what is read: aliases, depth, size, bases that extend each other, more findings than help. */
public final class LimitDiagnostics {
    private static final int FEW = 12;

    private LimitDiagnostics() {}

    /** Y010 for an anchor that contains itself. */
    public static Diagnostic selfReference(String anchor, Span place) {
        return Diagnostic.error("Y010", "", "the alias " + quote("*" + anchor) + " stands inside what it refers to")
                .at(place)
                .label("refers to itself");
    }

    /** Y010 for an alias without an anchor. */
    public static Diagnostic unknownAlias(String anchor, Collection<String> anchors, Span place) {
        Diagnostic finding = Diagnostic.error(
                        "Y010", "", "the alias " + quote("*" + anchor) + " refers to nothing before it")
                .at(place);
        return anchors.isEmpty() ? finding : finding.help("the anchors there are: " + list(anchors, FEW));
    }

    /** Y010 for nesting. */
    public static Diagnostic tooDeep(Span place, int limit) {
        return limit("values are nested deeper than " + limit + " levels", place);
    }

    /** Y010 for the number of aliases. */
    public static Diagnostic tooManyAliases(int limit, Span place) {
        return limit("there are more than " + limit + " aliases", place);
    }

    /** Y010 for what aliases expand to. */
    public static Diagnostic aliasesTooLarge(int limit, Span place) {
        return limit("aliases stand for more than " + limit + " values", place);
    }

    /** Y010 for the size of the file. */
    public static Diagnostic tooLarge(Span place, long size, long limit) {
        return limit("the file is larger than " + limit + " characters: it has " + size, place);
    }

    private static Diagnostic limit(String message, Span place) {
        return Diagnostic.error("Y010", "", message)
                .at(place)
                .label("the limit is reached here")
                .note("the limit keeps a harmful file from using up the machine");
    }

    /**
     * Y016.
     *
     * @param rest the findings that are not shown
     * @param shown how many are
     */
    public static Diagnostic moreFindings(List<Diagnostic> rest, int shown) {
        long errors = rest.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        String message = "there are " + UserText.count(rest.size(), "more finding") + " than the " + shown + " shown, "
                + UserText.count(errors, "error") + " among them";
        return (errors > 0 ? Diagnostic.error("Y016", "", message) : Diagnostic.warning("Y016", "", message))
                .label("the next one is here")
                .help("mend what is shown, and check again");
    }

    /** Y010 for files that extend each other. */
    public static Diagnostic extendsItself(List<String> chain, Span place) {
        return Diagnostic.error("Y010", "extends", "the file extends itself: " + escape(String.join(" -> ", chain)))
                .at(place)
                .help("remove `extends` from one of them");
    }
}
