package dnn.data;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Data;
import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.ColumnPreprocessing;
import dnn.api.data.Encode;
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
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.api.profile.DataProfile.SplitSizes;
import dnn.api.profile.TargetProfile;
import dnn.api.profile.ValueCount;
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

    private PreparedData numbers(String text, Preprocessing preprocessing) throws IOException {
        return load(text, table("t.csv", "y"), preprocessing, ALL, meanSquaredError());
    }

    private static Preprocessing numeric(Scale scale, Imputation impute) {
        return new Preprocessing(
                new NumericPreprocessing(Optional.of(scale), impute), CategoricalPreprocessing.defaults(), Map.of());
    }

    private static Preprocessing categorical(Imputation impute) {
        return new Preprocessing(
                NumericPreprocessing.defaults(), new CategoricalPreprocessing(Encode.ONE_HOT, impute), Map.of());
    }

    private static double[] row(Matrix matrix, int row) {
        double[] values = new double[matrix.columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = matrix.get(row, column);
        }
        return values;
    }

    @Test
    void standardizingUsesTheDeviationWithDivisorM() throws IOException {
        PreparedData data = numbers("a,c,y\n2,0.1,1\n4,0.1,2\n4,0.1,3\n6,0.1,4.5\n", Preprocessing.defaults());
        double deviation = Math.sqrt(2);
        assertThat(row(data.train().features(), 0)).containsExactly(-2 / deviation, 0, 0, 2 / deviation);
        assertThat(row(data.train().features(), 1)).containsExactly(0, 0, 0, 0);
        assertThat(row(data.train().targets(), 0)).containsExactly(1, 2, 3, 4.5);
        assertThat(data.preprocessor())
                .isEqualTo(new Preprocessor(
                        List.of(
                                new FittedColumn.Numeric("a", Scale.STANDARDIZE, 4, deviation, Optional.empty()),
                                new FittedColumn.Numeric("c", Scale.STANDARDIZE, 0.1, 1, Optional.empty())),
                        new FittedTarget.Numbers("y")));
        assertThat(data.test().items()).isZero();
        assertThat(data.test().features().rows()).isEqualTo(2);
    }

    @Test
    void minMaxReachesFromZeroToOne() throws IOException {
        PreparedData data = numbers("a,c,y\n-1,5,1\n0,5,2\n3,5,3\n", numeric(Scale.MIN_MAX, new Imputation.None()));
        assertThat(row(data.train().features(), 0)).containsExactly(0, 0.25, 1);
        assertThat(row(data.train().features(), 1)).containsExactly(0, 0, 0);
    }

    @Test
    void imputationGivesWhatItSays() throws IOException {
        String text = "a,y\n1,0\n,0\n1,0\n2,0\n2,0\n9,0\n";
        Map<Imputation, Double> expected = Map.of(
                new Imputation.Mean(), 3.0,
                new Imputation.Median(), 2.0,
                new Imputation.MostFrequent(), 1.0,
                new Imputation.Constant("-4.5"), -4.5);
        for (Map.Entry<Imputation, Double> entry : expected.entrySet()) {
            PreparedData data = numbers(text, numeric(Scale.NONE, entry.getKey()));
            assertThat(row(data.train().features(), 0))
                    .as("%s", entry.getKey())
                    .containsExactly(1, entry.getValue(), 1, 2, 2, 9);
        }
        assertThat(expected).hasSize(Imputation.class.getPermittedSubclasses().length - 1);
    }

    @Test
    void scalingComesAfterImputation() throws IOException {
        PreparedData data = numbers("a,y\n1,0\n,0\n3,0\n", numeric(Scale.STANDARDIZE, new Imputation.Constant("8")));
        double[] x = row(data.train().features(), 0);
        assertThat((x[0] + x[1] + x[2]) / 3).isCloseTo(0, within(1e-15));
        assertThat((x[0] * x[0] + x[1] * x[1] + x[2] * x[2]) / 3).isCloseTo(1, within(1e-15));
        assertThat(data.preprocessor().columns().get(0))
                .isEqualTo(new FittedColumn.Numeric(
                        "a", Scale.STANDARDIZE, 4, Math.sqrt((9 + 16 + 1) / 3.0), Optional.of(8.0)));
    }

    @Test
    void categoriesBecomeOneHot() throws IOException {
        PreparedData data = numbers("a,c,y\n0,b,1\n0,a,1\n0,,1\n0,b,1\n", categorical(new Imputation.MostFrequent()));
        assertThat(data.preprocessor().inputNames()).containsExactly("a", "c=a", "c=b");
        assertThat(row(data.train().features(), 1)).containsExactly(0, 1, 0, 0);
        assertThat(row(data.train().features(), 2)).containsExactly(1, 0, 1, 1);
        assertThat(data.profile().inputs()).hasValue(3);
    }

    @Test
    void aConstantMayBeACategoryOfItsOwnAndTheLeastOfSeveralIsCommonest() throws IOException {
        String text = "c,y\nz,1\nb,1\n,1\n";
        PreparedData constant = numbers(text, categorical(new Imputation.Constant("other")));
        assertThat(constant.preprocessor().columns())
                .containsExactly(new FittedColumn.Categorical("c", List.of("b", "other", "z"), Optional.of("other")));
        assertThat(row(constant.train().features(), 1)).containsExactly(0, 0, 1);
        PreparedData commonest = numbers(text, categorical(new Imputation.MostFrequent()));
        assertThat(commonest.preprocessor().columns())
                .containsExactly(new FittedColumn.Categorical("c", List.of("b", "z"), Optional.of("b")));
    }

    @Test
    void categoriesAreSortedByCodePoint() throws IOException {
        PreparedData data =
                numbers("c,y\n\uD83D\uDE00,1\n\uFF5E,1\né,1\nb,1\nB,1\n10,1\n9,1\n", Preprocessing.defaults());
        assertThat(((FittedColumn.Categorical) data.preprocessor().columns().get(0)).categories())
                .containsExactly("10", "9", "B", "b", "é", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void aNumericColumnIsEncodedIfItsNameSaysSo() throws IOException {
        ColumnPreprocessing oneHot =
                new ColumnPreprocessing(Optional.empty(), Optional.of(Encode.ONE_HOT), Optional.empty());
        Preprocessing preprocessing = new Preprocessing(
                NumericPreprocessing.defaults(), CategoricalPreprocessing.defaults(), Map.of("a", oneHot));
        PreparedData data = numbers("a,b,y\n10,1,0\n9,3,0\n10.0,1,0\n", preprocessing);
        assertThat(data.preprocessor().inputNames()).containsExactly("a=9", "a=10", "b");
        assertThat(row(data.train().features(), 1)).containsExactly(1, 0, 1);
        assertThat(data.profile().column("a").orElseThrow().type()).isEqualTo(ColumnType.NUMERIC);
        assertThat(data.profile().column("a").orElseThrow().encodedWidth()).isEqualTo(2);
    }

    @Test
    void aColumnMayDifferFromItsKind() throws IOException {
        ColumnPreprocessing special = new ColumnPreprocessing(
                Optional.of(Scale.NONE), Optional.empty(), Optional.of(new Imputation.Constant("7")));
        Preprocessing preprocessing = new Preprocessing(
                NumericPreprocessing.defaults(), CategoricalPreprocessing.defaults(), Map.of("b", special));
        PreparedData data = numbers("a,b,y\n1,1,0\n3,,0\n", preprocessing);
        assertThat(row(data.train().features(), 0)).containsExactly(-1, 1);
        assertThat(row(data.train().features(), 1)).containsExactly(1, 7);
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
    void nothingIsLearntFromValidationAndTest() throws IOException {
        StringBuilder text = new StringBuilder("a,c,k\n");
        for (int i = 0; i < 40; i++) {
            text.append(i)
                    .append(",")
                    .append((char) ('a' + i % 3))
                    .append(",")
                    .append(i % 2)
                    .append('\n');
        }
        Preprocessing preprocessing = new Preprocessing(
                new NumericPreprocessing(Optional.empty(), new Imputation.Mean()),
                new CategoricalPreprocessing(Encode.ONE_HOT, new Imputation.MostFrequent()),
                Map.of());
        Source source = table("t.csv", "k");
        PreparedData before = load(text.toString(), source, preprocessing, Split.STANDARD, binaryCrossEntropy());
        // Which rows are trained on is known by their numbers: undo the scaling.
        FittedColumn.Numeric fitted =
                (FittedColumn.Numeric) before.preprocessor().columns().get(0);
        double[] x = row(before.train().features(), 0);
        List<String> lines = text.toString().lines().toList();
        boolean[] training = new boolean[40];
        for (double scaled : x) {
            training[(int) Math.round(scaled * fitted.divisor() + fitted.offset())] = true;
        }
        StringBuilder changed = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 0; i < 40; i++) {
            changed.append(training[i] ? lines.get(i + 1) : (i % 2 == 0 ? "1e6,new," : ",,") + i % 2)
                    .append('\n');
        }
        PreparedData after = load(changed.toString(), source, preprocessing, Split.STANDARD, binaryCrossEntropy());
        assertThat(after.preprocessor()).isEqualTo(before.preprocessor());
        assertThat(after.train().features().values())
                .isEqualTo(before.train().features().values());
        assertThat(after.test().features().values())
                .isNotEqualTo(before.test().features().values());
        assertThat(after.profile().inputs())
                .isEqualTo(before.profile().inputs())
                .hasValue(4);
    }

    @Test
    void moreNumbersThanAnArrayHoldsAreRefused() {
        StringBuilder text = new StringBuilder("c,y\n");
        for (int i = 0; i < 50_000; i++) {
            text.append('c').append(i).append(",0\n");
        }
        assertThatThrownBy(() -> numbers(text.toString(), Preprocessing.defaults()))
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
                                        1,
                                        4,
                                        2.5,
                                        Math.sqrt(1.25),
                                        0),
                                new ColumnProfile(
                                        "a",
                                        ColumnType.NUMERIC,
                                        1,
                                        2,
                                        List.of(count("1", 2), count("4", 1)),
                                        1,
                                        4,
                                        2,
                                        Math.sqrt(2),
                                        1),
                                text("c", 2, List.of(count("u", 3), count("v", 1)), 2),
                                text("k", 2, List.of(count("no", 3), count("yes", 1)), 0)),
                        List.of("a", "c"),
                        OptionalInt.of(3),
                        Optional.of(new TargetProfile(
                                "k", List.of(count("no", 3), count("yes", 1)), Double.NaN, Double.NaN)),
                        Optional.of(new SplitSizes(4, 0, 0)),
                        List.of()));
    }

    private static ValueCount count(String value, long count) {
        return new ValueCount(value, count);
    }

    private static ColumnProfile text(String name, int distinct, List<ValueCount> commonest, int width) {
        return new ColumnProfile(
                name,
                ColumnType.CATEGORICAL,
                0,
                distinct,
                commonest,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                width);
    }

    @Test
    void aNumericTargetHasARange() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,y\n1,-2\n2,7.5\n3,0\n");
        DataProfile profile = new DataLoader(folder)
                .profile(new Data(table("t.csv", "y"), ALL, Preprocessing.defaults()), TargetKind.NUMBERS, 0);
        assertThat(profile.target()).contains(new TargetProfile("y", List.of(), -2, 7.5));
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
        assertThat(data.profile().features()).containsExactly("c", "a");
        assertThat(data.train().features().values()).containsExactly(3, 1, 7, 5);
    }

    @Test
    void pointSetsAreSplitAndLeftUnscaled() {
        Data data = new Data(new Moons(200, 0), Split.STANDARD, Preprocessing.defaults());
        PreparedData moons = new DataLoader(folder).load(data, binaryCrossEntropy(), 3);
        assertThat(moons.profile().source()).isEqualTo("moons");
        assertThat(moons.profile().features()).containsExactly("x1", "x2");
        assertThat(moons.profile().target().orElseThrow().classes()).containsExactly(count("0", 100), count("1", 100));
        assertThat(moons.profile().split()).contains(new SplitSizes(140, 30, 30));
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
        PreparedData linear = new DataLoader(folder)
                .load(new Data(new Linear(10, 3, 0.1), ALL, Preprocessing.defaults()), meanSquaredError(), 3);
        assertThat(linear.train().features().rows()).isEqualTo(3);
        assertThat(linear.profile().target().orElseThrow().column()).isEqualTo("y");
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
