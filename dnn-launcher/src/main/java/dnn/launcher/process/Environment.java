package dnn.launcher.process;

import dnn.config.CheckReport;
import dnn.config.render.TextRenderer;
import dnn.config.render.Wrapping;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The surroundings of a command: everything it would otherwise take from the process, passed in so that a test can give
 * its own.
 *
 * @param in standard input
 * @param out for results
 * @param err for findings, progress and everything that is no result
 * @param charset of both
 * @param liveWidth columns of the terminal {@code err} is, on which a line can be rewritten and findings are wrapped; 0
 *     if it is none
 * @param outWidth columns of the terminal {@code out} is, which tables and sentences fit; 0 if it is none
 * @param colourOut whether results may be coloured
 * @param colourErr whether findings may be coloured
 * @param directory the current directory, which paths in arguments are relative to
 * @param clock wall clock, for the names of run directories
 * @param interruption asks commands that run long to stop and waits for them
 */
public record Environment(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Charset charset,
        int liveWidth,
        int outWidth,
        boolean colourOut,
        boolean colourErr,
        Path directory,
        Clock clock,
        Interruption interruption) {

    /** Findings as text for {@code err}. */
    public String findings(CheckReport report) {
        return new TextRenderer(colourErr, liveWidth).render(report);
    }

    /** Prints a sentence that is no result to {@code err}. */
    public void say(String sentence) {
        err.println(Wrapping.of(sentence, liveWidth));
    }

    /** Prints a sentence that is a result to {@code out}. */
    public void answer(String sentence) {
        out.println(Wrapping.of(sentence, outWidth));
    }
}
