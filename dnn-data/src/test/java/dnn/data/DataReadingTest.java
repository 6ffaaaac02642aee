package dnn.data;

import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training takes the items from what the check has read, as long as the files are what they were. */
class DataReadingTest {
    private static final FileTime TIME = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("t.csv");
    }

    /** Rows of one length, so that a table of other digits has the same size. */
    private static String rows(int digit) {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 10; i < 60; i++) {
            text.append(i).append(',').append(digit).append(i).append('\n');
        }
        return text.toString();
    }

    private void write(String text, FileTime time) throws IOException {
        Files.writeString(file(), text);
        Files.setLastModifiedTime(file(), time);
    }

    private DataReading read(String name) {
        Experiment experiment = Experiment.named("t")
                .data(table(name, "y"))
                .architecture(dense(1))
                .loss(meanSquaredError())
                .build();
        return new DataLoader(folder).read(experiment.data(), experiment.training(), 1);
    }

    private static double greatest(List<PreparedData> prepared) {
        return prepared.stream()
                .flatMapToDouble(data -> DoubleStream.of(data.train().targets().values()))
                .max()
                .orElseThrow();
    }

    @Test
    void aTableIsReadOnceForItsProfileForTrainingAndForFolds() throws IOException {
        write(rows(1), TIME);
        DataReading reading = read("t.csv");
        assertThat(reading.profile().items()).isEqualTo(50);
        // Other numbers that look like the same file: they would be seen if it was read again.
        write(rows(9), TIME);
        assertThat(greatest(List.of(reading.load()))).isBetween(100.0, 199.0);
        assertThat(reading.folds(3)).hasSize(3);
        assertThat(greatest(reading.folds(3))).isBetween(100.0, 199.0);
    }

    @Test
    void aChangedTableIsReadAgain() throws IOException {
        write(rows(1), TIME);
        DataReading reading = read("t.csv");
        write(rows(9), FileTime.fromMillis(TIME.toMillis() + 1));
        assertThat(greatest(List.of(reading.load()))).isBetween(900.0, 999.0);
        write(rows(8) + "60,860\n", TIME);
        assertThat(greatest(List.of(reading.load()))).isBetween(800.0, 899.0);
    }

    @Test
    void aCompressedTableIsNotKeptSinceItsSizeSaysNothing() throws IOException {
        Path packed = folder.resolve("t.csv.gz");
        writePacked(packed, rows(1));
        DataReading reading = read("t.csv.gz");
        long size = Files.size(packed);
        writePacked(packed, rows(9));
        assertThat(Files.size(packed)).isEqualTo(size);
        assertThat(greatest(List.of(reading.load()))).isBetween(900.0, 999.0);
    }

    /** Without compression, so that tables of one length have one size. */
    private static void writePacked(Path file, String text) throws IOException {
        GZIPOutputStream packing = new GZIPOutputStream(Files.newOutputStream(file)) {
            {
                def.setLevel(Deflater.NO_COMPRESSION);
            }
        };
        try (packing) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(file, TIME);
    }

    @Test
    void itGivesWhatLoadingGives() throws IOException {
        write(rows(1), TIME);
        Experiment experiment = Experiment.named("t")
                .data(table("t.csv", "y"))
                .architecture(dense(1))
                .loss(meanSquaredError())
                .build();
        PreparedData loaded = new DataLoader(folder).load(experiment.data(), experiment.training(), 1);
        PreparedData kept = read("t.csv").load();
        assertThat(kept.train().features().values())
                .isEqualTo(loaded.train().features().values());
        assertThat(kept.validation().targets().values())
                .isEqualTo(loaded.validation().targets().values());
        assertThat(kept.test().features().values())
                .isEqualTo(loaded.test().features().values());
    }
}
