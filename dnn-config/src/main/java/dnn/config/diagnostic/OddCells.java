package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.quote;

import dnn.api.profile.OddText;
import dnn.api.profile.Oddity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        Map<String, List<OddText>> byWords = new LinkedHashMap<>();
        texts.forEach(text ->
                byWords.computeIfAbsent(words(text), words -> new ArrayList<>()).add(text));
        List<String> notes = new ArrayList<>();
        byWords.forEach((words, alike) -> {
            if (notes.size() < MOST_NOTES) {
                notes.add(note(words, alike));
            }
        });
        return notes;
    }

    private static String note(String words, List<OddText> alike) {
        OddText first = alike.get(0);
        long cells = alike.stream().mapToLong(OddText::count).sum();
        String others = cells == 1 ? "" : ", as are " + (cells - 1) + " more";
        return "row " + first.firstRow() + ": " + quote(first.text()) + " is " + words + others;
    }

    private String words(OddText odd) {
        if (odd.text().equalsIgnoreCase(column)) {
            return "the name of the column: a header stands there once more";
        } else if (RowsOfSums.beginWith(odd.text())) {
            return "the beginning of a row that was computed from others";
        }
        return switch (odd.looks()) {
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

    /** Tells whether they are few enough to be named one by one as words for nothing. */
    static boolean mayBeMissing(String column, List<OddText> texts) {
        return !texts.isEmpty()
                && texts.size() <= MOST_MISSING
                && texts.stream().noneMatch(text -> isOfNoItem(column, text.text()));
    }

    /** Tells whether the row of such a cell is no item, but a header or what was computed from the others. */
    private static boolean isOfNoItem(String column, String text) {
        return text.equalsIgnoreCase(column) || RowsOfSums.beginWith(text);
    }

    /**
     * The advice about them.
     *
     * @param missing every text that is to count as missing, with those of other columns
     * @param filled what fills such cells, or leaves their rows out; empty where that is said already
     */
    String help(boolean target, Collection<String> missing, String filled) {
        String option = option();
        Optional<OddText> noItem =
                texts.stream().filter(text -> isOfNoItem(column, text.text())).findFirst();
        if (noItem.isPresent()) {
            return "delete row " + noItem.get().firstRow() + " from the table: it is no item";
        }
        String asMissing = !mayBeMissing(column, texts)
                ? ""
                : ", or let them count as missing with `format: {missing: ["
                        + missing.stream().map(UserText::flow).collect(Collectors.joining(", ")) + "]}`"
                        + (filled.isEmpty() ? "" : " and `" + filled + "`");
        String other = target
                ? ""
                : ", or, if the numbers name categories, write `columns: {" + UserText.flow(column)
                        + ": {type: categorical}}`";
        return (option.isEmpty() ? "correct the cells" : option + "; else correct the cells") + asMissing + other;
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
