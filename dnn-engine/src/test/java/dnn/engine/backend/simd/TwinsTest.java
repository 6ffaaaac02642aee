package dnn.engine.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each class for float64 is the text of its twin for float32 with the type exchanged, so that nobody mends only one of them. */
class TwinsTest {
    private static final Path SOURCES = Path.of("src/main/java/dnn/engine/backend/simd");
    private static final String ALONE = "FloatFunctions.java";

    @Test
    void twinsDifferInTheTypeAlone() throws IOException {
        List<Path> twins;
        try (Stream<Path> files = Files.list(SOURCES)) {
            twins = files.filter(file -> file.getFileName().toString().startsWith("Float"))
                    .filter(file -> !file.getFileName().toString().equals(ALONE))
                    .sorted()
                    .toList();
        }
        assertThat(twins).hasSizeGreaterThan(10);
        for (Path twin : twins) {
            Path other = SOURCES.resolve(twin.getFileName().toString().replace("Float", "Double"));
            assertThat(letters(Files.readString(other)))
                    .as("%s is %s with the type exchanged", other.getFileName(), twin.getFileName())
                    .isEqualTo(letters(exchanged(Files.readString(twin))));
        }
    }

    private static String exchanged(String text) {
        return text.replace("float32", "float64")
                .replace("FLOAT32", "FLOAT64")
                .replace("Float", "Double")
                .replace("float", "double")
                .replace("Lanes.FLOAT", "Lanes.DOUBLE");
    }

    /** Without white space and the stars of comments, where lines may break elsewhere. */
    private static String letters(String text) {
        return text.replaceAll("[\\s*]+", "");
    }
}
