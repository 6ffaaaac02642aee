package dnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.config.CheckReport;
import dnn.data.problem.DataException;
import dnn.engine.training.Trainer;
import dnn.run.Dnn;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example in javadoc and in documents compiles, and the first program prints what the page says. */
class CompiledExamplesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* *}</pre>", Pattern.DOTALL);
    private static final Pattern DOCUMENT = Pattern.compile("^```java\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern OUTPUT = Pattern.compile("^```text\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import [^;]+;\\n", Pattern.MULTILINE);
    private static final Pattern PUBLIC_CLASS = Pattern.compile("^public class (\\w+)", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    /** A piece of code in a text. */
    private record Example(Path file, int line, String code) {}

    @Test
    void everyExampleCompiles() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path file : files("dnn-", ".java")) {
            examples.addAll(in(file, JAVADOC).stream()
                    .map(found ->
                            new Example(found.file(), found.line(), found.code().replaceAll("(?m)^ *\\* ?", "")))
                    .toList());
        }
        assertThat(examples).as("examples in javadoc").hasSizeGreaterThanOrEqualTo(3);
        int ofJavadoc = examples.size();
        for (Path file : files("docs", ".md")) {
            examples.addAll(in(file, DOCUMENT));
        }
        assertThat(examples).as("examples in documents, too").hasSizeGreaterThanOrEqualTo(ofJavadoc + 5);
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            assertThat(compiled(example.code(), "Example" + i))
                    .as(ROOT.relativize(example.file()) + ":" + example.line())
                    .isEmpty();
        }
    }

    @Test
    void anExampleThatIsWrongIsFound() throws IOException {
        assertThat(compiled("Dnn.trane(Path.of(\"x.yaml\"));", "Wrong"))
                .singleElement()
                .asString()
                .contains("trane");
    }

    @Test
    void theFirstProgramPrintsWhatThePageSays() throws Exception {
        Path page = ROOT.resolve("docs/java.md");
        String program = in(page, DOCUMENT).stream()
                .map(Example::code)
                .filter(code -> code.contains("public class FirstProgram"))
                .findFirst()
                .orElseThrow();
        assertThat(compiled(program, "FirstProgram")).isEmpty();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("FirstProgram").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        String shown = in(page, OUTPUT).get(0).code();
        assertThat(printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .isEqualTo(shown);
    }

    private static List<Path> files(String beginning, String end) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(ROOT)) {
            for (Path top : folders.filter(path -> path.getFileName().toString().startsWith(beginning))
                    .toList()) {
                Path sources = end.equals(".java") ? top.resolve("src/main/java") : top;
                if (Files.isDirectory(sources)) {
                    try (Stream<Path> all = Files.walk(sources)) {
                        all.filter(path -> path.toString().endsWith(end))
                                .sorted()
                                .forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static List<Example> in(Path file, Pattern pattern) throws IOException {
        String text = Files.readString(file);
        List<Example> examples = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int line = 1 + (int) text.substring(0, matcher.start()).lines().count();
            examples.add(new Example(file, line, matcher.group(1)));
        }
        return examples;
    }

    /**
     * What the compiler says against a program, or against statements, which are put into a method that has imports of
     * everything.
     */
    private List<String> compiled(String code, String name) throws IOException {
        Optional<String> ownName = PUBLIC_CLASS
                .matcher(code)
                .results()
                .map(match -> match.group(1))
                .findFirst();
        Path source = folder.resolve(ownName.orElse(name) + ".java");
        Files.writeString(source, ownName.isPresent() ? code : wrapped(code, name));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        String classPath = Stream.of(Experiment.class, CheckReport.class, DataException.class, Trainer.class, Dnn.class)
                .map(CompiledExamplesTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            null,
                            files,
                            said,
                            List.of("-cp", classPath, "-d", folder.toString(), "-proc:none"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
        }
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> "line " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null))
                .toList();
    }

    /** The folder or jar that a class comes from. */
    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String wrapped(String code, String name) throws IOException {
        Set<String> packages = new TreeSet<>();
        for (Path file : files("dnn-", "package-info.java")) {
            String text = file.toString().replace('\\', '/');
            packages.add(text.substring(text.indexOf("/src/main/java/") + 15, text.lastIndexOf('/'))
                    .replace('/', '.'));
        }
        String imports =
                IMPORT.matcher(code).results().map(match -> match.group()).collect(Collectors.joining())
                        + packages.stream()
                                .filter(known -> known.matches("dnn\\.(api|config|run)\\b.*|dnn\\.engine|dnn\\.data"))
                                .map(known -> "import " + known + ".*;\n")
                                .collect(Collectors.joining())
                        + "import static dnn.api.Dsl.*;\nimport static dnn.api.TableDsl.*;\n"
                        + "import java.nio.file.*;\nimport java.util.*;\nimport java.util.concurrent.atomic.*;\n"
                        // Of names that stand in several packages, those that examples mean.
                        + "import java.nio.file.Path;\nimport dnn.api.dataset.Matrix;\nimport "
                        + "dnn.config.diagnostic.Diagnostic;\n";
        return imports + "class " + name + " {\n    static void run() throws Exception {\n"
                + IMPORT.matcher(code).replaceAll("") + "\n    }\n}\n";
    }
}
