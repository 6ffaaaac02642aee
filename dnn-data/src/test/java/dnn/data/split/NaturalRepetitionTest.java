package dnn.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Data;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.profile.DataProfile;
import dnn.data.DataLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal rows that come about by chance are told from copied ones, on tables of many kinds. */
class NaturalRepetitionTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
    private enum Drawn {
        ANIMALS(101, Drawn::animal),
        PASSENGERS(891, Drawn::passenger),
        MUSHROOMS(4000, Drawn::mushroom),
        DICE(500, (row, random) -> random.nextInt(10) + "," + random.nextInt(10) + "," + random.nextInt(2)),
        CATEGORIES(
                5000,
                (row, random) -> random.nextInt(6) + "," + random.nextInt(6) + "," + random.nextInt(6) + ","
                        + random.nextInt(6) + "," + random.nextInt(2)),
        ROUNDED(1500, (row, random) -> {
            long size = Math.round(3 * random.nextGaussian());
            return size + "," + Math.round(2 * size + random.nextGaussian()) + "," + Math.round(random.nextGaussian())
                    + "," + (size > 0 ? 1 : 0);
        });

        private final int rows;
        private final BiFunction<Integer, Random, String> row;

        Drawn(int rows, BiFunction<Integer, Random, String> row) {
            this.rows = rows;
            this.row = row;
        }

        /** Sixteen properties that a few kinds of animals have in common. */
        private static String animal(int row, Random random) {
            int kind = (int) Math.abs(random.nextGaussian() * 3) % 7;
            StringBuilder cells = new StringBuilder();
            for (int property = 0; property < 16; property++) {
                boolean usual = (kind * 31 + property * 17) % 5 < 2;
                cells.append(random.nextInt(14) == 0 ? !usual : usual).append(',');
            }
            return cells.append(kind).toString();
        }

        /** Class, sex, age in years or unknown, companions, a fare that depends on class and companions, harbour. */
        private static String passenger(int row, Random random) {
            int kind = 1 + Math.min(2, random.nextInt(5));
            boolean woman = random.nextInt(3) == 0;
            int companions = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
            String age = random.nextInt(5) == 0 ? "" : String.valueOf(16 + (int) Math.abs(14 * random.nextGaussian()));
            double fare = kind == 3
                    ? List.of(7.75, 7.8958, 8.05, 7.925, 7.2292, 13.0).get(random.nextInt(6)) * (1 + companions)
                    : kind == 2 ? 13 * (1 + random.nextInt(2)) : 25 + random.nextInt(400) / 8.0;
            char harbour = kind == 3 && random.nextInt(4) == 0 ? 'Q' : random.nextInt(4) == 0 ? 'C' : 'S';
            boolean survived = random.nextInt(10) < (woman ? 7 : 2);
            return kind + "," + woman + "," + age + "," + companions + "," + fare + "," + harbour + "," + survived;
        }

        /** Twenty-two categories that a species fixes but for a few. */
        private static String mushroom(int row, Random random) {
            int species = random.nextInt(30);
            StringBuilder cells = new StringBuilder();
            for (int category = 0; category < 22; category++) {
                int usual = (species * 13 + category * 7) % 9;
                boolean varies = (species + category) % 4 == 0;
                cells.append((char) ('a' + (varies ? random.nextInt(3) : usual)))
                        .append(',');
            }
            return cells.append(species % 2).toString();
        }

        List<String> lines(int seed) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                lines.add(row.apply(i, random));
            }
            return lines;
        }
    }

    private DataProfile.SplitSizes sizes(List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < lines.get(0).split(",").length; column++) {
            text.append(column == 0 ? "" : ",").append('x').append(column + 1);
        }
        lines.forEach(line -> text.append('\n').append(line));
        Files.writeString(folder.resolve("t.csv"), text.append('\n'));
        String target = "x" + lines.get(0).split(",").length;
        Data data = new Data(
                new Table("t.csv", target, Optional.empty(), List.of()), Split.STANDARD, Preprocessing.defaults());
        return new DataLoader(folder)
                .profile(data, TargetKind.CLASSES, 1)
                .split()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void chanceExplainsDrawnRows(Drawn table) throws IOException {
        for (int seed = 1; seed <= 10; seed++) {
            DataProfile.SplitSizes sizes = sizes(table.lines(seed));
            if (DataProfile.SplitSizes.isWorthAWord(sizes.repeated(), table.rows)) {
                assertThat(2.0 * sizes.natural())
                        .as("%s %d %s", table, seed, sizes)
                        .isGreaterThan(sizes.repeated());
            }
        }
    }

    /** Rows of measured numbers, a share of them copied to anywhere in the table. */
    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 6000})
    void copiedRowsAreFound(int rows) throws IOException {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                double size = random.nextGaussian();
                lines.add(String.format(
                        "%.1f,%d,%d,%s",
                        10 + size,
                        1500 + (int) (300 * size + 200 * random.nextGaussian()),
                        random.nextInt(5),
                        size > 0));
            }
            for (int i = 0; i < rows / 10; i++) {
                lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
            }
            DataProfile.SplitSizes sizes = sizes(lines);
            assertThat(sizes.repeated()).isGreaterThan(lines.size() / 100);
            assertThat(2.0 * sizes.natural()).as("%d %s", seed, sizes).isLessThan(sizes.repeated());
        }
    }

    /** However many equal rows are natural: a table joined to itself has each of them twice as often. */
    @ParameterizedTest
    @EnumSource(names = {"ANIMALS", "PASSENGERS", "MUSHROOMS"})
    void aTableJoinedToItselfIsFound(Drawn table) throws IOException {
        List<String> lines = table.lines(3);
        lines.addAll(table.lines(3));
        assertThat(sizes(lines).natural()).isZero();
    }
}
