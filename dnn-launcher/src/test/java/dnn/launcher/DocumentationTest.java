package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the lecture show is what the commands print. */
class DocumentationTest {
    private static final Path ROOT = CommandRun.configs().getParent();

    @TempDir
    private Path folder;

    private static String document(String name) throws IOException {
        return Files.readString(ROOT.resolve(name));
    }

    @Test
    void theReadmesBrokenExperimentGivesTheMessageItShows() throws IOException {
        String readme = document("README.md");
        String broken = "    - {type: dense, units: 7, activation: relu, inputs: 12}";
        assertThat(readme).contains(broken + "\n```");
        String whole = document("configs/moons.yaml")
                .lines()
                .map(line -> line.contains("units: 7,") ? broken : line)
                .reduce("", (text, line) -> text + line + "\n");
        Path file = folder.resolve("my-moons.yaml");
        Files.writeString(file, whole);
        CommandRun run = CommandRun.of(folder, "check", file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(readme)
                .contains("$ ./dnn check my-moons.yaml\n" + run.err().replace(file.toString(), "my-moons.yaml"));
    }

    @Test
    void theLectureShowsTheEquationsOfItsDeepNetwork() throws IOException {
        CommandRun run = CommandRun.of(
                folder, "inspect", ROOT.resolve("configs/lecture/deep.yaml").toString(), "--equations");
        assertThat(document("docs/lecture.md")).contains("```\n" + run.out().stripTrailing() + "\n```");
    }

    @Test
    void zerosAreRefusedWithTheMessageTheLectureShows() throws IOException {
        Path file = ROOT.resolve("configs/lecture/zeros.yaml");
        CommandRun run = CommandRun.of(folder, "check", file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(document("docs/lecture.md"))
                .contains(run.err()
                        .replace(file.toString(), "configs/lecture/zeros.yaml")
                        .stripTrailing());
    }

    @Test
    void zerosForcedStayEqualInEveryBit() throws IOException {
        String file = ROOT.resolve("configs/lecture/zeros.yaml").toString();
        CommandRun run = CommandRun.of(folder, "train", file, "checks.I202=ignore", "training.epochs=50");
        assertThat(run.exit()).as(run.err()).isZero();
        List<Safetensors.Tensor> tensors =
                Safetensors.read(folder.resolve(run.lastLine()).resolve(RunDirectory.WEIGHTS));
        double[] weights = tensors.stream()
                .filter(tensor -> tensor.name().equals("hidden.weights"))
                .findFirst()
                .orElseThrow()
                .values();
        double[] first = Arrays.copyOf(weights, 2);
        assertThat(first).doesNotContain(0);
        for (int row = 1; row < 4; row++) {
            assertThat(Arrays.copyOfRange(weights, 2 * row, 2 * row + 2)).containsExactly(first);
        }
    }

    @Test
    void theReferenceBeginsWithExperimentsThatAreCompleteAndWhole() throws IOException {
        String reference = document("docs/reference.md");
        List<String> blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(reference.substring(0, reference.indexOf("## The command line")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        Files.createDirectory(folder.resolve("tables"));
        Files.copy(ROOT.resolve("configs/tables/iris.csv"), folder.resolve("tables/iris.csv"));
        for (String block : blocks) {
            String file = Files.writeString(folder.resolve("shown.yaml"), block).toString();
            assertThat(CommandRun.of(folder, "check", file))
                    .isEqualTo(new CommandRun(0, file + ": no mistakes found\n", ""));
            CommandRun run = CommandRun.of(folder, "train", file, "training.epochs=1");
            assertThat(run.exit()).as(run.err()).isZero();
        }
        String tables = reference.substring(reference.indexOf("### experiment"), reference.indexOf("### data"));
        Pattern.compile("^\\| `(\\w+)`", Pattern.MULTILINE)
                .matcher(tables)
                .results()
                .forEach(key -> assertThat(blocks.get(1)).containsPattern("(?m)^(# )?" + key.group(1) + ":"));
    }

    @Test
    void theHouseIsThatOfTheBuild() throws IOException {
        List<MatchResult> rooms = Pattern.compile("^(dnn-\\w+) .*?(?:-> (.*))?$", Pattern.MULTILINE)
                .matcher(document("CONTRIBUTING.md"))
                .results()
                .toList();
        assertThat(rooms).extracting(room -> room.group(1)).containsExactlyElementsOf(named("pom.xml", "module"));
        for (MatchResult room : rooms) {
            if (room.group(2) != null) {
                assertThat(named(room.group(1) + "/pom.xml", "artifactId"))
                        .as(room.group())
                        .containsAll(Stream.of(room.group(2).split(", "))
                                .map(name -> "dnn-" + name)
                                .toList());
            }
        }
    }

    private static List<String> named(String pom, String element) throws IOException {
        return Pattern.compile("<" + element + ">(.*?)</" + element + ">")
                .matcher(document(pom))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void whatTheDocumentsReferToIsThere() throws IOException {
        for (String name : List.of(
                "README.md",
                "docs/architecture.md",
                "docs/lecture.md",
                "docs/reference.md",
                "docs/java.md",
                "docs/editors.md",
                "CONTRIBUTING.md")) {
            Path folderOfDocument = ROOT.resolve(name).getParent();
            var links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(document(name));
            while (links.find()) {
                assertThat(folderOfDocument.resolve(links.group(1))).as(name).exists();
            }
            var configs = Pattern.compile("configs/[a-z_/]+\\.yaml").matcher(document(name));
            while (configs.find()) {
                assertThat(ROOT.resolve(configs.group())).as(name).exists();
            }
        }
    }
}
