package dnn.data;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.moons;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Data;
import dnn.api.data.Preprocessing;
import dnn.api.data.Source;
import dnn.api.data.Split;
import dnn.api.loss.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemPlacesTest {
    @TempDir
    Path folder;

    private PreparedData load(Source source, Split split, Loss loss) {
        return new DataLoader(folder).load(new Data(source, split, Preprocessing.defaults()), loss, 7);
    }

    /** Each row holds its own line, so that the place of every item is known. */
    @Test
    void anItemLeadsToItsLine() throws IOException {
        StringBuilder text = new StringBuilder("line,note,y\n");
        int line = 2;
        for (int i = 0; i < 40; i++) {
            boolean long2 = i % 7 == 3;
            text.append(line)
                    .append(long2 ? ",\"two\nlines\"," : ",one,")
                    .append(line % 5)
                    .append('\n');
            line += long2 ? 2 : 1;
            if (i % 9 == 5) {
                text.append('\n');
                line++;
            }
        }
        Files.writeString(folder.resolve("t.csv"), text);
        PreparedData data = load(table("t.csv", "y"), new Split(0.5, 0.5, 0), meanSquaredError());
        Map<Long, Double> seen = new HashMap<>();
        for (int i = 0; i < data.train().items(); i++) {
            ItemPlaces.Place place = data.places().ofTraining(i);
            assertThat(place.file()).contains(folder.resolve("t.csv").toString());
            assertThat((double) (place.row() % 5))
                    .isEqualTo(unscaled(data, data.train().targets().get(0, i)));
            seen.put(place.row(), 0.0);
        }
        for (int i = 0; i < data.validation().items(); i++) {
            seen.put(data.places().ofValidation(i).row(), 0.0);
        }
        assertThat(seen).hasSize(40);
    }

    private static double unscaled(PreparedData data, double y) {
        return data.train().units().isEmpty()
                ? y
                : Math.rint(data.train().units().get(0).decode(y));
    }

    @Test
    void rowsOfSeveralFilesAreThoseOfTheirFile() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n2,3\n");
        Files.writeString(folder.resolve("b.csv"), "x,y\n3,2\n4,3\n5,9\n");
        PreparedData data = load(table("?.csv", "y"), new Split(1, 0, 0), meanSquaredError());
        assertThat(data.places().ofTraining(1).row()).isEqualTo(3);
        assertThat(data.places().ofTraining(4))
                .isEqualTo(
                        new ItemPlaces.Place(Optional.of(folder.resolve("b.csv").toString()), 4));
    }

    @Test
    void drawnPointsHaveTheirNumber() {
        PreparedData data = load(moons(10), new Split(1, 0, 0), binaryCrossEntropy());
        assertThat(data.places().ofTraining(9)).isEqualTo(new ItemPlaces.Place(Optional.empty(), 10));
    }
}
