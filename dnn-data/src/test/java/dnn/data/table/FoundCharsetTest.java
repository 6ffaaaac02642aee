package dnn.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.data.TableFormat;
import dnn.api.profile.DataProblem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Character sets that nobody declared: found where their bytes leave no doubt, else an error that names the row. */
class FoundCharsetTest {
    @TempDir
    private Path folder;

    private TableReading read(byte[] bytes) throws IOException {
        return new TableReader("data.source", Keeping.everything(Set.of()), TableFormat.defaults())
                .read(Files.write(folder.resolve("t.csv"), bytes));
    }

    private static String rows(String... names) {
        StringBuilder text = new StringBuilder("n,name\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(',').append(names[i % names.length]).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1"})
    void westernTextIsFoundWhereverItBegins(String charset) throws IOException {
        for (int before : new int[] {0, 65_520, 65_530, 65_536, 200_000}) {
            String text = "n,name\n" + "1,plain\n".repeat(before / 8) + "x".repeat(0)
                    + rows("M\u00fcller", "cr\u00e9\u00e9e", "20 m\u00b2").substring(7);
            TableReading reading = read(text.getBytes(Charset.forName(charset)));
            DataTable table = reading.table().orElseThrow();
            assertThat(table.encodings().values()).containsExactly("windows-1252");
            assertThat(table.column("name").orElseThrow().coded().texts())
                    .contains("M\u00fcller", "cr\u00e9\u00e9e", "20 m\u00b2");
        }
    }

    @Test
    void utf8IsUtf8EvenIfItsCharactersLieOnTheEdgeOfABuffer() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            String text =
                    "n,name\n" + "1," + "p".repeat(shift) + "\n" + rows("M\u00fcller", "\u20ac 5", "\ud83d\ude00");
            byte[] bytes = text.replaceFirst("\nn,name", "").getBytes(StandardCharsets.UTF_8);
            DataTable table = read(bytes).table().orElseThrow();
            assertThat(table.encodings()).isEqualTo(Map.of());
            assertThat(table.column("name").orElseThrow().coded().texts())
                    .contains("M\u00fcller", "\u20ac 5", "\ud83d\ude00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsToldByItsMarkOrByItsZeros(String charset) throws IOException {
        DataTable table = read(rows("M\u00fcller", "\u0416").getBytes(Charset.forName(charset)))
                .table()
                .orElseThrow();
        assertThat(table.items()).isEqualTo(20_000);
        assertThat(table.column("name").orElseThrow().coded().texts()).containsExactly("M\u00fcller", "\u0416");
    }

    @Test
    void whatCouldBeAnotherCharacterSetIsNotGuessed() throws IOException {
        byte[] cyrillic = rows("\u041f\u0440\u0438\u0432\u0435\u0442").getBytes(Charset.forName("windows-1251"));
        byte[] polish = rows("Pawe\u0142 \u015bwi\u0119ty").getBytes(Charset.forName("ISO-8859-2"));
        byte[] mixed = (rows("M\u00fcller")
                        + new String(rows("K\u00f6ln").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] image = {'a', ',', 'b', '\n', (byte) 0x89, 'P', (byte) 0x81, '\n'};
        for (byte[] bytes : new byte[][] {cyrillic, mixed, image, polish}) {
            TableReading reading = read(bytes);
            assertThat(reading.table()).isEmpty();
            assertThat(reading.problem().orElseThrow())
                    .isInstanceOfSatisfying(DataProblem.Unreadable.class, unreadable -> {
                        assertThat(unreadable.row()).isEqualTo(2);
                        assertThat(unreadable.reason()).contains("the bytes are not UTF-8", "format: {encoding: ");
                    });
        }
    }
}
