package dnn.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.run.text.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidthTest {
    private static final List<String> FIGURES = List.of(
            "train.loss 0.1234",
            "validation.loss 0.2345",
            "train.accuracy 0.9500",
            "validation.accuracy 0.9400",
            "train.f1 0.9600",
            "validation.f1 0.9300");

    private static String line(int width) {
        return ProgressLine.of(0.5, "100/200", "1:05 left", FIGURES, width);
    }

    @Test
    void aNarrowTerminalShowsTheLossAndAWideOneEveryFigure() {
        assertThat(line(40)).isEqualTo("100/200  1:05 left  train.loss 0.1234");
        assertThat(line(60)).isEqualTo("100/200  train.loss 0.1234  validation.loss 0.2345");
        assertThat(line(80))
                .isEqualTo("[████████░░░░░░░] 100/200  1:05 left  train.loss 0.1234  validation.loss 0.2345");
        assertThat(line(220))
                .startsWith("[████████████░░░░░░░░░░░░] 100/200  1:05 left")
                .contains(FIGURES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 33, 47, 100})
    void aLineNeverReachesTheLastColumn(int width) {
        assertThat(line(width).length()).isLessThan(width);
    }

    @Test
    void columnsThatFindNoRoomFollowBelow() {
        TextTable table = new TextTable("", ">items", ">loss", ">accuracy", ">f1")
                .row("train", "700", "0.0836", "0.9714", "0.9713")
                .row("test", "150", "0.0731", "0.9800", "0.9800");
        assertThat(table.render(28)).isEqualTo("""
                       items    loss
                train    700  0.0836
                test     150  0.0731

                       accuracy      f1
                train    0.9714  0.9713
                test     0.9800  0.9800
                """);
        assertThat(table.render(40)).isEqualTo(table.render(0)).isEqualTo(table.render());
    }

    @Test
    void wideCharactersCountTwice() {
        assertThat(new TextTable("class", ">n")
                        .row("鳶尾花", "1")
                        .row("setosa", "22")
                        .render())
                .isEqualTo("class    n\n鳶尾花   1\nsetosa  22\n");
    }
}
