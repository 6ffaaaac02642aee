// Longer than 300 lines: each case is one way in which a run directory lies, read by the same few commands.
package dnn.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import dnn.run.directory.DamagedRunException;
import dnn.run.saved.MisfitWeightsException;
import dnn.run.saved.SavedRun;
import dnn.run.saved.UnfitRowsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A run that somebody made up, with a manifest that agrees: it is refused in words or used, and discloses nothing. */
class HostileRunTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WEIGHTS = "model/weights.safetensors";

    @TempDir
    private Path folder;

    private TrainedRun run;

    @BeforeEach
    void train() throws IOException {
        run = TrainedRun.in(folder);
    }

    private List<CommandRun> used() {
        return List.of(
                CommandRun.of(folder, "evaluate", "run"), CommandRun.of(folder, "predict", "run", "--data", "t.csv"));
    }

    /** Safetensors files that the format does not allow, by what is wrong with them. */
    private static Map<String, byte[]> files(String header, byte[] data) {
        Map<String, String> headers = new LinkedHashMap<>();
        String first = "\"dense1.biases\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}";
        assertThat(header).contains(first);
        String[] entries = {
            "{}",
            "[]",
            "null",
            "1",
            "\"x\"",
            "{\"dtype\":\"F32\"}",
            "{\"dtype\":\"F32\",\"shape\":[2,1]}",
            "{\"shape\":[2,1],\"data_offsets\":[0,8]}",
            "{\"dtype\":\"F32\",\"data_offsets\":[0,8]}",
        };
        for (String entry : entries) {
            headers.put("entry " + entry, header.replace(first, "\"dense1.biases\":" + entry));
        }
        String[] types = {
            "F16", "BF16", "F64", "I32", "U8", "BOOL", "f32", "", "F128",
        };
        for (String type : types) {
            headers.put("type " + type, header.replace(first, first.replace("F32", type)));
        }
        String[] shapes = {
            "[]",
            "[2]",
            "[1,2]",
            "[3,1]",
            "[2,1,1]",
            "[-2,-1]",
            "[2.0,1]",
            "[\"2\",1]",
            "[null,1]",
            "{}",
            "2",
            "[2147483648,1]",
            "[4294967298,1]",
            "[9223372036854775807,2]",
            "[18446744073709551616]",
            "[65536,65536,0]",
            "[0]",
            "[1e0,2]",
            "[true,2]"
        };
        for (String shape : shapes) {
            headers.put("shape " + shape, header.replace(first, first.replace("[2,1]", shape)));
        }
        String[] offsets = {
            "[]",
            "[0]",
            "[8,0]",
            "[0,4]",
            "[0,12]",
            "[4,12]",
            "[-8,0]",
            "[0,8,8]",
            "[0.0,8]",
            "[\"0\",8]",
            "[0,null]",
            "[0,9223372036854775807]",
            "[9223372036854775800,9223372036854775807]",
            "[0,18446744073709551615]",
            "8",
            "{}",
            "[2147483648,2147483656]",
            "[1e0,8]",
            "[0,7]",
            "[1,9]"
        };
        for (String offset : offsets) {
            headers.put("offsets " + offset, header.replace(first, first.replace("[0,8]", offset)));
        }
        headers.put("a key more", header.replace(first, first.replace("\"shape\"", "\"extra\":1,\"shape\"")));
        headers.put("a key twice", header.replace(first, first.replace("\"shape\"", "\"shape\":[2,1],\"shape\"")));
        headers.put("a name twice", header.replace(first, first + "," + first));
        headers.put("a name unknown", header.replace("dense1.biases", "dense9.biases"));
        headers.put("a name without a dot", header.replace("dense1.biases", "dense1"));
        headers.put("an empty name", header.replace("dense1.biases", ""));
        headers.put("an overlap", header.replace("[8,32]", "[4,28]"));
        headers.put("a hole", header.replace("[8,32]", "[12,36]"));
        headers.put("all at one place", header.replace("[32,40]", "[0,8]"));
        headers.put("a tensor left out", header.replace(first + ",", ""));
        headers.put("metadata of numbers", header.replaceFirst("\\{", "{\"__metadata__\":{\"a\":1},"));
        headers.put("metadata a list", header.replaceFirst("\\{", "{\"__metadata__\":[],"));
        headers.put("metadata twice", header.replaceFirst("\\{", "{\"__metadata__\":{},\"__metadata__\":{},"));
        headers.put("no object", "[" + header + "]");
        headers.put("a space before", " " + header);
        headers.put("a mark before", "\uFEFF" + header);
        headers.put("text behind", header + "x");
        headers.put("a second object", header + header);
        headers.put("a comment", header.replaceFirst("\\{", "{/* */"));
        headers.put("single quotes", header.replace('"', '\''));
        headers.put("nothing", "");
        headers.put("empty object", "{}");
        headers.put("deep", "{\"a\":" + "[".repeat(100_000));
        headers.put("a NUL", header + "\0");
        headers.forEach((what, text) -> assertThat(text).as(what).isNotEqualTo(header));
        Map<String, byte[]> files = new LinkedHashMap<>();
        headers.forEach((what, text) -> files.put(what, file(text.getBytes(UTF_8), data)));
        byte[] good = header.getBytes(UTF_8);
        byte[] noText = good.clone();
        noText[3] = (byte) 0xff;
        files.put("no UTF-8", file(noText, data));
        files.put("UTF-16", file(header.getBytes(java.nio.charset.StandardCharsets.UTF_16LE), data));
        for (long length : new long[] {0, 1, good.length - 1, good.length + 1, 100_000_001, Long.MAX_VALUE, -1}) {
            files.put("length " + length, withLength(length, good, data));
        }
        for (int bytes : new int[] {1, 4, 8, 4096}) {
            files.put("behind the end " + bytes, file(good, java.util.Arrays.copyOf(data, data.length + bytes)));
            files.put("cut " + bytes, file(good, java.util.Arrays.copyOf(data, Math.max(0, data.length - bytes))));
        }
        return files;
    }

    private static byte[] file(byte[] header, byte[] data) {
        return withLength(header.length, header, data);
    }

    private static byte[] withLength(long length, byte[] header, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array());
        out.writeBytes(header);
        out.writeBytes(data);
        return out.toByteArray();
    }

    @Test
    void weightsThatTheFormatDoesNotAllowAreRefused() throws IOException {
        Path file = run.directory().resolve(WEIGHTS);
        byte[] good = Files.readAllBytes(file);
        int length = (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String header = new String(good, 8, length, UTF_8).strip();
        byte[] data = java.util.Arrays.copyOfRange(good, 8 + length, good.length);
        Map<String, byte[]> files = files(header, data);
        assertThat(files).hasSizeGreaterThan(85);
        for (Map.Entry<String, byte[]> hostile : files.entrySet()) {
            Files.write(file, hostile.getValue());
            run.prove();
            CommandRun refused = CommandRun.of(folder, "predict", "run", "--data", "t.csv");
            assertThat(refused.exit()).as(hostile.getKey() + refused.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(refused.err())
                    .as(hostile.getKey())
                    .containsPattern("error\\[(T540|S111)]: ")
                    .doesNotContain("\tat ");
        }
        // What the format allows: another order in the file, metadata, and spaces behind the header.
        String allowed = header.replaceFirst("\\{", "{\"__metadata__\":{\"by\":\"hand\"},") + "   ";
        Files.write(file, file(allowed.getBytes(UTF_8), data));
        run.prove();
        used().forEach(fine -> assertThat(fine.exit()).as(fine.err()).isZero());
    }

    /** What may stand in the place of any value. */
    private static final List<String> VALUES = List.of("null", "0", "1e999", "2147483648", "\"x\"", "[null]");

    private static void mutate(JsonNode node, JsonNode root, List<String> texts) {
        if (node instanceof ObjectNode object) {
            for (String key : List.copyOf(object.propertyNames())) {
                JsonNode before = object.get(key);
                for (String value : VALUES) {
                    texts.add(with(object, key, value, root));
                    object.set(key, before);
                }
                object.remove(key);
                texts.add(root.toString());
                object.set(key, before);
                mutate(before, root, texts);
            }
            object.put("unknown", 1);
            texts.add(root.toString());
            object.remove("unknown");
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode before = array.get(0);
            for (String value : VALUES) {
                array.set(0, array.rawValueNode(new tools.jackson.databind.util.RawValue(value)));
                texts.add(root.toString());
            }
            array.set(0, before);
            array.add(before);
            texts.add(root.toString());
            array.remove(array.size() - 1);
            mutate(before, root, texts);
        }
    }

    private static String with(ObjectNode object, String key, String value, JsonNode root) {
        object.putRawValue(key, new tools.jackson.databind.util.RawValue(value));
        return root.toString();
    }

    private void everyMutationIsRefusedOrUsed(String name, int least) throws IOException {
        Path file = run.directory().resolve(name);
        JsonNode good = JSON.readTree(Files.readString(file));
        List<String> texts = new ArrayList<>();
        mutate(good, good, texts);
        texts.add("");
        texts.add("null");
        texts.add("[]");
        texts.add(good + "{}");
        assertThat(texts).hasSizeGreaterThan(least);
        int refused = 0;
        for (String text : texts) {
            Files.writeString(file, text);
            run.prove();
            try (SavedRun used = SavedRun.open(run.directory())) {
                assertThat(used.predictor().predict(run.table()).rows())
                        .as(text)
                        .allSatisfy(row -> assertThat(row.toString()).doesNotContain("NaN", "Infinity"));
            } catch (DamagedRunException | MisfitWeightsException | UnfitRowsException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void whatWasFittedIsNotBelievedBlindly() throws IOException {
        everyMutationIsRefusedOrUsed("model/preprocessing.json", 150);
    }

    @Test
    void whatCameOutIsNotBelievedBlindly() throws IOException {
        everyMutationIsRefusedOrUsed("result.json", 150);
    }

    @Test
    void anExperimentOfOtherLinesIsRefusedOrUsed() throws IOException {
        Path file = run.directory().resolve("experiment.yaml");
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            for (String value : List.of("", " -1", " 2147483647")) {
                List<String> changed = new ArrayList<>(lines);
                int colon = lines.get(i).indexOf(':');
                changed.set(i, colon < 0 ? value : lines.get(i).substring(0, colon + 1) + value);
                Files.write(file, changed);
                run.prove();
                try (SavedRun used = SavedRun.open(run.directory())) {
                    assertThat(used.predictor().predict(run.table()).rows())
                            .as(changed.get(i))
                            .isNotEmpty();
                } catch (DamagedRunException | MisfitWeightsException | UnfitRowsException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    @Test
    void anExperimentThatExtendsAFileDisclosesNothing() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "password hunter2\n");
        Path file = run.directory().resolve("experiment.yaml");
        Files.writeString(file, "extends: ../secret.txt\n" + Files.readString(file));
        run.prove();
        List<CommandRun> all = new ArrayList<>(used());
        all.add(CommandRun.of(folder, "inspect", "run"));
        Files.delete(run.directory().resolve("result.json"));
        all.add(CommandRun.of(folder, "inspect", "run"));
        for (CommandRun refused : all) {
            assertThat(refused.exit()).as(refused.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(refused.out() + refused.err()).doesNotContain("hunter2").doesNotContain("\tat ");
        }
    }
}
