// Longer than 300 lines: each case is one start of the distribution, in one of its surroundings.
package dnn.launcher;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The distribution as a user gets it, started by its script, from a folder whose name has a blank but for the archive's
 * test: Java 17 archives nothing there.
 */
@DisabledOnOs(OS.WINDOWS)
class StartScriptIT {
    private static final Path BUILT = Path.of(requireNonNull(
            System.getProperty("dnn.distribution"), "dnn.distribution: `mvn verify` says where it was built"));

    /** Says for each class where it comes from. */
    private static final Map<String, String> TELLING = Map.of("DNN_JAVA_OPTIONS", "-Xlog:class+load=info:stdout");

    private static final String FROM_ARCHIVE = "dnn.launcher.Main source: shared objects file";

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        unpack("my tools/dnn");
    }

    private void unpack(String name) throws IOException {
        home = folder.resolve(name);
        try (Stream<Path> files = Files.walk(BUILT)) {
            for (Path file : files.toList()) {
                Path inside = BUILT.relativize(file);
                if (Files.isDirectory(file) && !inside.startsWith("cache")) {
                    Files.createDirectories(home.resolve(inside));
                } else if (!inside.startsWith("cache")) {
                    Files.copy(file, home.resolve(inside), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** What a start printed. */
    private record Start(int exit, String out, String err) {}

    private Start start(Map<String, String> environment, Object... command) throws IOException, InterruptedException {
        return startIn(folder, environment, command);
    }

    private Start startIn(Path directory, Map<String, String> environment, Object... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.of(command).map(Object::toString).toList());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        builder.directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + List.of(command));
        }
        return new Start(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path script() {
        return home.resolve("bin/dnn");
    }

    /** Where nothing can be cached: starts are as slow as without. */
    private void preventArchive() throws IOException {
        Files.writeString(home.resolve("cache"), "not a folder");
    }

    private List<Path> cached() throws IOException {
        List<Path> cached = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("cache"))) {
            files.filter(file -> file.toString().endsWith(".jsa")).forEach(cached::add);
        }
        return cached;
    }

    @Test
    void theFirstStartMakesAnArchiveOfClassesForThoseAfterIt() throws Exception {
        unpack("dnn");
        assertThat(start(Map.of(), script(), "--version").exit()).isZero();
        assertThat(cached()).hasSize(1);
        Object made = Files.getAttribute(cached().get(0), "lastModifiedTime");
        assertThat(start(TELLING, script(), "check", home.resolve("configs/moons.yaml"))
                        .out())
                .contains(FROM_ARCHIVE);
        assertThat(Files.getAttribute(cached().get(0), "lastModifiedTime")).isEqualTo(made);

        // All jars carry the same date, so that it does not tell a new one.
        Path jar;
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            jar = jars.filter(file -> file.getFileName().toString().startsWith("dnn-launcher"))
                    .findFirst()
                    .orElseThrow();
        }
        Path other = Files.copy(jar, folder.resolve("other.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);
        assertThat(start(TELLING, script(), "check", home.resolve("configs/moons.yaml"))
                        .out())
                .contains(FROM_ARCHIVE);
        assertThat(cached()).hasSize(1);
        assertThat(Files.getAttribute(cached().get(0), "lastModifiedTime")).isNotEqualTo(made);
    }

    @Test
    void aDamagedArchiveOfClassesIsMadeAnew() throws Exception {
        unpack("dnn");
        assertThat(start(Map.of(), script(), "--version").exit()).isZero();
        Path archive = cached().get(0);
        byte[] bytes = Files.readAllBytes(archive);
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 2000; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(archive, bytes);
        Start start = start(TELLING, script(), "check", home.resolve("configs/moons.yaml"));
        assertThat(start.exit()).as(start.err()).isZero();
        assertThat(start.out()).contains(FROM_ARCHIVE, "moons.yaml: no mistakes found");
        assertThat(Files.readAllBytes(archive)).isNotEqualTo(bytes);
        assertThat(start(TELLING, script(), "--version").exit()).isZero();
    }

    @Test
    void whereNothingCanBeCachedItStartsAllTheSame() throws Exception {
        preventArchive();
        Start start = start(TELLING, script(), "check", home.resolve("configs/moons.yaml"));
        assertThat(start.exit()).isZero();
        assertThat(start.out()).contains("moons.yaml: no mistakes found").doesNotContain(FROM_ARCHIVE);
        assertThat(start.err()).isEmpty();
    }

    @Test
    void itIsFoundThroughLinks() throws Exception {
        preventArchive();
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("absolute"), script());
        Files.createSymbolicLink(bin.resolve("dnn"), Path.of("absolute"));
        Start start = start(Map.of(), bin.resolve("dnn"), "check", home.resolve("configs/moons.yaml"));
        assertThat(start.exit()).isZero();
        assertThat(start.out()).contains("no mistakes found");
    }

    @Test
    void theFirstPageOfAnArchiveHoldsWhatItPromises() throws Exception {
        String page = Files.readString(home.resolve("README.md"));
        List<String> commands =
                page.lines().filter(line -> line.startsWith("./dnn ")).toList();
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            Start start = startIn(home, Map.of(), "sh", "-c", command.replaceFirst("#.*", ""));
            assertThat(start.exit()).as(command + start.err()).isZero();
        }
        assertThat(home.resolve("predictions.csv")).isNotEmptyFile();
    }

    /** No page or experiment refers to something that an archive lacks. */
    @Test
    void whatItsFilesReferToIsThere() throws Exception {
        Pattern reference = Pattern.compile("\\]\\(([^)#: ]+)|(?m)^# yaml-language-server: \\$schema=(\\S+)");
        int found = 0;
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(md|yaml)"))
                    .toList()) {
                Matcher references = reference.matcher(Files.readString(file));
                while (references.find()) {
                    String target = references.group(1) == null ? references.group(2) : references.group(1);
                    assertThat(requireNonNull(file.getParent()).resolve(target))
                            .as(file.toString())
                            .exists();
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void exitCodesAreThoseOfTheCommand() throws Exception {
        preventArchive();
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(broken, "name: broken\nsed: 1\n", StandardCharsets.UTF_8);
        Start start = start(Map.of(), script(), "check", broken);
        assertThat(start.exit()).isEqualTo(2);
        assertThat(start.out() + start.err()).contains("sed");
    }

    /** Nothing in the environment but where programs are: no locale. */
    @Test
    void namesThatAreNotAsciiAreReadWithoutALocale() throws Exception {
        preventArchive();
        Path data = Files.createDirectories(folder.resolve("данные"));
        Files.copy(script().resolveSibling("../configs/moons.yaml"), data.resolve("луны.yaml"));
        for (String locale : List.of("LC_NONE=", "LC_ALL=C", "LANG=xx_XX.UTF-8")) {
            Start start = start(
                    Map.of(),
                    "env",
                    "-i",
                    "PATH=/usr/bin:/bin",
                    "JAVA_HOME=" + System.getProperty("java.home"),
                    locale,
                    "sh",
                    "-c",
                    "cd данные && exec ../my*/dnn/bin/dnn train луны.yaml training.epochs=1 'description=две "
                            + "луны' --run-dir "
                            + "прогон-" + locale.replaceAll("\\W", "-"));
            assertThat(start.exit()).as(locale + start.err()).isZero();
            assertThat(start.out()).contains("прогон");
        }
    }

    @Test
    void aTrainingHasTheFastestBackend() throws Exception {
        preventArchive();
        Start start = start(
                Map.of(), script(), "train", home.resolve("configs/moons.yaml"), "training.epochs=1", "--run-dir", "r");
        assertThat(start.exit()).isZero();
        assertThat(start.err()).contains("engine: backend simd in float32");
        assertThat(folder.resolve("r/result.json")).exists();
        // Whatever trains again computes as the first training did.
        Start verified = start(Map.of(), script(), "verify", "r");
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        Start resumed = start(Map.of(), script(), "resume", "r", "training.epochs=2");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
    }

    @Test
    void aJavaThatIsNotThereIsSaid() throws Exception {
        Start start = start(Map.of("JAVA_HOME", folder.resolve("no java").toString()), script(), "--version");
        assertThat(start.exit()).isEqualTo(2);
        assertThat(start.err()).contains("no java, which has no bin/java").contains("JDK or JRE 17");
        Start without = start(Map.of("JAVA_HOME", "", "PATH", pathWithoutJava()), script(), "--version");
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err()).contains("no java on the path and JAVA_HOME is not set");
    }

    /** A folder with the tools that the script uses, and nothing else. */
    private String pathWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "sed", "cat", "ls")) {
            Path found = Stream.of("/usr/bin", "/bin")
                    .map(place -> Path.of(place, tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(tools.resolve(tool), found);
        }
        return tools.toString();
    }

    @Test
    void aJavaThatIsTooOldIsSaid() throws Exception {
        Start start = start(
                Map.of(
                        "JAVA_HOME",
                        java("11.0.2", "java.base jdk.incubator.vector").toString()),
                script(),
                "--version");
        assertThat(start.exit()).isEqualTo(2);
        assertThat(start.err()).contains("is version 11.0.2; dnn needs 17 or later");
    }

    @Test
    void aRuntimeWithoutVectorsTrainsWithoutThem() throws Exception {
        preventArchive();
        Start start = start(
                Map.of(
                        "JAVA_HOME",
                        java(Runtime.version().toString(), "java.base").toString()),
                script(),
                "--version");
        assertThat(start.exit()).isZero();
        assertThat(start.out()).contains("backend commons-math").contains("backend simd, not usable");
    }

    /** An installation of Java that runs the one of this test and says this of itself. */
    private Path java(String version, String modules) throws IOException {
        Path java = Files.createDirectories(folder.resolve("java " + version));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
        Path command = Files.createDirectories(java.resolve("bin")).resolve("java");
        Files.writeString(command, "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' \"$@\"\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        return java;
    }
}
