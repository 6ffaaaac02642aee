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
import dnn.data.table.NumberWriting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreprocessingFileTest {
    private static final ColumnFormat EUROS = new ColumnFormat(CellFormat.DECIMAL_COMMA, "€");

    private static Preprocessor preprocessor(Optional<ColumnFormat> format) {
        return preprocessor(format, Optional.empty());
    }

    private static Preprocessor preprocessor(Optional<ColumnFormat> format, Optional<NumberWriting> numbers) {
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
                TableFormat.defaults(),
                numbers);
    }

    private static Preprocessor read(String text) {
        return PreprocessingFile.read(text).orElseThrow();
    }

    @Test
    void formatsOfColumnsAreKept() {
        assertThat(read(PreprocessingFile.write(preprocessor(Optional.of(EUROS)))))
                .isEqualTo(preprocessor(Optional.of(EUROS)));
    }

    @Test
    void theDecimalSignIsKept() {
        Preprocessor fitted =
                preprocessor(Optional.empty(), Optional.of(new NumberWriting(Optional.of(";"), false, true)));
        assertThat(read(PreprocessingFile.write(fitted))).isEqualTo(fitted);
    }

    @Test
    void aFileFromBeforeThereWereFormatsIsReadAsOne() {
        String written = PreprocessingFile.write(preprocessor(Optional.empty()));
        String older = written.replaceAll("\\s*\"format\" : null,|,\\s*\"(format|numbers)\" : null(?=\\s*})", "");
        assertThat(older).isNotEqualTo(written).doesNotContain("\"format\" : null");
        assertThat(read(older)).isEqualTo(preprocessor(Optional.empty()));
    }
}
