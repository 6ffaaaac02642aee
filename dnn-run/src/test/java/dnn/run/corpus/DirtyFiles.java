package dnn.run.corpus;

import static dnn.run.corpus.CleanTable.CLASSES;
import static dnn.run.corpus.CleanTable.NUMBERS;
import static dnn.run.corpus.CleanTable.ofClasses;
import static dnn.run.corpus.CleanTable.ofNumbers;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files that are no tables, and tables that do not go with what is said of them. */
final class DirtyFiles {
    private static final String SOURCE = "source:";

    private DirtyFiles() {}

    private static DirtyTable file(String name, String text, String code, String... said) {
        return new DirtyTable(name, text.getBytes(StandardCharsets.UTF_8), NUMBERS, code, SOURCE, List.of(said));
    }

    private static DirtyTable encoded(String name, String charset, String red, String code, String... said) {
        byte[] bytes = ofNumbers().text(",").replaceAll("green|red", red).getBytes(Charset.forName(charset));
        return new DirtyTable(name, bytes, NUMBERS, code, SOURCE, List.of(said));
    }

    private static String lines(int row, String line) {
        List<String> lines = new ArrayList<>(ofNumbers().text(",").lines().toList());
        lines.set(row - 1, line);
        return String.join("\n", lines) + "\n";
    }

    static List<DirtyTable> unreadable() {
        String clean = ofNumbers().text(",");
        return List.of(
                file("an empty file", "", "D610"),
                file("a header alone", "a,b,c,y\n", "D610"),
                file("a row of three fields", lines(9, "1,2,red"), "D610", "row 9", "3 fields"),
                file("a row of five fields", lines(77, "1,2,red,3,4"), "D610", "row 77", "5 fields"),
                file("a quote that is never closed", lines(9, "1,2,\"red,0.5"), "D610", "row 9", "never closed"),
                file("text after a quote", lines(9, "1,2,\"red\"x,0.5"), "D610", "row 9"),
                file("a column twice", clean.replaceFirst("a,b,c,y", "a,b,a,y"), "D610", "`a`"),
                file(
                        "a page of the net",
                        "<!DOCTYPE html>\n<html><body>404</body></html>\n",
                        "D610",
                        "a page of the web"),
                file("JSON", "{\"rows\": [{\"a\": 1, \"y\": 2}]}\n", "D610", "it is JSON"),
                file(
                        "a note of where the table went",
                        "version https://git-lfs.github.com/spec/v1\n",
                        "D610",
                        "Git LFS"),
                new DirtyTable(
                        "an archive",
                        new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0},
                        NUMBERS,
                        "D610",
                        SOURCE,
                        List.of()),
                file("a title above the header", "Sales of 2024\n" + clean, "D610", "row 2", "lines of a title"),
                file(
                        "a separator at the end of rows",
                        clean.replaceAll("(?<=[0-9])\n", ",\n"),
                        "D610",
                        "row 2",
                        "ends with a separator"),
                file("cells in single quotes", clean.replace("red", "'red, light'"), "D610", "single quotes"),
                file("merged cells of a header", clean.replaceFirst("a,b,c,y", "a,,,y"), "D610", "without a name"),
                file("two empty lines and a footnote", clean + "\n\nSource: our own figures\n", "D610"),
                file(
                        "a row of sums",
                        clean + "Total,,,12.5\n",
                        "D602",
                        "`a`",
                        "row 122: `Total` is the beginning of a row that was",
                        "delete row 122"),
                file(
                        "a second header",
                        lines(61, "a,b,c,y"),
                        "D602",
                        "row 61: `a` is the name of the column",
                        "delete row 61"),
                encoded("Latin-1", "windows-1252", "caf\u00e9", "D623", "read as windows-1252"),
                encoded("Cyrillic", "windows-1251", "\u0434\u0430\u0447\u0430", "D610", "row 2", "not UTF-8"),
                new DirtyTable(
                        "no header",
                        clean.substring(clean.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8),
                        NUMBERS,
                        "D609",
                        "target:",
                        List.of("`y`", "header: false")));
    }

    private static DirtyTable numbers(String name, String from, String to, String code, String at, String... said) {
        return ofNumbers().expect(name, NUMBERS.replace(from, to), code, at, said);
    }

    private static DirtyTable classes(String name, String from, String to, String code, String at, String... said) {
        return ofClasses().expect(name, CLASSES.replace(from, to), code, at, said);
    }

    static List<DirtyTable> misused() {
        String target = "target: y";
        String split = "split: {train: 0.7, validation: 0.15, test: 0.15}";
        return List.of(
                numbers("no such file", "source: t.csv", "source: tt.csv", "D601", SOURCE, "t.csv"),
                numbers("no such target", target, "target: yy", "D609", "target:", "`yy`", "`y`"),
                numbers("a target in other letters", target, "target: Y", "D609", "target:", "`Y`"),
                numbers("no such feature", target, "target: y\n  features: [a, d]", "D609", "features:", "`d`"),
                numbers("no such column left out", target, "target: y\n  exclude: [d]", "D609", "exclude:", "`d`"),
                numbers("no such group", split, "split: {train: 0.8, test: 0.2, group: d}", "D609", "split:", "`d`"),
                numbers("texts predicted as numbers", target, "target: c", "D602", "target:", "`c`", "predict classes"),
                numbers("weights below zero", target, "target: y\n  item_weights: a", "D602", "item_weights:", "`a`"),
                numbers(
                        "an order that lacks a value",
                        target,
                        "target: y\n  columns: {c: {order: [red, green]}}",
                        "D602",
                        "columns:",
                        "`c`",
                        "`blue`"),
                numbers(
                        "colours for truth values",
                        target,
                        "target: y\n  columns: {c: {type: boolean}}",
                        "D602",
                        "columns:",
                        "`c`"),
                numbers(
                        "colours for dates",
                        target,
                        "target: y\n  columns: {c: {type: date_time}}",
                        "D602",
                        "columns:",
                        "`c`"),
                numbers("splits of other names", split, "split_column: c", "D602", "split_column:", "`c`", "misnamed"),
                numbers(
                        "a separator of two characters",
                        target,
                        "target: y\n  format: {separator: \";;\"}",
                        "D610",
                        "format:",
                        "`;;`"),
                numbers(
                        "no such character set",
                        target,
                        "target: y\n  format: {encoding: utf-9}",
                        "D610",
                        "format:",
                        "`utf-9`"),
                numbers("a batch beyond all items", "batch_size: 12", "batch_size: 4000", "T504", "batch_size:"),
                numbers("a last batch of one item", "batch_size: 12", "batch_size: 83", "T505", "batch_size:"),
                numbers(
                        "more folds than items",
                        "epochs: 2",
                        "epochs: 2\n  cross_validation: {folds: 500}",
                        "T511",
                        "cross_validation:"),
                classes(
                        "weights of no class",
                        "epochs: 2",
                        "epochs: 2\n  class_weights: {weights: {perhaps: 2}}",
                        "D616",
                        "class_weights:",
                        "`perhaps`"));
    }
}
