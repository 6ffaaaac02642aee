package dnn.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 1025, 32_767, 32_768, 70_000})
    void codesStayWhatTheyAreHoweverWideTheyGrow(int greatest) {
        Codes codes = new Codes();
        codes.add(CodedColumn.MISSING);
        for (int code = 0; code <= greatest; code++) {
            codes.add(code);
        }
        codes.add(CodedColumn.MISSING);
        Codes trimmed = codes.trimmed();
        assertThat(trimmed.size()).isEqualTo(greatest + 3);
        assertThat(trimmed.get(0)).isEqualTo(CodedColumn.MISSING);
        assertThat(trimmed.get(greatest + 2)).isEqualTo(CodedColumn.MISSING);
        for (int code = 0; code <= greatest; code++) {
            assertThat(trimmed.get(code + 1)).isEqualTo(code);
        }
    }
}
