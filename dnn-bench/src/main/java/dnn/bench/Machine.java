package dnn.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that a figure was measured on. Details come from Linux's {@code /proc}; elsewhere there are fewer. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processor, its count, and the JDK. */
    static String description() throws IOException {
        int count = Runtime.getRuntime().availableProcessors();
        return processor() + (hasAvx512() ? " with AVX-512, " : ", ") + count + " virtual "
                + (count == 1 ? "core" : "cores") + ", " + System.getProperty("os.name") + ", JDK " + Runtime.version();
    }

    /** The number of processes that wanted to run at a time over the last minute; those measured are among them. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
    }

    /** Tells whether the processor computes with 512 bits at a time. */
    static boolean hasAvx512() throws IOException {
        return Files.exists(PROCESSORS) && Files.readString(PROCESSORS).contains("avx512f");
    }

    /** The most physical memory that a process ever had; NaN where the system does not say. */
    static double peakMebibytes(long process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        }
        return Double.NaN;
    }

    private static String processor() throws IOException {
        if (Files.exists(PROCESSORS)) {
            for (String line : Files.readAllLines(PROCESSORS)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).trim();
                }
            }
        }
        return System.getProperty("os.arch");
    }
}
