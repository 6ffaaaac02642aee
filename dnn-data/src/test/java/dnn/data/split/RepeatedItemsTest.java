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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedItemsTest {
    @TempDir
    private Path folder;

    private DataProfile profile(String rows) throws IOException {
        Files.writeString(folder.resolve("t.csv"), "x,colour,class\n" + rows);
        Data data = new Data(
                new Table("t.csv", "class", Optional.empty(), List.of()),
                new Split(0.5, 0.25, 0.25),
                Preprocessing.defaults());
        return new DataLoader(folder).profile(data, TargetKind.CLASSES, 1);
    }

    private static int repeated(DataProfile profile) {
        return profile.split().orElseThrow().repeated();
    }

    @Test
    void everyItemOutsideTrainingIsRepeatedWhereAllAreEqualWithinTheirClass() throws IOException {
        DataProfile profile = profile("1,red,a\n".repeat(8) + "1,red,b\n".repeat(8));
        assertThat(repeated(profile))
                .isEqualTo(profile.split().orElseThrow().validation()
                        + profile.split().orElseThrow().test())
                .isEqualTo(8);
    }

    @Test
    void itemsThatDifferInOneCellAreNotRepeated() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            rows.append(i / 4).append(i % 2 == 0 ? ",red," : ",blue,").append(i % 4 < 2 ? "a\n" : "b\n");
        }
        assertThat(repeated(profile(rows.toString()))).isZero();
    }

    @Test
    void itemsInBlocksAreSortedByClassAndOthersAreNot() throws IOException {
        assertThat(profile("1,red,a\n".repeat(8) + "1,red,b\n".repeat(8))
                        .target()
                        .orElseThrow()
                        .sorted())
                .isTrue();
        assertThat(profile("1,red,a\n2,red,b\n".repeat(8))
                        .target()
                        .orElseThrow()
                        .sorted())
                .isFalse();
        assertThat(profile("1,red,a\n".repeat(8)).target().orElseThrow().sorted())
                .isFalse();
    }
}
