package dnn.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {
    @TempDir
    Path folder;

    private TableReading read(String name, String... textColumns) {
        return new TableReader("data.source", Set.of(textColumns)).read(folder, name);
    }

    private DataTable table(String name, String text, String... textColumns) throws IOException {
        Files.writeString(folder.resolve(name), text);
        TableReading reading = read(name, textColumns);
        assertThat(reading.problem()).isEmpty();
        return reading.table().orElseThrow();
    }

    private DataProblem problem(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return read(name).problem().orElseThrow();
    }

    private DataProblem.Unreadable unreadable(String name, long row, String reason) {
        return new DataProblem.Unreadable("data.source", folder.resolve(name).toString(), row, reason);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    private static List<Double> numbers(Column column) {
        return IntStream.range(0, column.items()).mapToObj(column::number).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a.csv|a,b~1,x;y~2,z~",
                "a.tsv|a\tb~1\tx;y~2\tz~",
                "a.tab|a\tb~1\tx;y~2\tz",
                "a.txt|a\tb~1\tx;y~2\tz",
                "a.csv|a;b~1;\"x;y\"~2;z",
                "a.csv|\"a\";\"b\"~1;\"x;y\"~2;z",
                "a.csv|a,b~~1,x;y~~2,z~~",
                "a.csv| a , b ~ 1 , x;y ~2,z",
            })
    void dialectsReadAlike(String name, String text) throws IOException {
        for (String lineBreak : List.of("\n", "\r\n", "\r")) {
            DataTable table = table(name, text.replace("~", lineBreak));
            assertThat(table.names()).containsExactly("a", "b");
            assertThat(table.items()).isEqualTo(2);
            assertThat(numbers(table.columns().get(0))).containsExactly(1.0, 2.0);
            assertThat(table.columns().get(1).type()).isEqualTo(ColumnType.CATEGORICAL);
            assertThat(((CodedColumn) table.columns().get(1)).texts()).containsExactly("x;y", "z");
        }
    }

    @Test
    void aTabSeparatedFileMayHaveCommasInItsHeader() throws IOException {
        assertThat(table("a.tsv", "a,b\tc\n1\t2\n").names()).containsExactly("a,b", "c");
    }

    @Test
    void gzipIsUnpackedWhateverItsName() throws IOException {
        for (String name : List.of("a.csv.gz", "a.csv")) {
            Files.write(folder.resolve(name), gzip("a,b\n1,2\n"));
            DataTable table = read(name).table().orElseThrow();
            assertThat(table.source()).isEqualTo(folder.resolve(name).toString());
            assertThat(numbers(table.columns().get(1))).containsExactly(2.0);
        }
        Files.write(folder.resolve("a.tsv.gz"), gzip("a,b\tc\n1\t2\n"));
        assertThat(read("a.tsv.gz").table().orElseThrow().names()).containsExactly("a,b", "c");
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(table("a.csv", "\uFEFFa,b\n1,2\n").names()).containsExactly("a", "b");
    }

    @Test
    void quotesHoldSeparatorsLineBreaksAndQuotes() throws IOException {
        DataTable table = table("a.csv", "a,b\n\"1\",\"x,\n\"\"y\"\"\"\n2,?\n");
        assertThat(numbers(table.columns().get(0))).containsExactly(1.0, 2.0);
        CodedColumn text = (CodedColumn) table.columns().get(1);
        assertThat(text.texts()).containsExactly("x,\n\"y\"");
        assertThat(text.missing()).isEqualTo(new CellCount(1, 4, "?"));
    }

    @Test
    void missingAndInfiniteCellsAreCountedWithTheFirst() throws IOException {
        DataTable table = table("a.csv", "a,b\n1,x\n,NA\n inf ,\n?,y\n1e999,x\n");
        Column numbers = table.columns().get(0);
        assertThat(numbers.type()).isEqualTo(ColumnType.NUMERIC);
        assertThat(numbers.missing()).isEqualTo(new CellCount(2, 3, ""));
        assertThat(numbers.infinite()).isEqualTo(new CellCount(2, 4, "inf"));
        assertThat(numbers.isMissing(1)).isTrue();
        CodedColumn text = (CodedColumn) table.columns().get(1);
        assertThat(text.missing()).isEqualTo(new CellCount(2, 3, "NA"));
        assertThat(text.texts()).containsExactly("x", "y");
        assertThat(text.count(0)).isEqualTo(2);
        assertThat(text.code(3)).isEqualTo(1);
        assertThat(text.code(1)).isEqualTo(CodedColumn.MISSING);
    }

    @Test
    void textsAfterNumbersMakeTheWholeColumnTextIfThereAreMany() throws IOException {
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (int i = 0; i < 3000; i++) {
            text.append(i).append(i % 5 == 4 ? ",n/k," : ",1.50,").append(i % 7).append('\n');
        }
        text.append("0,1.50,x\n");
        DataTable table = table("a.csv", text.toString());
        assertThat(table.names()).containsExactly("a", "b", "c");
        assertThat(table.columns().get(0)).isInstanceOf(NumericColumn.class);
        CodedColumn second = (CodedColumn) table.columns().get(1);
        assertThat(second.texts()).containsExactly("1.50", "n/k");
        assertThat(second.count(0)).isEqualTo(2401);
        assertThat(second.notNumeric()).isEqualTo(new CellCount(600, 6, "n/k"));
        Column third = table.columns().get(2);
        assertThat(third.type()).isEqualTo(ColumnType.NUMERIC);
        assertThat(third.notNumeric()).isEqualTo(new CellCount(1, 3002, "x"));
        assertThat(third.number(2999)).isEqualTo(3);
        assertThat(table.columns().get(0).number(2999)).isEqualTo(2999);
    }

    @Test
    void aColumnWithoutAnyValueIsNumeric() throws IOException {
        Column column = table("a.csv", "a,b\n1,\n2,NA\n").columns().get(1);
        assertThat(column.type()).isEqualTo(ColumnType.NUMERIC);
        assertThat(column.missing()).isEqualTo(new CellCount(2, 2, ""));
    }

    @Test
    void aColumnMayBeKeptAsText() throws IOException {
        Column column = table("a.csv", "a,b\n1.0,2\n1,2\n", "a").columns().get(0);
        assertThat(column.type()).isEqualTo(ColumnType.NUMERIC);
        assertThat(column.coded().texts()).containsExactly("1.0", "1");
        assertThat(numbers(column)).containsExactly(1.0, 1.0);
    }

    @Test
    void manyDifferentTextsKeepTheirCodes() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 5000; i++) {
            text.append("t").append(i % 2500).append(",1\n");
        }
        CodedColumn column =
                (CodedColumn) table("a.csv", text.toString()).columns().get(0);
        assertThat(column.texts()).hasSize(2500);
        for (int i = 0; i < 5000; i++) {
            assertThat(column.texts().get(column.code(i))).isEqualTo("t" + i % 2500);
            assertThat(column.count(column.code(i))).isEqualTo(2);
        }
    }

    @Test
    void raggedRowsAreReportedWithTheirLine() throws IOException {
        assertThat(problem("a.csv", utf8("a,b\n1,2\n\n1,2,3\n")))
                .isEqualTo(unreadable("a.csv", 4, "the row has 3 fields, the header has 2"));
        assertThat(problem("a.csv", utf8("a,b\n1\n")))
                .isEqualTo(unreadable("a.csv", 2, "the row has 1 field, the header has 2"));
    }

    @Test
    void filesWithoutRowsAreNoTables() throws IOException {
        assertThat(problem("a.csv", new byte[0])).isEqualTo(unreadable("a.csv", 0, "the file is empty"));
        assertThat(problem("a.csv", utf8("\n\n"))).isEqualTo(unreadable("a.csv", 0, "the file is empty"));
        assertThat(problem("a.csv", utf8("a,b\n")))
                .isEqualTo(unreadable("a.csv", 0, "there is a header but no row below it"));
    }

    @Test
    void headersAreDifferent() throws IOException {
        assertThat(problem("a.csv", utf8("a,b, a\n1,2,3\n")))
                .isEqualTo(unreadable("a.csv", 1, "the header has two columns called `a`; rename one of them"));
    }

    @Test
    void quotesPairUp() throws IOException {
        assertThat(problem("a.csv", utf8("a,b\n1,2\n3,\"x\n4,5\n")))
                .isEqualTo(unreadable("a.csv", 3, "a quote opened in this row is never closed"));
        assertThat(problem("a.csv", utf8("a,b\n\"x\"y,2\n")))
                .isEqualTo(unreadable("a.csv", 2, "text follows a closing quote"));
    }

    @Test
    void bytesThatAreNotUtf8AreReportedWithTheirLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(utf8("a,b\n1,é\n"));
        bytes.write(utf8("2,y\n".repeat(5000)));
        bytes.write(new byte[] {'3', ',', (byte) 0xe9, '\n'});
        assertThat(problem("a.csv", bytes.toByteArray())).isEqualTo(unreadable("a.csv", 5003, CsvFailure.NOT_UTF_8));
    }

    @Test
    void brokenGzipIsReported() throws IOException {
        byte[] whole = gzip("a,b\n" + "1,2\n".repeat(1000));
        assertThat(problem("a.csv.gz", Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOfSatisfying(
                        DataProblem.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .isEqualTo("the gzip data ends too early: the file was cut off"));
        assertThat(problem("a.csv.gz", utf8("a,b\n1,2\n")))
                .isEqualTo(unreadable("a.csv.gz", 0, "the gzip data is damaged"));
    }

    @Test
    void aDirectoryIsNoTable() throws IOException {
        Files.createDirectory(folder.resolve("a.csv"));
        assertThat(read("a.csv").problem()).contains(unreadable("a.csv", 0, "it is a directory"));
    }

    @Test
    void similarNamesHelpToFindAMissingFile() throws IOException {
        for (String name : List.of("iris.csv", "iris.tsv", "Irises.csv", "wine.csv", "readme.md")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createDirectory(folder.resolve("iriss.csv"));
        assertThat(read("irs.csv").problem())
                .contains(new DataProblem.FileMissing(
                        "data.source", folder.resolve("irs.csv").toString(), List.of("iris.csv", "iris.tsv")));
        assertThat(read("none/iris.csv").problem())
                .contains(new DataProblem.FileMissing(
                        "data.source", folder.resolve("none/iris.csv").toString(), List.of()));
        assertThat(read("a\0b.csv").problem())
                .contains(new DataProblem.FileMissing("data.source", "a\0b.csv", List.of()));
    }
}
