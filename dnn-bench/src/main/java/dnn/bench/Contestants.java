package dnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts those who take part, each with the same work. */
final class Contestants {
    /** dnn on its fastest backend, in float32. */
    static final String SIMD = "dnn simd";

    /** dnn on its reference, in float64. */
    static final String REFERENCE = "dnn commons-math";

    /** The peers that Python runs. */
    static final List<String> PYTHON = List.of("numpy", "torch", "sklearn");

    /** The Deep Java Library; takes part in a build with its profile. */
    static final String DJL = "djl";

    private final Work work;
    private final int threads;
    private final Path scripts;
    private final Path inputs;

    /**
     * Contestants for this work on so many threads, with folders of the peers' scripts and of what {@link Comparison}
     * writes for them.
     */
    Contestants(Work work, int threads, Path scripts, Path inputs) {
        this.work = work;
        this.threads = threads;
        this.scripts = scripts;
        this.inputs = inputs;
    }

    /** Starts the one of this name. */
    Contestant named(String name) throws IOException, InterruptedException {
        ProcessBuilder builder = switch (name) {
            case SIMD -> dnn("simd", "float32");
            case REFERENCE -> dnn("commons-math", "float64");
            case DJL -> djl();
            default -> python(name);
        };
        return new Contestant(name, work.batches(), builder);
    }

    /** This build of dnn, in a JVM of its own with the flags of the start script. */
    private ProcessBuilder dnn(String backend, String precision) {
        return java(
                List.of("--add-modules", "jdk.incubator.vector", "-XX:-UseFPUForSpilling", "-XX:+UseParallelGC"),
                StepServer.class.getName(),
                List.of(),
                List.of(backend, precision, String.valueOf(threads)));
    }

    /** The Deep Java Library in a JVM of its own, which looks for nothing on the network. */
    private ProcessBuilder djl() {
        ProcessBuilder builder = java(
                List.of(
                        "-Dai.djl.offline=true",
                        "-DOPT_OUT_TRACKING=true",
                        "-Dai.djl.pytorch.num_threads=" + threads,
                        "-Dai.djl.pytorch.num_interop_threads=1"),
                // Compiled in its profile only.
                Contestants.class.getPackageName() + ".DjlStepServer",
                List.of(inputs.toString()),
                List.of());
        limitThreads(builder);
        return builder;
    }

    private ProcessBuilder java(List<String> options, String main, List<String> before, List<String> after) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(before);
        command.addAll(work.arguments());
        command.addAll(after);
        return new ProcessBuilder(command);
    }

    /** A peer on Debian's Python; OpenBLAS uses AVX-512 where the processor has it. */
    private ProcessBuilder python(String peer) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/python3", scripts.resolve("step.py").toString(), peer, inputs.toString()));
        command.addAll(work.arguments());
        command.addAll(List.of(String.valueOf(Work.LEARNING_RATE), String.valueOf(threads)));
        ProcessBuilder builder = new ProcessBuilder(command);
        limitThreads(builder);
        if (Machine.hasAvx512()) {
            builder.environment().put("OPENBLAS_CORETYPE", "SkylakeX");
        }
        return builder;
    }

    private void limitThreads(ProcessBuilder builder) {
        // OpenMP's threads wait at barriers by spinning, beside those of OpenBLAS: with two threads PyTorch would take
        // several times as long.
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(variable, String.valueOf(threads));
        }
    }
}
