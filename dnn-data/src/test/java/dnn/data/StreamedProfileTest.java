package dnn.data;

import static dnn.api.Dsl.table;
import static dnn.api.TableDsl.categorical;
import static dnn.api.TableDsl.column;
import static dnn.api.TableDsl.median;
import static dnn.api.TableDsl.mostFrequent;
import static dnn.api.TableDsl.numeric;
import static dnn.api.TableDsl.ofType;
import static dnn.api.TableDsl.ordinal;
import static dnn.api.TableDsl.preprocessing;
import static dnn.api.TableDsl.split;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Data;
import dnn.api.data.Encode;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.api.random.RandomStream;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profile of a pass that keeps no numbers is that of the table in memory, and takes no memory for numbers. */
class StreamedProfileTest {
    private static final int ROWS = 400;

    @TempDir
    private Path folder;

    /**
     * Every kind of column: numbers with gaps, text after numbers, words, dates, an order, whole numbers, and rows that
     * are repeated.
     */
    private void writeTable(long seed) throws IOException {
        RandomStream random = RandomStream.of(seed, "table");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            double number = random.nextGaussian();
            String repeated = String.format(
                    java.util.Locale.ROOT,
                    "%s,%.3f,%s,%s,2026-01-%02d,%s,%s,%s,%.2f",
                    random.nextInt(9) == 0 ? "" : String.format(java.util.Locale.ROOT, "%.2f", number),
                    -number * number,
                    i < 300 ? Integer.toString(i % 7) : "seven",
                    random.nextInt(2) == 0 ? "yes" : "no",
                    1 + random.nextInt(28),
                    List.of("S", "M", "L").get(random.nextInt(3)),
                    random.nextInt(40) == 0 ? "rare" + random.nextInt(9) : "g" + random.nextInt(12),
                    List.of("low", "middle", "high").get(random.nextInt(3)),
                    number * 3 + 1);
            rows.add(repeated);
            if (i % 20 == 0) {
                rows.add(repeated);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.set(
                    i,
                    rows.get(i) + "," + (i + 1) + ","
                            + List.of("train", "train", "validation", "test").get(i % 4));
        }
        rows.add(0, "gaps,negative,late,word,day,size,place,kind,y,id,part");
        Files.write(folder.resolve("t.csv"), rows);
    }

    private static Table everything(String target) {
        return table("t.csv", target).columns(Map.of("size", ordinal("S", "M", "L")));
    }

    static Stream<Data> declarations() {
        Preprocessing filled = preprocessing()
                .numeric(numeric().impute(median()).indicator(true))
                .categorical(categorical().impute(mostFrequent()));
        Split usual = Split.STANDARD;
        return Stream.of(
                new Data(everything("kind"), usual, filled),
                new Data(everything("y"), usual, filled),
                new Data(everything("y"), usual, preprocessing()),
                new Data(everything("kind").exclude("id", "part"), usual, filled),
                new Data(everything("kind"), usual.group("place"), filled),
                new Data(everything("y"), usual.group("id"), filled),
                new Data(everything("y"), usual.time("day"), filled),
                new Data(everything("y"), usual.time("gaps"), filled),
                new Data(everything("kind").splitColumn("part"), usual, filled),
                new Data(everything("y").itemWeights("negative"), usual, filled),
                new Data(everything("y").itemWeights("id"), usual, filled),
                new Data(everything("").targets("y", "negative"), usual, filled),
                new Data(everything("late"), usual, filled),
                new Data(everything("word").features("g*", "n*"), split(0.5, 0, 0.5), filled),
                new Data(everything("kind").features("nothing"), usual, filled),
                new Data(
                        table("t.csv", "kind").columns(Map.of("id", ofType(ColumnType.CATEGORICAL))),
                        usual,
                        filled.column("late", column().encode(Encode.ONE_HOT))),
                new Data(table("t.csv", "id").columns(Map.of("place", ofType(ColumnType.NUMERIC))), usual, filled));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void itIsThatOfTheTableInMemory(Data data) throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            writeTable(seed);
            for (TargetKind kind : TargetKind.values()) {
                for (int folds : new int[] {0, 3}) {
                    Task task = new Task(kind, false, Optional.empty(), folds);
                    DataProfile whole = Analysis.of(data, task, seed, folder).profile();
                    assertThat(Analysis.ofSummaries(data, task, seed, folder).profile())
                            .as("seed %d, %s", seed, kind)
                            .isEqualTo(whole);
                    assertThat(whole.items()).isEqualTo(ROWS + ROWS / 20);
                }
            }
        }
    }

    /** A program of its own: profiles the table that it is given. */
    static final class InLittleMemory {
        private InLittleMemory() {}

        public static void main(String[] arguments) {
            DataProfile profile = new DataLoader(Path.of(arguments[0]))
                    .profile(
                            new Data(table("big.csv", "c1"), Split.STANDARD, Preprocessing.defaults()),
                            TargetKind.NUMBERS,
                            1);
            boolean read = profile.problems().isEmpty() && profile.columns().size() == Integer.parseInt(arguments[2]);
            System.exit(read && profile.items() == Integer.parseInt(arguments[1]) ? 0 : 3);
        }
    }

    @Test
    void itTakesNoMemoryForNumbers() throws IOException, InterruptedException {
        int rows = 200_000;
        int columns = 30;
        try (BufferedWriter text = Files.newBufferedWriter(folder.resolve("big.csv"))) {
            for (int c = 1; c <= columns; c++) {
                text.append(c == 1 ? "c" : ",c").append(Integer.toString(c));
            }
            for (int row = 0; row < rows; row++) {
                text.append('\n');
                for (int c = 1; c <= columns; c++) {
                    text.append(c == 1 ? "" : ",").append(Integer.toString((row * 31 + c * 17) % 1000));
                }
            }
            text.append('\n');
        }
        // The numbers alone would take 48 MB.
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InLittleMemory.class.getName(),
                        folder.toString(),
                        Integer.toString(rows),
                        Integer.toString(columns))
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "log"))
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(folder.resolve("log"))).isZero();
    }
}
