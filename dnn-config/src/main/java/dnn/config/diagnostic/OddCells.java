package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.quote;

import dnn.api.profile.OddText;
import dnn.api.profile.Oddity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words for texts that stand where a number is needed: what each is, and what reads it. */
final class OddCells {
    /** No more of them are named one by one. */
    private static final int MOST_NOTES = 8;

    /** No more texts than this are proposed to count as missing. */
    private static final int MOST_MISSING = 5;

    private final String column;
    private final List<OddText> texts;

    OddCells(String column, List<OddText> texts) {
        this.column = column;
        this.texts = texts;
    }

    /** A sentence for each kind of text, with the first of its kind. */
    List<String> notes() {
        Map<Oddity, List<OddText>> byLooks = new LinkedHashMap<>();
        texts.forEach(text -> byLooks.computeIfAbsent(text.looks(), looks -> new ArrayList<>())
                .add(text));
        List<String> notes = new ArrayList<>();
        byLooks.forEach((looks, alike) -> {
            if (notes.size() < MOST_NOTES) {
                notes.add(note(looks, alike));
            }
        });
        return notes;
    }

    private static String note(Oddity looks, List<OddText> alike) {
        OddText first = alike.get(0);
        long cells = alike.stream().mapToLong(OddText::count).sum();
        String others = cells == 1 ? "" : ", as are " + (cells - 1) + " more";
        return "row " + first.firstRow() + ": " + quote(first.text()) + " is " + words(looks) + others;
    }

    private static String words(Oddity looks) {
        return switch (looks) {
            case PERCENT -> "a percentage";
            case CURRENCY -> "an amount of money";
            case GROUPED -> "a number with a sign between its thousands";
            case DECIMAL_COMMA -> "a number with a decimal comma";
            case DECIMAL_POINT -> "a number with a decimal point, where the table that was trained on has commas";
            case OPEN_POINT -> "a number with a point that may stand before a fraction or between thousands";
            case UNIT -> "a number with a unit";
            case MINUS_SIGN -> "a number after a dash that is no hyphen-minus";
            case OTHER_DIGITS -> "a number in digits other than 0 to 9";
            case SPREADSHEET_ERROR -> "an error that a spreadsheet left";
            case FORMULA -> "a formula of a spreadsheet";
            case TWO_EXPONENTS -> "a number with two exponents";
            case TWO_SIGNS -> "a number with two signs";
            case TWO_POINTS -> "a number with two decimal points";
            case BOUND -> "a bound, not a number";
            case RANGE -> "a range, not a number";
            case HEXADECIMAL -> "a number in base 16";
            case DATE -> "a date";
            case TIME -> "a time of day";
            case TEXT -> "a text";
        };
    }

    /** The advice about them. */
    String help(boolean target) {
        String option = option();
        String missing = texts.size() > MOST_MISSING
                ? ""
                : ", or let them count as missing with `format: {missing: ["
                        + String.join(
                                ", ",
                                texts.stream()
                                        .map(text -> UserText.flow(text.text()))
                                        .toList())
                        + "]}`";
        String other = target
                ? ""
                : ", or, if the numbers name categories, write `columns: {" + UserText.flow(column)
                        + ": {type: categorical}}`";
        return (option.isEmpty() ? "correct the cells" : option + "; else correct the cells") + missing + other;
    }

    /** The option that reads all of them as they are, if there is one. */
    private String option() {
        Set<Oddity> looks = new TreeSet<>();
        texts.forEach(text -> looks.add(text.looks()));
        if (looks.equals(Set.of(Oddity.DECIMAL_COMMA))) {
            return "`format: {decimal: \",\"}` reads a decimal comma";
        }
        return Set.of(Oddity.GROUPED, Oddity.MINUS_SIGN).containsAll(looks)
                ? "`columns: {" + UserText.flow(column) + ": {format: decimal_point}}` reads them as "
                        + "numbers with a decimal point"
                : "";
    }
}
