package dnn.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingPlan;
import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void figuresHaveFourDigits() {
        assertThat(ReadableNumbers.figure(0.94666)).isEqualTo("0.9467");
        assertThat(ReadableNumbers.figure(12.34567)).isEqualTo("12.346");
        assertThat(ReadableNumbers.figure(1234.5)).isEqualTo("1234.5");
        assertThat(ReadableNumbers.figure(1.2344e-7)).isEqualTo("1.234e-07");
        assertThat(ReadableNumbers.figure(Double.NaN)).isEqualTo("nan");
        assertThat(ReadableNumbers.figure(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(ReadableNumbers.figure(0)).isEqualTo("0.0000");
    }

    @Test
    void countsSizesAndDurations() {
        assertThat(ReadableNumbers.counted(1, "epoch")).isEqualTo("1 epoch");
        assertThat(ReadableNumbers.counted(12345, "item")).isEqualTo("12,345 items");
        assertThat(ReadableNumbers.bytes(999)).isEqualTo("999 B");
        assertThat(ReadableNumbers.bytes(1_250_000)).isEqualTo("1.3 MB");
        assertThat(ReadableNumbers.seconds(0.44)).isEqualTo("0.4 s");
        assertThat(ReadableNumbers.seconds(59.6)).isEqualTo("1:00");
        assertThat(ReadableNumbers.seconds(3723)).isEqualTo("1:02:03");
    }

    @Test
    void columnsAreAlignedByCharacters() {
        assertThat(new TextTable("name", ">n")
                        .row("größe", "7")
                        .row("x", "12345")
                        .render())
                .isEqualTo("name       n\ngröße      7\nx      12345\n");
        assertThatThrownBy(() -> new TextTable("a").row("1", "2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutATerminalAboutTenPlainLinesAppear() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), 0, () -> 0);
        run(progress, 200);
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\r");
        assertThat(text.lines()).hasSize(11).first().isEqualTo("epoch 1/200  train.loss 0.5000");
        assertThat(text.lines().toList().get(10)).startsWith("epoch 200/200");
    }

    @Test
    void onATerminalOneLineIsRewrittenAndTakenAway() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AtomicLong time = new AtomicLong();
        Progress progress = new Progress(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), 72, () -> time.addAndGet(200_000_000));
        run(progress, 3);
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .doesNotContain("\n")
                .containsPattern("\\] 2/3  \\d\\.\\d s left  train\\.loss 0\\.5000")
                .endsWith(" \r");
        assertThat(text.split("\r")).allMatch(line -> line.length() < 72);
    }

    private static void run(Progress progress, int epochs) {
        progress.started(new TrainingPlan(epochs, 2, 10, 64));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            progress.stepped(epoch, 1);
            progress.epochEnded(new EpochReport(epoch, Map.of("train.loss", 0.5), 0.1, 0.01));
        }
        progress.ended();
    }
}
