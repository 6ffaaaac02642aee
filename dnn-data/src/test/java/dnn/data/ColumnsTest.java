package dnn.data;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Data;
import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.Clipping;
import dnn.api.data.ColumnDeclaration;
import dnn.api.data.Encode;
import dnn.api.data.Imputation;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.data.TableFormat;
import dnn.api.data.Unseen;
import dnn.api.dataset.Matrix;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import dnn.data.newdata.NewData;
import dnn.data.newdata.NewDataOptions;
import dnn.data.newdata.NewItems;
import dnn.data.problem.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of columns, what becomes of their cells, and that new data is encoded as the training data was. */
class ColumnsTest {
    private static final Preprocessing PLAIN =
            Preprocessing.defaults().numeric(NumericPreprocessing.defaults().scale(Scale.NONE));

    @TempDir
    Path folder;

    private DataProfile profile(Table table) {
        return new DataLoader(folder).profile(new Data(table, new Split(1, 0, 0), PLAIN), TargetKind.NUMBERS, 1);
    }

    private PreparedData load(String text, Table source, Preprocessing preprocessing, Loss loss) throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
        return new DataLoader(folder).load(new Data(source, new Split(1, 0, 0), preprocessing), loss, 7);
    }

    private static double[] row(Matrix matrix, int row) {
        double[] values = new double[matrix.columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = matrix.get(row, column);
        }
        return values;
    }

    @Test
    void typesAreFoundInTheWholeColumn() throws IOException {
        PreparedData data = load(
                "b,d,t,c,y\nyes,1970-01-02,2024-02-29T12:00,u,1\nNo,1970-01-11,2024-03-01 00:00:00+01:00,v,2\n",
                table("t.csv", "y"),
                PLAIN,
                meanSquaredError());
        assertThat(profile(table("t.csv", "y")).columns().stream().map(column -> column.type()))
                .containsExactly(
                        ColumnType.BOOLEAN,
                        ColumnType.DATE_TIME,
                        ColumnType.DATE_TIME,
                        ColumnType.CATEGORICAL,
                        ColumnType.NUMERIC);
        assertThat(row(data.train().features(), 0)).containsExactly(1, 0);
        assertThat(row(data.train().features(), 1)).containsExactly(1, 10);
        double[] times = row(data.train().features(), 2);
        assertThat(times[1] - times[0]).isCloseTo(11 / 24.0, within(1e-9));
    }

    @Test
    void declaredTypesComeFirst() throws IOException {
        Table source = table("t.csv", "y")
                .columns(Map.of(
                        "zip",
                        new ColumnDeclaration(Optional.of(ColumnType.CATEGORICAL), List.of()),
                        "size",
                        new ColumnDeclaration(Optional.empty(), List.of("S", "M", "L"))));
        PreparedData data = load("zip,size,y\n10,L,1\n20,S,2\n10,M,3\n", source, PLAIN, meanSquaredError());
        assertThat(data.preprocessor().inputNames()).containsExactly("zip=10", "zip=20", "size");
        assertThat(row(data.train().features(), 2)).containsExactly(2, 0, 1);
    }

    @Test
    void featuresByPatternAndExclusion() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "id,x1,x2,z1,y\n1,2,3,4,5\n6,7,8,9,10\n");
        assertThat(profile(table("t.csv", "y").features("x*", "z?")).features()).containsExactly("x1", "x2", "z1");
        assertThat(profile(table("t.csv", "y").exclude("id", "x*")).features()).containsExactly("z1");
    }

    @Test
    void dialectsAreFoundOrGiven() throws IOException {
        PreparedData semicolons = load("a;y\n1,5;2\n-0,25;3\n", table("t.csv", "y"), PLAIN, meanSquaredError());
        assertThat(row(semicolons.train().features(), 0)).containsExactly(1.5, -0.25);
        TableFormat format = new TableFormat(
                Optional.of("~"),
                Optional.of("'"),
                Optional.of(","),
                Optional.of("windows-1252"),
                List.of("-9"),
                false);
        Files.write(folder.resolve("l.csv"), "'ä~ö'~1,5~1\nü~-9~2\nü~2,5~3\n".getBytes("windows-1252"));
        Preprocessing imputing = new Preprocessing(
                new NumericPreprocessing(Optional.of(Scale.NONE), new Imputation.Mean()),
                CategoricalPreprocessing.defaults(),
                Map.of());
        PreparedData given = new DataLoader(folder)
                .load(
                        new Data(table("l.csv", "c3").format(format), new Split(1, 0, 0), imputing),
                        meanSquaredError(),
                        1);
        assertThat(given.preprocessor().inputNames()).containsExactly("c1=ä~ö", "c1=ü", "c2");
        assertThat(row(given.train().features(), 2)).containsExactly(1.5, 2, 2.5);
        NewItems again = NewData.read(folder.resolve("l.csv"), given.preprocessor());
        assertThat(again.problems()).isEmpty();
        assertThat(again.features().orElseThrow().values())
                .isEqualTo(given.train().features().values());
    }

    @Test
    void robustLogarithmClippingAndIndicator() throws IOException {
        String text = "a,y\n0,1\n1,2\n2,3\n3,4\n100,5\n,6\n";
        NumericPreprocessing robust = new NumericPreprocessing(
                Optional.of(Scale.ROBUST), new Imputation.Constant("2"), true, Optional.empty());
        PreparedData data = load(text, table("t.csv", "y"), PLAIN.numeric(robust), meanSquaredError());
        // 0 1 2 2 3 100: median 2, quartiles 1.25 and 2.75
        assertThat(row(data.train().features(), 0)).containsExactly(-2 / 1.5, -1 / 1.5, 0, 1 / 1.5, 98 / 1.5, 0);
        assertThat(row(data.train().features(), 1)).containsExactly(0, 0, 0, 0, 0, 1);
        assertThat(data.preprocessor().inputNames()).containsExactly("a", "a_missing");
        NumericPreprocessing clipped = new NumericPreprocessing(
                Optional.of(Scale.NONE), new Imputation.Median(), false, Optional.of(new Clipping(0.25, 0.75)));
        assertThat(row(
                        load(text, table("t.csv", "y"), PLAIN.numeric(clipped), meanSquaredError())
                                .train()
                                .features(),
                        0))
                .containsExactly(1, 1, 2, 3, 3, 2);
        NumericPreprocessing log = new NumericPreprocessing(Optional.of(Scale.LOG), new Imputation.Constant("0"));
        double[] x = row(
                load(text, table("t.csv", "y"), PLAIN.numeric(log), meanSquaredError())
                        .train()
                        .features(),
                0);
        assertThat((x[4] - x[0]) / (x[1] - x[0])).isCloseTo(Math.log(101) / Math.log(2), within(1e-12));
    }

    @Test
    void aScaledTargetIsGivenBackInItsOwnUnit() throws IOException {
        for (Scale scale : Scale.values()) {
            PreparedData data = load(
                    "a,y,z\n1,-20,5\n2,30,6\n3,1000,70\n",
                    table("t.csv", "").targets("y", "z"),
                    PLAIN.targetScale(scale),
                    meanSquaredError());
            double[] values = data.train().targets().values().clone();
            assertThat(data.train().targets().rows()).isEqualTo(2);
            if (scale == Scale.NONE) {
                assertThat(data.train().units()).isEmpty();
                continue;
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = data.train().units().get(i % 2).decode(values[i]);
            }
            assertThat(values).as("%s", scale).containsExactly(new double[] {-20, 5, 30, 6, 1000, 70}, within(1e-9));
        }
    }

    @Test
    void labelsTogetherAndAPositiveClass() throws IOException {
        String text = "a,p,q\n1,yes,0\n2,no,1\n3,yes,1\n";
        PreparedData labels = load(text, table("t.csv", "").targets("p", "q"), PLAIN, binaryCrossEntropy());
        assertThat(labels.train().targets().values()).containsExactly(1, 0, 0, 1, 1, 1);
        PreparedData named = load(text, table("t.csv", "p").positiveClass("no"), PLAIN, binaryCrossEntropy());
        assertThat(named.train().targets().values()).containsExactly(0, 1, 0);
        assertThat(named.preprocessor().target()).isEqualTo(new FittedTarget.Classes("p", List.of("yes", "no"), true));
    }

    @Test
    void unseenCategoriesFollowTheirRule() throws IOException {
        String text = "c,y\nu,1\nu,2\nv,3\n";
        for (Unseen rule : Unseen.values()) {
            Preprocessing preprocessing = new Preprocessing(
                    NumericPreprocessing.defaults(),
                    new CategoricalPreprocessing(Encode.ONE_HOT, new Imputation.None(), rule),
                    Map.of());
            Preprocessor fitted = load(text, table("t.csv", "y"), preprocessing, meanSquaredError())
                    .preprocessor();
            Files.writeString(folder.resolve("n.csv"), "c\nw\nv\n");
            NewItems items = NewData.read(folder.resolve("n.csv"), fitted);
            if (rule == Unseen.ERROR) {
                assertThat(items.problems().stream().map(DataException::inWords))
                        .containsExactly("column `c` has 1 cell of a category that training has not seen, the first "
                                + "in row 2: `w`");
            } else {
                double filled = rule == Unseen.MOST_FREQUENT ? 1 : 0;
                assertThat(items.features().orElseThrow().values()).containsExactly(filled, 0, 0, 1);
            }
        }
    }

    @Test
    void newDataIsEncodedAsTheTrainingDataWasWholeOrInPieces() throws IOException {
        StringBuilder text = new StringBuilder("n,c,b,d,o,y\n");
        for (int i = 0; i < 50; i++) {
            text.append(i % 7 == 0 ? "" : String.valueOf(i * i)).append(',');
            text.append(i % 5 == 0 ? "" : "c" + i % 3).append(i % 2 == 0 ? ",true," : ",false,");
            text.append("2024-01-")
                    .append(10 + i % 20)
                    .append(',')
                    .append(i % 4)
                    .append(',')
                    .append(i)
                    .append('\n');
        }
        Table source = table("t.csv", "y")
                .columns(Map.of("o", new ColumnDeclaration(Optional.empty(), List.of("3", "1", "2", "0"))));
        Preprocessing preprocessing = new Preprocessing(
                new NumericPreprocessing(
                        Optional.of(Scale.LOG), new Imputation.Median(), true, Optional.of(new Clipping(0.1, 0.9))),
                new CategoricalPreprocessing(Encode.ONE_HOT, new Imputation.MostFrequent(), Unseen.MOST_FREQUENT),
                Map.of());
        PreparedData data = load(text.toString(), source, preprocessing.targetScale(Scale.ROBUST), meanSquaredError());
        NewItems whole = NewData.read(folder.resolve("t.csv"), data.preprocessor());
        assertThat(whole.problems()).isEmpty();
        assertThat(whole.features().orElseThrow().values())
                .isEqualTo(data.train().features().values());
        assertThat(whole.targets().orElseThrow().values())
                .isEqualTo(data.train().targets().values());
        List<Double> pieces = new ArrayList<>();
        try (NewData stream = NewData.open(
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                "stream",
                data.preprocessor(),
                NewDataOptions.STANDARD)) {
            for (Optional<NewItems> piece = stream.next(7); piece.isPresent(); piece = stream.next(7)) {
                for (double value : piece.get().features().orElseThrow().values()) {
                    pieces.add(value);
                }
            }
        }
        assertThat(pieces.stream().mapToDouble(Double::doubleValue).toArray())
                .isEqualTo(data.train().features().values());
    }
}
