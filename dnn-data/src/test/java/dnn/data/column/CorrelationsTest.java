package dnn.data.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Data;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.profile.DataProfile;
import dnn.data.DataLoader;
import dnn.data.table.NumericColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrelationsTest {
    @TempDir
    Path folder;

    @Test
    void itIsPearsonsCoefficient() {
        Random random = new Random(4);
        double[] x = random.doubles(100).toArray();
        double[] y = random.doubles(100).toArray();
        for (int i = 0; i < x.length; i++) {
            y[i] += 3 * x[i] + 1e6;
        }
        assertThat(Correlations.of(NumericColumn.of("x", x), NumericColumn.of("y", y)))
                .isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-9));
        assertThat(Correlations.of(NumericColumn.of("x", x), NumericColumn.of("y", new double[100])))
                .isNaN();
        assertThat(Correlations.of(
                        NumericColumn.of("x", new double[] {1, 2, 3}), NumericColumn.of("y", new double[] {1, 2, 3})))
                .isNaN();
    }

    @Test
    void theProfileKnowsItOfTheFirstRowsWithoutKeepingNumbers() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("same,gaps,other,y\n");
        for (int i = 0; i < 5000; i++) {
            double y = i < 2000 ? random.nextGaussian() : 0.25;
            text.append(2 * y + 1)
                    .append(',')
                    .append(i % 3 == 0 ? "" : String.valueOf(-y))
                    .append(',');
            text.append(random.nextGaussian()).append(',').append(y).append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), text);
        DataProfile profile = new DataLoader(folder)
                .profile(
                        new Data(
                                new Table("t.csv", "y", Optional.empty(), List.of()),
                                Split.STANDARD,
                                Preprocessing.defaults()),
                        TargetKind.NUMBERS,
                        1);
        assertThat(profile.column("same").orElseThrow().correlation()).isCloseTo(1, within(1e-12));
        assertThat(profile.column("gaps").orElseThrow().correlation()).isCloseTo(-1, within(1e-12));
        assertThat(Math.abs(profile.column("other").orElseThrow().correlation()))
                .isLessThan(0.1);
        assertThat(profile.column("y").orElseThrow().correlation()).isNaN();
    }
}
