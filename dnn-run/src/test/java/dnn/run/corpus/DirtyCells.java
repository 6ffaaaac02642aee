package dnn.run.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One bad cell at a time: among the numbers of a feature, of a target, and of a feature with an awkward name. */
final class DirtyCells {
    private static final int ROW = 41;

    /** Cells that are no numbers, and what they are called. */
    private static final Map<String, String> ODD = new LinkedHashMap<>();

    static {
        ODD.put("x", "a text");
        ODD.put("5%", "a percentage");
        ODD.put("$5", "an amount of money");
        ODD.put("1 000", "a number with a sign between its thousands");
        ODD.put("1'000", "a number with a sign between its thousands");
        ODD.put("3,5", "a number with a decimal comma");
        ODD.put("\u22121", "a number after a dash that is no hyphen-minus");
        ODD.put("\u0661\u0662", "a number in digits other than 0 to 9");
        ODD.put("#REF!", "an error that a spreadsheet left");
        ODD.put("#DIV/0!", "an error that a spreadsheet left");
        ODD.put("=1+1", "a formula of a spreadsheet");
        ODD.put("1e5e5", "a number with two exponents");
        ODD.put("--1", "a number with two signs");
        ODD.put("1.2.3", "a number with two decimal points");
        ODD.put("85 km", "a number with a unit");
        ODD.put("<5", "a bound, not a number");
        ODD.put("14:00", "a time of day");
        ODD.put("31.12.2024", "a date");
        ODD.put("5-10", "a range, not a number");
        ODD.put("0x1F", "a number in base 16");
    }

    private static final List<String> MISSING = List.of("", "NA", "?", "-", "None", "n.a.", "#N/A", "unknown");
    private static final List<String> INFINITE = List.of("inf", "-Infinity", "1e999");

    private DirtyCells() {}

    static List<DirtyTable> all() {
        List<DirtyTable> all = new ArrayList<>();
        ODD.forEach((cell, looks) -> {
            String place = "row " + ROW + ": `" + cell + "` is " + looks;
            add(all, cell, "non-numeric", place);
        });
        MISSING.forEach(cell -> add(all, cell, "missing", "row " + ROW));
        INFINITE.forEach(cell -> add(all, cell, "infinite", "row " + ROW));
        return all;
    }

    private static void add(List<DirtyTable> all, String cell, String adjective, String place) {
        all.add(CleanTable.ofNumbers()
                .cell("a", ROW, cell)
                .expect("`" + cell + "` in a feature", CleanTable.NUMBERS, "D602", "source:", "`a`", adjective, place));
        all.add(CleanTable.ofNumbers()
                .cell("y", ROW, cell)
                .expect(
                        "`" + cell + "` in the target",
                        CleanTable.NUMBERS,
                        "D602",
                        "target:",
                        "`y`",
                        adjective,
                        place));
        all.add(CleanTable.ofClasses()
                .cell("b", ROW, cell)
                .renamed("b", "Sales: 2024, [EUR]")
                .expect(
                        "`" + cell + "` in a column with an awkward name",
                        CleanTable.CLASSES,
                        "D602",
                        "source:",
                        "`Sales: 2024, [EUR]`",
                        adjective,
                        place));
    }
}
