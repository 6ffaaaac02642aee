package dnn.run.corpus;

import static dnn.run.corpus.CleanTable.CLASSES;
import static dnn.run.corpus.CleanTable.NUMBERS;
import static dnn.run.corpus.CleanTable.ofClasses;
import static dnn.run.corpus.CleanTable.ofNumbers;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Columns that tell nothing, tell too much, or can be read in two ways; targets that cannot be learnt as they are. */
final class DirtyColumns {
    private static final String CLASSES_OF_FOUR = NUMBERS.replace("units: 1}", "units: 4, activation: softmax}")
            .replace("mean_squared_error", "categorical_cross_entropy")
            .replace("[mae]", "[accuracy]");
    private static final String SOURCE = "source:";
    private static final String SPLIT = "split:";
    private static final String TARGET = "target:";

    private DirtyColumns() {}

    private static LocalDate day(int row) {
        return LocalDate.of(2023, 1, 1).plusDays(row * 3L);
    }

    private static double y(CleanTable table, int row) {
        return Double.parseDouble(table.cell("y", row + 2));
    }

    static List<DirtyTable> identifiers() {
        return List.of(
                ofNumbers().with("id", row -> String.valueOf(row + 1)).expect("id", NUMBERS, "D608", SOURCE, "`id`"),
                ofNumbers()
                        .with("", row -> String.valueOf(row))
                        .expect("pandas' index", NUMBERS, "D608", SOURCE, "120 different whole numbers"),
                ofNumbers()
                        .with("Unnamed: 0", row -> String.valueOf(row))
                        .expect("pandas' index read again", NUMBERS, "D608", SOURCE, "`Unnamed: 0`"),
                ofClasses()
                        .with("PassengerId", row -> String.valueOf(9000 + row * 7))
                        .expect("PassengerId", CLASSES, "D608", SOURCE, "`PassengerId`"),
                ofClasses()
                        .with("uuid", row -> new UUID(row * 31L, row).toString())
                        .expect("uuid", CLASSES, "D614", SOURCE, "`uuid`", "120 different texts"),
                ofNumbers()
                        .with("remark", row -> "customer " + row + " called twice")
                        .expect("remarks", NUMBERS, "D614", SOURCE, "`remark`"),
                ofNumbers()
                        .with("customer_id", row -> String.valueOf(1000 + row / 4))
                        .expect("customer_id", NUMBERS, "D618", SPLIT, "`customer_id`", "30 different values"),
                ofClasses()
                        .with("patient", row -> "P" + row / 6)
                        .expect("patient", CLASSES, "D618", SPLIT, "`patient`"),
                ofNumbers().with("unit", row -> "1").expect("a constant", NUMBERS, "D603", SOURCE, "`unit`"),
                ofNumbers().with("notes", row -> "").expect("an empty column", NUMBERS, "D613", SOURCE, "`notes`"),
                ofClasses().with("gone", row -> "NA").expect("a column of NA", CLASSES, "D613", SOURCE, "`gone`"));
    }

    static List<DirtyTable> times() {
        return List.of(
                ofNumbers()
                        .with("date", row -> day(row).toString())
                        .expect("ISO dates", NUMBERS, "D619", SPLIT, "`date`"),
                ofNumbers()
                        .with(
                                "Datum",
                                row -> "%02d.%02d.%d"
                                        .formatted(
                                                day(row).getDayOfMonth(), day(row).getMonthValue(), day(row).getYear()))
                        .expect("German dates", NUMBERS, "D619", SPLIT, "`Datum`"),
                ofClasses()
                        .with("when", row -> day(row) + "T12:30:00")
                        .expect("times", CLASSES, "D619", SPLIT, "`when`"),
                ofNumbers()
                        .with("due", row -> "0" + (1 + row % 9) + "/0" + (1 + row * 5 % 9) + "/2024")
                        .expect(
                                "days and months up to 9",
                                NUMBERS,
                                "D621",
                                SOURCE,
                                "`due`",
                                "in row 3 is 2024-06-02 or 2024-02-06"),
                ofNumbers()
                        .with("due", row -> row % 2 == 0 ? day(row).toString() : "Jan " + (1 + row % 28) + ", 2024")
                        .expect("dates in two ways", NUMBERS, "D622", SOURCE, "`due`"),
                ofClasses()
                        .with("sum", row -> (1 + row % 9) + "," + (100 + row * 7 % 900))
                        .with("b", row -> "b" + row % 3)
                        .with("a", row -> "a" + row % 3)
                        .expect("commas before three digits", CLASSES, "D621", SOURCE, "`sum`"));
    }

