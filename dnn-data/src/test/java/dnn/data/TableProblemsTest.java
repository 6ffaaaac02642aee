package dnn.data;

import static dnn.api.Dsl.table;
import static dnn.api.TableDsl.files;
import static dnn.api.TableDsl.format;
import static dnn.api.TableDsl.ofType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.Data;
import dnn.api.Dsl;
import dnn.api.Training;
import dnn.api.data.ColumnDeclaration;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.data.TableFiles;
import dnn.api.loss.TargetKind;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.data.problem.DataException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which files, columns and splits of a table can be wrong, with its words. */
class TableProblemsTest {
    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> problems(Table source, Split split, TargetKind kind) {
        return new DataLoader(folder)
                .profile(new Data(source, split, Preprocessing.defaults()), kind, 1).problems().stream()
                        .map(problem -> problem.path() + ": "
                                + DataException.inWords(problem).replace(folder + "/", ""))
                        .toList();
    }

    private List<String> problems(Table source) {
        return problems(source, new Split(1, 0, 0), TargetKind.NUMBERS);
    }

    @Test
    void filesThatAreMissingEmptyOrRagged() throws IOException {
        file("t.csv", "a,y\n1,2\n3,4\n");
        file("empty.csv", "");
        file("header.csv", "a,y\n");
        file("ragged.csv", "a,y\n1,2\n3\n");
        file("other.csv", "b,y\n1,2\n");
        Files.write(folder.resolve("latin.csv"), "a,y\n1,2\n\u0081,3\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(table("u.csv", "y")))
                .containsExactly("data.source: there is no file u.csv; similar names: t.csv");
        assertThat(problems(table("part-*.csv", "y"))).containsExactly("data.source: there is no file part-*.csv");
        assertThat(problems(table("empty.csv", "y"))).containsExactly("data.source: empty.csv: the file is empty");
        assertThat(problems(table("header.csv", "y")))
                .containsExactly("data.source: header.csv: there is a header but no row below it");
        assertThat(problems(table("ragged.csv", "y")))
                .containsExactly("data.source: ragged.csv, row 3: the row has 1 field, the header has 2");
        assertThat(problems(table("latin.csv", "y")))
                .containsExactly("data.source: latin.csv, row 3: the bytes are not UTF-8; name the character set, for "
                        + "example `format: {encoding: windows-1252}`");
        assertThat(problems(table("t.csv", "y").files(files().test("other.csv"))))
                .containsExactly(
                        "data.files.test: other.csv, row 1: its columns differ from the first file's: it lacks "
                                + "`a` and it also has `b`");
    }

    @Test
    void aFileInTwoSplits() throws IOException {
        file("t.csv", "a,y\n1,2\n3,4\n");
        assertThat(problems(table("t.csv", "y").files(files().test("./t.csv"))))
                .containsExactly("data.files.test: t.csv is in two splits: `data.source` names it too");
    }

    @Test
    void theFileOfAWrongCellIsNamedWhereThereAreSeveral() throws IOException {
        file("part-1.csv", "a,y\n1,2\n3,4\n");
        file("part-2.csv", "y,a\n2,5\n3,\n");
        assertThat(problems(table("part-*.csv", "y")))
                .containsExactly(
                        "data.source: column `a` has 1 cell without a value and no imputation, the first in row "
                                + "3 of part-2.csv: ``");
    }

    @Test
    void formatsThatAreNone() throws IOException {
        file("t.csv", "a,y\n1,2\n");
        assertThat(problems(table("t.csv", "y").format(format().separator("::"))))
                .containsExactly("data.format.separator: format: the separator `::` must be one character, or `tab`");
        assertThat(problems(table("t.csv", "y").format(format().encoding("utf-9"))))
                .containsExactly(
                        "data.format.encoding: format: the encoding `utf-9` is no known character set, such as "
                                + "utf-8 or windows-1252");
    }

    @Test
    void columnsThatCannotBeRead() throws IOException {
        StringBuilder text = new StringBuilder("name,size,flag,day,none,y\n");
        for (int i = 0; i < 60; i++) {
            text.append("n").append(i).append(i % 2 == 0 ? ",S" : ",XL").append(i % 3 == 0 ? ",yes" : ",maybe");
            text.append(i == 7 ? ",soon" : ",2024-01-01").append(",,").append(i).append('\n');
        }
        file("t.csv", text.toString());
        Table source = table("t.csv", "y")
                .columns(Map.of(
                        "size",
                        new ColumnDeclaration(Optional.empty(), List.of("S", "M", "L")),
                        "flag",
                        ofType(ColumnType.BOOLEAN),
                        "day",
                        ofType(ColumnType.DATE_TIME)));
        assertThat(problems(source))
                .containsExactly(
                        "data.source: column `name` is free text: 60 different texts in 60 cells, the first `n0`",
                        "data.columns.size: column `size` has 30 cells that the given order does not have, the "
                                + "first in row 3: "
                                + "`XL`",
                        "data.columns.flag: column `flag` has 40 cells that cannot be read as true or false, the "
                                + "first in row 3: "
                                + "`maybe`",
                        "data.columns.day: column `day` has 1 cell that cannot be read as a date or time, the "
                                + "first in row 9: "
                                + "`soon`",
                        "data.source: column `none` has no value in any of the 60 rows");
        assertThat(problems(source.exclude("name", "n*", "size", "flag", "day").features("si*", "zz*")))
                .contains("data.features[1]: there is no column `zz*`; columns: name, size, flag, day, none, y");
    }

    @Test
    void targetsWithNothingToPredict() throws IOException {
        file("t.csv", "a,y,k,l,w\n1,7,u,0,1\n2,7,u,1,-1\n3,7,u,2,1\n");
        assertThat(problems(table("t.csv", "y").exclude("k")))
                .containsExactly("data.target: the target `y` is `7` in each of the 3 rows");
        assertThat(problems(table("t.csv", "k"), new Split(1, 0, 0), TargetKind.CLASSES))
                .containsExactly("data.target: the target `k` is `u` in each of the 3 rows");
        assertThat(problems(
                        table("t.csv", "l").positiveClass("3").exclude("k"), new Split(1, 0, 0), TargetKind.CLASSES))
                .containsExactly("data.positive_class: the target has no class `3`; classes: 0, 1, 2");
        assertThat(problems(table("t.csv", "").targets("l").exclude("k"), new Split(1, 0, 0), TargetKind.CLASSES))
                .containsExactly("data.targets[0]: label `l` has 3 values, but one of several labels is there or not");
        assertThat(problems(table("t.csv", "l").itemWeights("w").exclude("k")))
                .containsExactly("data.item_weights: column `w` has 1 cell below zero, the first in row 3: `-1`");
    }

    @Test
    void aClassInOneSplitOnly() throws IOException {
        file("t.csv", "a,k,part\n1,u,train\n2,v,train\n3,w,test\n4,u,test\n");
        assertThat(problems(table("t.csv", "k").splitColumn("part"), new Split(1, 0, 0), TargetKind.CLASSES))
                .containsExactly("data.target: class `w` has 1 item in the test split and none to learn from");
        file("t.csv", "a,k,part\n1,u,train\n2,v,later\n");
        assertThat(problems(table("t.csv", "k").splitColumn("part"), new Split(1, 0, 0), TargetKind.CLASSES))
                .containsExactly(
                        "data.split_column: column `part` has 1 cell that names no split, the first in row 3: `later`");
    }

    @Test
    void aGroupThatFillsASplit() throws IOException {
        file("t.csv", "a,g,y\n1,p,2\n2,p,3\n3,p,4\n4,q,5\n");
        assertThat(problems(table("t.csv", "y"), new Split(0.5, 0.25, 0.25).group("g"), TargetKind.NUMBERS))
                .containsExactly(
                        "data.split.group: split `test` gets no item: `g` is `p` in 3 of the 4 rows, which stay "
                                + "together");
        assertThat(problems(table("t.csv", "y"), new Split(0.5, 0, 0.5).time("g"), TargetKind.NUMBERS))
                .containsExactly(
                        "data.split.time: column `g` has 4 cells that cannot be read as a date or time, the first "
                                + "in row 2: `p`");
    }

    @Test
    void moreFoldsThanItems() throws IOException {
        file("t.csv", "a,y\n1,2\n2,3\n3,4\n");
        Training training = dnn.api.Experiment.named("folds")
                .loss(Dsl.meanSquaredError())
                .data(table("t.csv", "y"))
                .architecture(Dsl.dense(1))
                .build()
                .training();
        assertThatThrownBy(() -> new DataLoader(folder)
                        .folds(
                                new Data(table("t.csv", "y"), new Split(1, 0, 0), Preprocessing.defaults()),
                                training,
                                1,
                                4))
                .isInstanceOf(DataException.class)
                .hasMessage("4 folds cannot be made of 3 items");
    }

    private void images(String name, int... dimensions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0800 | dimensions.length);
        int count = 1;
        for (int dimension : dimensions) {
            out.writeInt(dimension);
            count *= dimension;
        }
        for (int i = 0; i < count; i++) {
            out.writeByte(i);
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void imagesAndLabelsThatDoNotFit() throws IOException {
        images("x.idx", 3, 2, 2);
        images("y.idx", 2);
        images("y3.idx", 3);
        TableFiles labels = files().labels("y.idx");
        assertThat(problems(table("x.idx", "")))
                .containsExactly(
                        "data.source: x.idx: it holds images; name the file of their labels: `files: {labels: …}`");
        assertThat(problems(table("x.idx", "").files(labels)))
                .containsExactly("data.files.labels: x.idx holds 3 images, y.idx holds 2 labels");
        images("wide.idx", 3, 3, 2);
        assertThat(problems(table("x.idx", "")
                        .files(files().labels("y3.idx").test("wide.idx").testLabels("y3.idx"))))
                .containsExactly("data.files.test: wide.idx: its images have 6 pixels, those of the source 4");
        DataProblem cut = new DataLoader(folder)
                .profile(
                        new Data(table("cut.idx", "").files(labels), new Split(1, 0, 0), Preprocessing.defaults()),
                        TargetKind.CLASSES,
                        1)
                .problems()
                .get(0);
        assertThat(cut).isInstanceOf(DataProblem.FileMissing.class);
        byte[] whole = Files.readAllBytes(folder.resolve("x.idx"));
        Files.write(folder.resolve("cut.idx"), java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThat(problems(table("cut.idx", "").files(labels)))
                .containsExactly("data.source: cut.idx: it ends before the last number that its dimensions tell");
    }

    @Test
    void labelsGoWithImages() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n3,4\n");
        images("y.idx", 2);
        assertThat(problems(table("t.csv", "b").files(files().labels("y.idx"))))
                .containsExactly("data.files.labels: y.idx: labels go with images, and t.csv holds a table,"
                        + " whose target is a column");
    }

    @Test
    void dimensionsThatTellOfMoreThanThereIsReserveNoMemory() throws IOException {
        images("y.idx", 3);
        TableFiles labels = files().labels("y.idx");
        header("many.idx", 1_000_000_000, 1, 2);
        header("large.idx", 1, 40_000, 50_000);
        for (String file : List.of("many.idx", "large.idx")) {
            assertThat(problems(table(file, "").files(labels)))
                    .containsExactly(
                            "data.source: " + file + ": it ends before the last number that its dimensions tell");
        }
        header("none.idx", 0, 28, 28);
        assertThat(problems(table("none.idx", "").files(labels)))
                .containsExactly("data.source: none.idx: there is no image in it");
        header("tooMany.idx", 50_000, 50_000);
        assertThat(problems(table("tooMany.idx", "").files(labels)))
                .containsExactly("data.source: tooMany.idx: its dimensions are [50000, 50000]");
    }

    /** A file of unsigned bytes that ends two numbers behind its dimensions. */
    private void header(String name, int... dimensions) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + 2);
        bytes.putInt(0x0800 + dimensions.length);
        IntStream.of(dimensions).forEach(bytes::putInt);
        Files.write(folder.resolve(name), bytes.array());
    }

    @Test
    void imagesBecomeColumns() throws IOException {
        images("x.idx", 3, 2, 2);
        images("y.idx", 3);
        TableFiles labels = files().labels("y.idx");
        Data images = new Data(
                table("x.idx", "").files(labels),
                new Split(1, 0, 0),
                Preprocessing.defaults()
                        .numeric(dnn.api.data.NumericPreprocessing.defaults().scale(dnn.api.data.Scale.NONE)));
        PreparedData data = new DataLoader(folder).load(images, Dsl.categoricalCrossEntropy(), 1);
        assertThat(new DataLoader(folder).profile(images, TargetKind.CLASSES, 1).features())
                .containsExactly("pixel1", "pixel2", "pixel3", "pixel4");
        assertThat(data.train().features().values()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(data.train().targets().values()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
    }
}
