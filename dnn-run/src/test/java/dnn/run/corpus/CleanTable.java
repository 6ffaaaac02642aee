package dnn.run.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** A table of three features and a target without mistakes, and experiments that suit it; others are made from it. */
final class CleanTable {
    static final int ROWS = 120;

    /** The experiment for a target of numbers. */
    static final String NUMBERS = """
            name: corpus
            seed: 1
            data:
              source: t.csv
              target: y
              split: {train: 0.7, validation: 0.15, test: 0.15}
            architecture:
              layers:
                - {type: dense, units: 8, activation: relu}
                - {type: dense, units: 1}
            training:
              loss: mean_squared_error
              optimizer: {type: adam, learning_rate: 0.01}
              epochs: 2
              batch_size: 12
              metrics: [mae]
            """;

    /** The experiment for a target of two classes. */
    static final String CLASSES = NUMBERS.replace("target: y", "target: k")
            .replace("units: 1}", "units: 1, activation: sigmoid}")
            .replace("mean_squared_error", "binary_cross_entropy")
            .replace("[mae]", "[accuracy]");

    private final List<List<String>> columns = new ArrayList<>();

    private CleanTable() {}

    /** The features {@code a}, {@code b}, {@code c} and the number {@code y}. */
    static CleanTable ofNumbers() {
        CleanTable table = features();
        Random random = new Random(7);
        table.with("y", row -> String.valueOf(Math.round(random.nextGaussian() * 100) / 100.0));
        return table;
    }

    /** The features {@code a}, {@code b}, {@code c} and the classes {@code k}. */
    static CleanTable ofClasses() {
        return features().with("k", row -> row * 7 % 5 < 2 ? "no" : "yes");
    }

    private static CleanTable features() {
        CleanTable table = new CleanTable();
        Random random = new Random(3);
        table.with("a", row -> String.valueOf(Math.round(random.nextGaussian() * 1000) / 1000.0));
        table.with("b", row -> String.valueOf(Math.round(random.nextGaussian() * 20) / 2.0));
        table.with("c", row -> List.of("red", "green", "blue").get(random.nextInt(3)));
        return table;
    }

    /** Another column, or another one of this name. */
    CleanTable with(String name, IntFunction<String> cells) {
        List<String> column = new ArrayList<>(List.of(name));
        for (int row = 0; row < ROWS; row++) {
            column.add(cells.apply(row));
        }
        int place = place(name);
        if (place < 0) {
            columns.add(column);
        } else {
            columns.set(place, column);
        }
        return this;
    }

    /** This cell instead; rows are counted as in the file, whose header is row 1. */
    CleanTable cell(String name, int row, String text) {
        columns.get(place(name)).set(row - 1, text);
        return this;
    }

    CleanTable renamed(String name, String other) {
        columns.get(place(name)).set(0, other);
        return this;
    }

    String cell(String name, int row) {
        return columns.get(place(name)).get(row - 1);
    }

    private int place(String name) {
        return columns.stream().map(column -> column.get(0)).toList().indexOf(name);
    }

    /** The table as text, its fields parted by this. */
    String text(String separator) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row <= ROWS; row++) {
            int at = row;
            text.append(String.join(
                            separator,
                            columns.stream()
                                    .map(column -> quoted(column.get(at), separator))
                                    .toList()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String cell, String separator) {
        return cell.contains(separator) || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    byte[] bytes() {
        return text(",").getBytes(StandardCharsets.UTF_8);
    }

    /** This finding on the line of the experiment that begins so. */
    DirtyTable expect(String name, String experiment, String code, String at, String... said) {
        return new DirtyTable(name, bytes(), experiment, code, at, List.of(said));
    }
}
