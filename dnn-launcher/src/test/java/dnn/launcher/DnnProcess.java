package dnn.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, which signals can reach. */
final class DnnProcess {
    private final Process process;
    private final Path said;

    private DnnProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts it in a folder, where {@code said.txt} holds what it prints. */
    static DnnProcess start(Path folder, List<String> arguments) throws IOException {
        return start(folder, List.of(), arguments);
    }

    /** Starts it with a heap of this size. */
    static DnnProcess inHeap(Path folder, String size, List<String> arguments) throws IOException {
        return start(folder, List.of(), "-Xmx" + size, arguments);
    }

    /** Starts it through a command that takes a command, such as {@code env}. */
    static DnnProcess start(Path folder, List<String> through, List<String> arguments) throws IOException {
        return start(folder, through, "-ea", arguments);
    }

    private static DnnProcess start(Path folder, List<String> through, String option, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(through);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:+UseSerialGC",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        Path said = folder.resolve("said.txt");
        return new DnnProcess(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start(),
                said);
    }

    /** Waits until it has ended, or a file is there. */
    void awaitFile(Path file) throws InterruptedException {
        while (process.isAlive() && !Files.exists(file)) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    /** Tells whether it ends within this time. */
    boolean endsWithin(long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Ends it by a signal that it cannot see coming. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends it a signal by its name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    int exit() {
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(said);
    }
}
