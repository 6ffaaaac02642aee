package dnn.run.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.data.Scale;
import dnn.api.data.TableFormat;
import dnn.api.dataset.Scaling;
import dnn.api.profile.CellFormat;
import dnn.api.profile.ColumnType;
import dnn.data.column.CellReading;
import dnn.data.column.ColumnFormat;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreprocessingFileTest {
    private static final ColumnFormat EUROS = new ColumnFormat(CellFormat.DECIMAL_COMMA, "€");

    @TempDir
    Path folder;

    private static Preprocessor preprocessor(Optional<ColumnFormat> format) {
        return new Preprocessor(
                List.of(new FittedColumn.Numeric(
                        "price",
                        new CellReading(ColumnType.NUMERIC, List.of(), format),
                        new Scaling(Scale.STANDARDIZE, 3, 2),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.of(4.5))),
                new FittedTarget.Numbers(List.of(new FittedTarget.NumberColumn("y", format, Scaling.NONE))),
                TableFormat.defaults());
    }

    private Preprocessor read(String text) throws IOException {
        Path file = folder.resolve("preprocessing.json");
        Files.writeString(file, text);
        return PreprocessingFile.read(file);
    }

    @Test
    void formatsOfColumnsAreKept() throws IOException {
        assertThat(read(PreprocessingFile.write(preprocessor(Optional.of(EUROS)))))
                .isEqualTo(preprocessor(Optional.of(EUROS)));
    }

    @Test
    void aFileFromBeforeThereWereFormatsIsReadAsOne() throws IOException {
        String written = PreprocessingFile.write(preprocessor(Optional.empty()));
        String older = written.replaceAll("\\s*\"format\" : null,", "");
        assertThat(older).isNotEqualTo(written).doesNotContain("\"format\" : null");
        assertThat(read(older)).isEqualTo(preprocessor(Optional.empty()));
    }
}
