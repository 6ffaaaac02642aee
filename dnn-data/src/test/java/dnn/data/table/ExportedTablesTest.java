package dnn.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.data.TableFormat;
import dnn.api.profile.DataProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets, banks and statistics programs write around a table. */
class ExportedTablesTest {
    @TempDir
    private Path folder;

    private TableReading read(String text) throws IOException {
        return new TableReader("data.source", Keeping.everything(Set.of()), TableFormat.defaults())
                .read(Files.writeString(folder.resolve("t.csv"), text));
    }

    private String reason(String text) throws IOException {
        return ((DataProblem.Unreadable) read(text).problem().orElseThrow()).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "sep=;\r\n", "sep=;\r", "\"sep=;\"\n", "\ufeffsep=;\r\n"})
    void theLineThatTellsASpreadsheetTheSeparatorIsNoHeader(String first) throws IOException {
        DataTable table = read(first + "a,b;c\n1,5;2\n3,5;\n").table().orElseThrow();
        assertThat(table.names()).containsExactly("a,b", "c");
        assertThat(table.column("a,b").orElseThrow().number(1)).isEqualTo(3.5);
        assertThat(RowPlace.line(table.column("c").orElseThrow().missing().firstRow()))
                .isEqualTo(4);
    }

    @Test
    void aColumnMayBeCalledSep() throws IOException {
        assertThat(read("sep=,b\n1,2\n").table().orElseThrow().names()).containsExactly("sep=", "b");
        assertThat(read("sep\n1\n").table().orElseThrow().names()).containsExactly("sep");
    }

    @Test
    void rowsThatDoNotFitTheHeaderSayWhatItMayBe() throws IOException {
        assertThat(reason("a,b\n1,2,\n"))
                .isEqualTo("the row has 3 fields, the header has 2; it ends with a separator, and the header does "
                        + "not: let all rows end alike");
        assertThat(reason("a,b\n1,'x, y'\n")).endsWith("; `format: {quote: \"'\"}` reads cells in single quotes");
        assertThat(reason("a,b,c\n1,'x, y',2\n")).endsWith("; `format: {quote: \"'\"}` reads cells in single quotes");
        assertThat(reason("Sales of 2024\na,b\n1,2\n"))
                .endsWith("; if lines of a title stand above the header, delete them");
        assertThat(reason("Account;DE00;\nday;amount;balance\n1;2;3;4\n")).endsWith("header, delete them");
        assertThat(reason("a,b\n1,2,3\n")).isEqualTo("the row has 3 fields, the header has 2");
        assertThat(reason("Sales,,,Cost\n1,2,3,4\n"))
                .isEqualTo("the header has two columns without a name; name them, or remove them");
    }
}
