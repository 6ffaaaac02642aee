package dnn.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A process that trains a round whenever it is told to, and says how long a step took. */
final class Contestant {
    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final List<Double> milliseconds = new ArrayList<>();
    private double loss = Double.NaN;
    private boolean works;

    private Contestant(String name, ProcessBuilder builder) throws IOException {
        this.name = name;
        process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        works = "ready".equals(answers.readLine());
    }

    /** This build of dnn, in a JVM of its own with the flags of the start script. */
    static Contestant dnn(String name, int work, String backend, String precision, int threads) throws IOException {
        return new Contestant(
                name,
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StepServer.class.getName(),
                        String.valueOf(work),
                        backend,
                        precision,
                        String.valueOf(threads)));
    }

    /** A peer on Debian's Python; OpenBLAS uses AVX-512 where the processor has it. */
    static Contestant python(String peer, Path script, Work work, Path files, int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "/usr/bin/python3",
                script.toString(),
                peer,
                files.toString(),
                work.sizes().stream().map(String::valueOf).collect(Collectors.joining("-")),
                String.valueOf(work.batch()),
                work.optimizer(),
                String.valueOf(Work.LEARNING_RATE),
                String.valueOf(threads));
        for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(variable, String.valueOf(threads));
        }
        File processor = new File("/proc/cpuinfo");
        if (processor.exists() && Files.readString(processor.toPath()).contains("avx512f")) {
            builder.environment().put("OPENBLAS_CORETYPE", "SkylakeX");
        }
        return new Contestant(peer, builder);
    }

    /** Trains rounds that do not count for so long, one at least. */
    void warmUp(double seconds) throws IOException {
        long start = System.nanoTime();
        do {
            round(false);
        } while (works && (System.nanoTime() - start) / 1e9 < seconds);
    }

    /** Trains a round; it counts or warms up. */
    void round(boolean counts) throws IOException {
        if (!works) {
            return;
        }
        orders.println("go");
        @Nullable String answer = answers.readLine();
        if (answer == null) {
            works = false;
            return;
        }
        double[] numbers = Arrays.stream(answer.trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (counts) {
            milliseconds.add(numbers[0]);
        }
        loss = numbers[1];
    }

    void stop() {
        orders.println("stop");
        process.destroy();
    }

    String name() {
        return name;
    }

    boolean works() {
        return works && !milliseconds.isEmpty();
    }

    /** Mean loss of the last round's steps. */
    double loss() {
        return loss;
    }

    double median() {
        double[] sorted =
                milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
