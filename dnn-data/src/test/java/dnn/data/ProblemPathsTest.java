package dnn.data;

import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Data;
import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.ColumnPreprocessing;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Split;
import dnn.api.loss.TargetKind;
import dnn.api.profile.DataProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A problem of the data leads to the line of its key, whatever the key's name holds. */
class ProblemPathsTest {
    @TempDir
    Path folder;

    @Test
    void aColumnThatIsNoPlainWordIsAddressedAsTheFileIsRead() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "x,y\n1,2\n2,3\n3,5\n");
        Preprocessing preprocessing = new Preprocessing(
                NumericPreprocessing.defaults(),
                CategoricalPreprocessing.defaults(),
                Map.of(
                        "net. weight",
                        new ColumnPreprocessing(Optional.of(Scale.STANDARDIZE), Optional.empty(), Optional.empty())));
        assertThat(new DataLoader(folder)
                        .profile(
                                new Data(table("t.csv", "y"), new Split(1, 0, 0), preprocessing), TargetKind.NUMBERS, 1)
                        .problems())
                .extracting(DataProblem::path)
                .containsExactly("data.preprocessing.columns[\"net. weight\"]");
    }
}
