package dnn.run.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The surroundings that the bits of a training may depend on besides its experiment and its data. */
public final class Machine {
    /** The file in which Linux says it. */
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private static final String MODEL = "model name";
    private static final int MOST_LINES = 64;

    private Machine() {}

    /** The version of dnn, or that it runs from class folders. */
    public static String dnn() {
        return Optional.ofNullable(Machine.class.getPackage().getImplementationVersion())
                .orElse("from class folders");
    }

    /** The version of Java. */
    public static String java() {
        return Runtime.version().toString();
    }

    /** The instruction set, and the processor's name where the system tells it: {@code amd64, Intel Xeon …}. */
    public static String processor() {
        return System.getProperty("os.arch", "unknown")
                + model().map(name -> ", " + name).orElse("");
    }

    private static Optional<String> model() {
        if (!Files.isReadable(PROCESSORS)) {
            return Optional.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(PROCESSORS, StandardCharsets.ISO_8859_1)) {
            for (int i = 0; i < MOST_LINES; i++) {
                String line = lines.readLine();
                if (line == null) {
                    break;
                }
                if (line.startsWith(MODEL)) {
                    return Optional.of(line.substring(line.indexOf(':') + 1).strip());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
