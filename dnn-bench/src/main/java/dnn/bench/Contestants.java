package dnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts those who take part, each with the same work. */
final class Contestants {
    private final Work work;
    private final int threads;

    /** Contestants for this work on so many threads. */
    Contestants(Work work, int threads) {
        this.work = work;
        this.threads = threads;
    }

    /** This build of dnn, in a JVM of its own with the flags of the start script. */
    Contestant dnn(String backend, String precision) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-XX:+UseParallelGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StepServer.class.getName()));
        command.addAll(work.arguments());
        command.addAll(List.of(backend, precision, String.valueOf(threads)));
        return new Contestant("dnn " + backend, work.batches(), new ProcessBuilder(command));
    }

    /** A peer on Debian's Python; OpenBLAS uses AVX-512 where the processor has it. */
    Contestant python(String peer, Path script, Path inputs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString(), peer, inputs.toString()));
        command.addAll(work.arguments());
        command.addAll(List.of(String.valueOf(Work.LEARNING_RATE), String.valueOf(threads)));
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(variable, String.valueOf(threads));
        }
        if (Machine.hasAvx512()) {
            builder.environment().put("OPENBLAS_CORETYPE", "SkylakeX");
        }
        return new Contestant(peer, work.batches(), builder);
    }
}