    static List<DirtyTable> leaks() {
        CleanTable linear = ofNumbers();
        CleanTable noisy = ofNumbers();
        CleanTable negative = ofNumbers();
        Random random = new Random(11);
        return List.of(
                linear.with("y_eur", row -> String.valueOf(2 * y(linear, row) + 1))
                        .expect("the target in another unit", NUMBERS, "D620", SOURCE, "`y_eur`", "correlation is 1"),
                noisy.with("y2", row -> String.valueOf(y(noisy, row) + 0.02 * random.nextGaussian()))
                        .expect("the target, rounded", NUMBERS, "D620", SOURCE, "`y2`"),
                negative.with("loss", row -> String.valueOf(-y(negative, row)))
                        .expect("the target with another sign", NUMBERS, "D620", SOURCE, "correlation is -1"),
                ofNumbers().with("y", row -> "1").expect("a constant target", NUMBERS, "D612", TARGET, "`y`"),
                ofClasses()
                        .expect(
                                "the target among the features",
                                CLASSES.replace("target: k", "target: k\n  features: [a, k]"),
                                "D605",
                                "features:",
                                "`k`"),
                repeated());
    }

    /** Every row twice, as after a join. */
    private static DirtyTable repeated() {
        CleanTable table = ofNumbers();
        for (int row = 3; row <= CleanTable.ROWS + 1; row += 2) {
            for (String column : List.of("a", "b", "c", "y")) {
                table.cell(column, row, table.cell(column, row - 1));
            }
        }
        return table.expect("every row twice", NUMBERS, "D606", SOURCE);
    }

    static List<DirtyTable> targets() {
        Random random = new Random(5);
        return List.of(
                ofNumbers()
                        .with("y", row -> String.valueOf(1500 + Math.round(random.nextGaussian() * 400)))
                        .expect("a price", NUMBERS, "D631", TARGET, "`y`", "is not scaled"),
                ofNumbers()
                        .with("y", row -> String.valueOf(Math.round(random.nextGaussian() * 100_000)))
                        .expect("profits and losses", NUMBERS, "D631", TARGET, "`y`"),
                ofNumbers()
                        .with("y", row -> String.valueOf(random.nextInt(1000) / 1e6))
                        .expect("thousandths", NUMBERS, "D631", TARGET, "`y`"),
                ofClasses()
                        .with("k", row -> row == 17 || row == 71 ? "yes" : "no")
                        .expect("rare classes", CLASSES, "D607", TARGET, "`no`", "98.3 %"),
                ofClasses()
                        .with("k", row -> row % 5 == 0 ? "no" : "yes")
                        .expect("a common positive class", CLASSES, "D630", TARGET, "`yes`", "80 %"),
                ofClasses()
                        .with("k", row -> row % 3 == 0 ? "maybe" : row % 3 == 1 ? "no" : "yes")
                        .expect("three classes", CLASSES, "O306", "loss:", "3"),
                ofNumbers()
                        .with(
                                "y",
                                row -> String.valueOf(
                                        List.of(0, 1, 1, 1, 2, 2, 3, 0, 1, 2).get(row % 10)))
                        .expect("visits", CLASSES_OF_FOUR, "D632", TARGET, "4 classes", "`y`"),
                ofNumbers()
                        .with(
                                "c",
                                row -> row == 9 ? "Red" : List.of("red", "blue").get(row % 2))
                        .expect("a colour in two ways", NUMBERS, "D624", SOURCE, "`red`", "`Red`", "`c`"),
                ofNumbers()
                        .with(
                                "c",
                                row -> row == 119
                                        ? "Summe"
                                        : List.of("red", "blue").get(row % 2))
                        .expect("a row of sums behind categories", NUMBERS, "D625", SOURCE, "`Summe`", "`c`"),
                ofNumbers()
                        .with(
                                "c",
                                row -> row % 9 == 0
                                        ? "n.a."
                                        : List.of("red", "blue").get(row % 2))
                        .expect("n.a. among categories", NUMBERS, "D626", SOURCE, "`n.a.`", "14 cells", "`c`"),
                ofClasses()
                        .with("k", row -> "class " + row)
                        .expect(
                                "a class for each row",
                                CLASSES_OF_FOUR.replace("target: y", "target: k"),
                                "D607",
                                TARGET,
                                "36 classes"),
                ofClasses().with("k", row -> "yes").expect("one class", CLASSES, "O306", "loss:", "1"),
                ofClasses()
                        .with("k", row -> row % 3 == 0 ? "yes" : row % 3 == 1 ? "no" : "Yes")
                        .expect("a class written in two ways", CLASSES, "O306", "loss:", "3"),
                ofNumbers()
                        .with("y", row -> row % 2 == 0 ? "3.5" : "-2")
                        .expect(
                                "targets out of reach",
                                NUMBERS.replace("units: 1}", "units: 1, activation: sigmoid}"),
                                "O308",
                                "- {type: dense, units: 1",
                                "3.5"),
                ofClasses()
                        .expect(
                                "a class that is not there",
                                CLASSES.replace("target: k", "target: k\n  positive_class: Yes"),
                                "D616",
                                "positive_class:",
                                "`Yes`"),
                ofNumbers()
                        .with("b", row -> String.valueOf(random.nextInt(9_000_000)))
                        .expect(
                                "features of very different sizes",
                                NUMBERS.replace("  split:", "  preprocessing: {numeric: {scale: none}}\n  split:"),
                                "D604",
                                "preprocessing:",
                                "`b`",
                                "`a`"));
    }
}
