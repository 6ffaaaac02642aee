package dnn.simd;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.EngineSettings;
import dnn.engine.backend.Availability;
import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendChoice;
import dnn.engine.backend.Backends;
import dnn.engine.backend.Precision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimdProviderTest {
    /** What {@code auto} takes; run in another JVM. */
    static final class Main {
        private Main() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            BackendChoice choice = Backends.discovered().choose(EngineSettings.defaults());
            choice.backend().close();
            System.out.println(choice.explanation());
        }
    }

    @Test
    void widthsThatThereAreNotMakeItUnusable() {
        String before = System.getProperty(Lanes.PROPERTY);
        try {
            for (String width : List.of("64", "1024", "wide", "")) {
                System.setProperty(Lanes.PROPERTY, width);
                assertThat(new SimdProvider().availability())
                        .isInstanceOfSatisfying(
                                Availability.Unusable.class,
                                unusable -> assertThat(unusable.reason())
                                        .contains("`-Ddnn.simd.bits=" + width + "`", "128, 256 or 512"));
            }
        } finally {
            if (before == null) {
                System.clearProperty(Lanes.PROPERTY);
            } else {
                System.setProperty(Lanes.PROPERTY, before);
            }
        }
    }

    @Test
    void autoTakesItInFloat32() {
        BackendChoice choice = Backends.discovered().choose(EngineSettings.defaults());
        try (Backend backend = choice.backend()) {
            assertThat(backend.id()).isEqualTo("simd");
            assertThat(backend.precision()).isEqualTo(Precision.FLOAT32);
            assertThat(choice.explanation()).contains("simd", "commons-math is slower");
        }
        assertThat(new SimdProvider().availability()).isInstanceOf(Availability.Usable.class);
    }

    @Test
    void withoutTheModuleAutoTakesTheReferenceAndSaysWhy() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output)
                .contains("commons-math")
                .contains("started without the module jdk.incubator.vector")
                .contains("--add-modules jdk.incubator.vector");
    }
}
