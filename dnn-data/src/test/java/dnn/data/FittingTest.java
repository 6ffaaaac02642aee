package dnn.data;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Data;
import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.ColumnPreprocessing;
import dnn.api.data.Encode;
import dnn.api.data.Imputation;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Source;
import dnn.api.data.Split;
import dnn.api.data.TableFormat;
import dnn.api.dataset.Matrix;
import dnn.api.loss.Loss;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import dnn.data.table.NumberWriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FittingTest {
    private static final Split ALL = new Split(1, 0, 0);

    @TempDir
    Path folder;

    private PreparedData load(String text, Source source, Preprocessing preprocessing, Split split, Loss loss)
            throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
        return new DataLoader(folder).load(new Data(source, split, preprocessing), loss, 7);
    }

    /** Of the table that was loaded last. */
    private DataProfile profile(Source source, Preprocessing preprocessing, Split split, Loss loss) {
        return new DataLoader(folder).profile(new Data(source, split, preprocessing), loss.targetKind(), 7);
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
                                new FittedColumn.Numeric("a", Scale.STANDARDIZE, 4, deviation, Optional.empty())
                                        .standIn(4),
                                new FittedColumn.Numeric("c", Scale.STANDARDIZE, 0.1, 1, Optional.empty())
                                        .standIn(0.1)),
                        new FittedTarget.Numbers("y"),
                        TableFormat.defaults(),
                        Optional.of(new NumberWriting(Optional.of(","), true, false))));
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
        String text = "a,y\n1,0\n,1\n1,0\n2,0\n2,0\n9,0\n";
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
        PreparedData data = numbers("a,y\n1,0\n,0\n3,1\n", numeric(Scale.STANDARDIZE, new Imputation.Constant("8")));
        double[] x = row(data.train().features(), 0);
        assertThat((x[0] + x[1] + x[2]) / 3).isCloseTo(0, within(1e-15));
        assertThat((x[0] * x[0] + x[1] * x[1] + x[2] * x[2]) / 3).isCloseTo(1, within(1e-15));
        assertThat(data.preprocessor().columns().get(0))
                .isEqualTo(new FittedColumn.Numeric(
                        "a", Scale.STANDARDIZE, 4, Math.sqrt((9 + 16 + 1) / 3.0), Optional.of(8.0)));
    }

    @Test
    void categoriesBecomeOneHot() throws IOException {
        PreparedData data = numbers("a,c,y\n0,b,1\n0,a,1\n0,,1\n0,b,2\n", categorical(new Imputation.MostFrequent()));
        assertThat(data.preprocessor().inputNames()).containsExactly("a", "c=a", "c=b");
        assertThat(row(data.train().features(), 1)).containsExactly(0, 1, 0, 0);
        assertThat(row(data.train().features(), 2)).containsExactly(1, 0, 1, 1);
        assertThat(profile(table("t.csv", "y"), categorical(new Imputation.MostFrequent()), ALL, meanSquaredError())
                        .inputs())
                .hasValue(3);
    }

    @Test
    void aConstantMayBeACategoryOfItsOwnAndTheLeastOfSeveralIsCommonest() throws IOException {
        String text = "c,y\nz,1\nb,1\n,2\n";
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
                numbers("c,y\n\uD83D\uDE00,1\n\uFF5E,1\né,1\nb,1\nB,1\n10,1\n9,2\n", Preprocessing.defaults());
        assertThat(((FittedColumn.Categorical) data.preprocessor().columns().get(0)).categories())
                .containsExactly("10", "9", "B", "b", "é", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void aNumericColumnIsEncodedIfItsNameSaysSo() throws IOException {
        ColumnPreprocessing oneHot =
                new ColumnPreprocessing(Optional.empty(), Optional.of(Encode.ONE_HOT), Optional.empty());
        Preprocessing preprocessing = new Preprocessing(
                NumericPreprocessing.defaults(), CategoricalPreprocessing.defaults(), Map.of("a", oneHot));
        PreparedData data = numbers("a,b,y\n10,1,0\n9,3,0\n10.0,1,1\n", preprocessing);
        assertThat(data.preprocessor().inputNames()).containsExactly("a=9", "a=10", "b");
        assertThat(row(data.train().features(), 1)).containsExactly(1, 0, 1);
        ColumnProfile a = profile(table("t.csv", "y"), preprocessing, ALL, meanSquaredError())
                .column("a")
                .orElseThrow();
        assertThat(a.type()).isEqualTo(ColumnType.NUMERIC);
        assertThat(a.encodedWidth()).isEqualTo(2);
    }

    @Test
    void aColumnMayDifferFromItsKind() throws IOException {
        ColumnPreprocessing special = new ColumnPreprocessing(
                Optional.of(Scale.NONE), Optional.empty(), Optional.of(new Imputation.Constant("7")));
        Preprocessing preprocessing = new Preprocessing(
                NumericPreprocessing.defaults(), CategoricalPreprocessing.defaults(), Map.of("b", special));
        PreparedData data = numbers("a,b,y\n1,1,0\n3,,1\n", preprocessing);
        assertThat(row(data.train().features(), 0)).containsExactly(-1, 1);
        assertThat(row(data.train().features(), 1)).containsExactly(1, 7);
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
        OptionalInt inputs = profile(source, preprocessing, Split.STANDARD, binaryCrossEntropy())
                .inputs();
        // Which rows are trained on is known by their numbers: undo the scaling.
        FittedColumn.Numeric fitted =
                (FittedColumn.Numeric) before.preprocessor().columns().get(0);
        double[] x = row(before.train().features(), 0);
        List<String> lines = text.toString().lines().toList();
        boolean[] training = new boolean[40];
        for (double scaled : x) {
            training[(int) Math.round(fitted.decode(scaled))] = true;
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
        assertThat(profile(source, preprocessing, Split.STANDARD, binaryCrossEntropy())
                        .inputs())
                .isEqualTo(inputs)
                .hasValue(4);
    }
}
