package dnn.run.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.run.directory.Safetensors.NumberType;
import dnn.run.directory.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    private static final Tensor WEIGHTS = new Tensor("b.weights", List.of(2, 3), new double[] {1, 2, 3, 4, 5, -0.5});
    private static final Tensor BIASES = new Tensor("a.biases", List.of(2, 1), new double[] {0.25, -7});

    @TempDir
    private Path folder;

    @Test
    void theBytesAreThoseOfTheFormat() {
        byte[] file = Safetensors.encode(List.of(BIASES), NumberType.F32);
        String header = "{\"a.biases\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}";
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int padded = (header.length() + 7) / 8 * 8;
        assertThat(bytes.getLong()).isEqualTo(padded);
        assertThat(new String(file, 8, padded, StandardCharsets.UTF_8))
                .isEqualTo(header + " ".repeat(padded - header.length()));
        assertThat(bytes.getFloat(8 + padded)).isEqualTo(0.25f);
        assertThat(bytes.getFloat(8 + padded + 4)).isEqualTo(-7f);
        assertThat(file).hasSize(8 + padded + 8);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        for (NumberType type : NumberType.values()) {
            Path file = folder.resolve(type + ".safetensors");
            Files.write(file, Safetensors.encode(List.of(WEIGHTS, BIASES), type));
            List<Tensor> read = Safetensors.read(file);
            assertThat(read).extracting(Tensor::name).containsExactly("a.biases", "b.weights");
            assertThat(read.get(1).shape()).containsExactly(2, 3);
            assertThat(read.get(1).values()).containsExactly(WEIGHTS.values());
            assertThat(read.get(0).values()).containsExactly(BIASES.values());
        }
    }

    @Test
    void theHashDependsOnEveryNumberAndNotOnTheOrder() {
        String hash = Safetensors.sha256(List.of(WEIGHTS, BIASES), NumberType.F64);
        assertThat(Safetensors.sha256(List.of(BIASES, WEIGHTS), NumberType.F64)).isEqualTo(hash);
        for (int i = 0; i < WEIGHTS.values().length; i++) {
            double[] changed = WEIGHTS.values().clone();
            changed[i] = Math.nextUp(changed[i]);
            assertThat(Safetensors.sha256(
                            List.of(new Tensor("b.weights", List.of(2, 3), changed), BIASES), NumberType.F64))
                    .isNotEqualTo(hash);
        }
    }

    @Test
    void brokenFilesAreRefusedInWords() throws IOException {
        byte[] good = Safetensors.encode(List.of(WEIGHTS), NumberType.F64);
        Path file = folder.resolve("broken");
        for (int length : new int[] {0, 7, 8, 20, good.length - 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThatThrownBy(() -> Safetensors.read(file))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
        byte[] wrongLength = good.clone();
        wrongLength[6] = 1;
        Files.write(file, wrongLength);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("header");
    }
}
