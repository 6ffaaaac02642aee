package dnn.data;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.Data;
import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.ColumnDeclaration;
import dnn.api.data.Imputation;
import dnn.api.data.Linear;
import dnn.api.data.Moons;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Source;
import dnn.api.data.Split;
import dnn.api.dataset.Matrix;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.profile.CellTally;
import dnn.api.profile.ColumnNumbers;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.api.profile.DataProfile.SplitSizes;
import dnn.api.profile.TargetProfile;
import dnn.api.profile.ValueCount;
import dnn.data.encoding.FittedTarget;
import dnn.data.problem.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLoaderTest {
    private static final Split ALL = new Split(1, 0, 0);

    @TempDir
    Path folder;

    private PreparedData load(String text, Source source, Preprocessing preprocessing, Split split, Loss loss)
            throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
        return new DataLoader(folder).load(new Data(source, split, preprocessing), loss, 7);
    }

    private static Preprocessing numeric(Scale scale, Imputation impute) {
        return new Preprocessing(
                new NumericPreprocessing(Optional.of(scale), impute), CategoricalPreprocessing.defaults(), Map.of());
    }

    private static double[] row(Matrix matrix, int row) {
        double[] values = new double[matrix.columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = matrix.get(row, column);
        }
        return values;
    }

    @Test
    void classesAreNumberedInTheOrderOfTheirLabels() throws IOException {
        PreparedData binary = load(
                "a,k\n1,10\n2,9\n3,10\n", table("t.csv", "k"), Preprocessing.defaults(), ALL, binaryCrossEntropy());
        assertThat(binary.preprocessor().target()).isEqualTo(new FittedTarget.Classes("k", List.of("9", "10"), true));
        assertThat(row(binary.train().targets(), 0)).containsExactly(1, 0, 1);
        PreparedData oneHot = load(
                "a,k\n1,c\n2,a\n3,b\n4,a\n",
                table("t.csv", "k"),
                Preprocessing.defaults(),
                ALL,
                categoricalCrossEntropy());
        assertThat(oneHot.train().targets().rows()).isEqualTo(3);
        assertThat(row(oneHot.train().targets(), 0)).containsExactly(0, 1, 0, 1);
        assertThat(row(oneHot.train().targets(), 1)).containsExactly(0, 0, 1, 0);
        assertThat(row(oneHot.train().targets(), 2)).containsExactly(1, 0, 0, 0);
    }

    @Test
    void aBinaryLossNeedsTwoClasses() {
        assertThatThrownBy(() -> load(
                        "a,k\n1,c\n2,a\n3,b\n",
                        table("t.csv", "k"),
                        Preprocessing.defaults(),
                        ALL,
                        binaryCrossEntropy()))
                .isInstanceOf(DataException.class)
                .hasMessage("a binary loss needs a target of two classes; `k` has 3");
    }

    @Test
    void moreNumbersThanAnArrayHoldsAreRefused() {
        StringBuilder text = new StringBuilder("c,y\n");
        for (int i = 0; i < 50_000; i++) {
            text.append('c').append(i).append(',').append(i % 2).append('\n');
        }
        Source declared = table("t.csv", "y")
                .columns(Map.of("c", new ColumnDeclaration(Optional.of(ColumnType.CATEGORICAL), List.of())));
        assertThatThrownBy(() -> load(text.toString(), declared, Preprocessing.defaults(), ALL, meanSquaredError()))
                .isInstanceOf(DataException.class)
                .hasMessage("X of 50000 rows and 50000 items has more numbers than an array holds; column `c` alone"
                        + " becomes 50000 rows");
    }

    @Test
    void theProfileTellsWhatTheTableHas() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "id,a,c,k\n1,1,u,no\n2,,v,yes\n3,4,u,no\n4,1,u,no\n");
        Data data =
                new Data(table("t.csv", "k").exclude("id"), ALL, numeric(Scale.STANDARDIZE, new Imputation.Median()));
        DataProfile profile = new DataLoader(folder).profile(data, TargetKind.CLASSES, 0);
        assertThat(profile)
                .isEqualTo(new DataProfile(
                        folder.resolve("t.csv").toString(),
                        4,
                        List.of(
                                new ColumnProfile(
                                        "id",
                                        ColumnType.NUMERIC,
                                        0,
                                        4,
                                        List.of(count("1", 1), count("2", 1), count("3", 1), count("4", 1)),
                                        new ColumnNumbers(1, 4, 2.5, Math.sqrt(1.25)),
                                        0),
                                new ColumnProfile(
                                        "a",
                                        ColumnType.NUMERIC,
                                        1,
                                        2,
                                        List.of(count("1", 2), count("4", 1)),
                                        new ColumnNumbers(1, 4, 2, Math.sqrt(2)),
                                        1),
                                text("c", ColumnType.CATEGORICAL, 2, List.of(count("u", 3), count("v", 1)), 2),
                                text("k", ColumnType.BOOLEAN, 2, List.of(count("no", 3), count("yes", 1)), 0)),
                        List.of("a", "c"),
                        OptionalInt.of(3),
                        List.of(new TargetProfile(
                                "k", List.of(count("no", 3), count("yes", 1)), Double.NaN, Double.NaN)),
                        Optional.of(new SplitSizes(4, 0, 0)),
                        0,
                        List.of(),
                        Map.of()));
    }

    private static ValueCount count(String value, long count) {
        return new ValueCount(value, count);
    }

    private static ColumnProfile text(
            String name, ColumnType type, int distinct, List<ValueCount> commonest, int width) {
        return new ColumnProfile(name, type, 0, distinct, commonest, ColumnNumbers.NONE, width);
    }

    @Test
    void aNumericTargetHasARange() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,y\n1,-2\n2,7.5\n3,0\n");
        DataProfile profile = new DataLoader(folder)
                .profile(new Data(table("t.csv", "y"), ALL, Preprocessing.defaults()), TargetKind.NUMBERS, 0);
        assertThat(profile.target())
                .contains(new TargetProfile("y", List.of(), -2, 7.5)
                        .notPositive(
                                new CellTally(1, 2, "-2", Optional.empty()),
                                new CellTally(1, 4, "0", Optional.empty())));
    }

    @Test
    void onlySomeCommonestValuesAreKept() throws IOException {
        StringBuilder text = new StringBuilder("a,y\n");
        for (int i = 0; i < 300; i++) {
            text.append(i % 150 / 2.0).append(",0\n");
        }
        text.append("60.5,0\n");
        Files.writeString(folder.resolve("t.csv"), text);
        ColumnProfile column = new DataLoader(folder)
                .profile(new Data(table("t.csv", "y"), ALL, Preprocessing.defaults()), TargetKind.NUMBERS, 0)
                .column("a")
                .orElseThrow();
        assertThat(column.distinct()).isEqualTo(150);
        assertThat(column.commonest())
                .hasSize(ColumnProfile.COMMONEST_LIMIT)
                .startsWith(count("60.5", 3), count("0", 2), count("0.5", 2));
    }

    @Test
    void listedFeaturesComeInTheOrderListed() throws IOException {
        PreparedData data = load(
                "a,b,c,y\n1,2,3,4\n5,6,7,8\n",
                table("t.csv", "y").features("c", "a"),
                numeric(Scale.NONE, new Imputation.None()),
                ALL,
                meanSquaredError());
        assertThat(new DataLoader(folder)
                        .profile(
                                new Data(table("t.csv", "y").features("c", "a"), ALL, Preprocessing.defaults()),
                                TargetKind.NUMBERS,
                                7)
                        .features())
                .containsExactly("c", "a");
        assertThat(data.train().features().values()).containsExactly(3, 1, 7, 5);
    }

    @Test
    void pointSetsAreSplitAndLeftUnscaled() {
        Data data = new Data(new Moons(200, 0), Split.STANDARD, Preprocessing.defaults());
        PreparedData moons = new DataLoader(folder).load(data, binaryCrossEntropy(), 3);
        DataProfile profile = new DataLoader(folder).profile(data, TargetKind.CLASSES, 3);
        assertThat(profile.source()).isEqualTo("moons");
        assertThat(profile.features()).containsExactly("x1", "x2");
        assertThat(profile.target().orElseThrow().classes()).containsExactly(count("0", 100), count("1", 100));
        assertThat(profile.split()).contains(new SplitSizes(140, 30, 30));
        assertThat(moons.train().features().get(1, 0)).isBetween(-0.5, 1.0);
        double ones = 0;
        for (double target : moons.train().targets().values()) {
            ones += target;
        }
        assertThat(ones).isEqualTo(70);
        assertThat(new DataLoader(folder)
                        .load(data, binaryCrossEntropy(), 3)
                        .train()
                        .features()
                        .values())
                .isEqualTo(moons.train().features().values());
        assertThat(new DataLoader(folder)
                        .load(data, binaryCrossEntropy(), 4)
                        .train()
                        .features()
                        .values())
                .isNotEqualTo(moons.train().features().values());
    }

    @Test
    void aNumericPointSetHasANumericTarget() {
        Data data = new Data(new Linear(10, 3, 0.1), ALL, Preprocessing.defaults());
        PreparedData linear = new DataLoader(folder).load(data, meanSquaredError(), 3);
        assertThat(linear.train().features().rows()).isEqualTo(3);
        assertThat(new DataLoader(folder)
                        .profile(data, TargetKind.NUMBERS, 3)
                        .target()
                        .orElseThrow()
                        .column())
                .isEqualTo("y");
    }

    @Test
    void declarationsThatAskForNothingGiveAnEmptyProfile() {
        Data none = new Data(new Moons(0, 0.1), Split.STANDARD, Preprocessing.defaults());
        assertThat(new DataLoader(folder).profile(none, TargetKind.CLASSES, 0).items())
                .isZero();
        assertThatThrownBy(() -> new DataLoader(folder).load(none, binaryCrossEntropy(), 0))
                .isInstanceOf(DataException.class);
        Data badShares = new Data(new Moons(10, 0.1), new Split(Double.NaN, -1, 0), Preprocessing.defaults());
        DataProfile profile = new DataLoader(folder).profile(badShares, TargetKind.CLASSES, 0);
        assertThat(profile.split()).isEmpty();
        assertThat(profile.inputs()).hasValue(2);
    }
}
