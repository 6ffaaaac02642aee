package dnn.config.yaml;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FileDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.word.Lookalikes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Mends what a parser gave up on, where one remedy is certain, and reports it; reading can then go on. */
final class SyntaxRepairs {
    private static final Pattern GLUED = Pattern.compile("^[\\s-]*+([A-Za-z_][A-Za-z0-9_]*+):[^\\s:/].*$");

    /** A word, what may stand where the colon is missing, and a value. */
    private static final Pattern NO_COLON =
            Pattern.compile("^(\\s*(?:- )?)([A-Za-z_][A-Za-z0-9_]*)(\\s?[=,]\\s?|\\s)(?=[^\\s:=])");

    /** A key that stands alone on its line, without a colon. */
    private static final Pattern LONE_WORD = Pattern.compile("^(\\s*(?:- )?)([A-Za-z_][A-Za-z0-9_]*)\\s*(?:#.*)?$");

    /** The start of a line outside brackets: a dash, or a key. */
    private static final Pattern NEW_LINE = Pattern.compile("^\\s*(?:- |[A-Za-z_][A-Za-z0-9_]*:(?:\\s|$))");

    /** Every pattern that is held against a line; none may read a long line more than a few times. */
    static final List<Pattern> LINE_PATTERNS = List.of(GLUED, NO_COLON, LONE_WORD, NEW_LINE);

    private final String source;
    private final Repairs repairs;
    private final List<Diagnostic> findings;

    SyntaxRepairs(String source, Repairs repairs, List<Diagnostic> findings) {
        this.source = source;
        this.repairs = repairs;
        this.findings = findings;
    }

    /** Tells whether the text was changed, so that it is to be read again. */
    boolean repair(RuntimeException failure) {
        return repairTab(failure)
                || repairGluedKey(failure)
                || repairMissingColon(failure)
                || repairOpenBracket(failure);
    }

    /** YAML 1.2 lets tabs separate a value from what follows on its line, which the parser does not know. */
    private boolean repairTab(RuntimeException failure) {
        Mark mark = failure instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
        if (mark == null || mark.getLine() >= repairs.lineCount()) {
            return false;
        }
        String line = repairs.line(mark.getLine());
        int offset = line.offsetByCodePoints(0, Math.min(mark.getColumn(), line.codePointCount(0, line.length())));
        boolean separates = offset < line.length()
                && line.charAt(offset) == '\t'
                && !line.substring(0, offset).isBlank();
        if (separates) {
            repairs.replaceTabs(mark.getLine(), offset);
        }
        return separates;
    }

    /** {@code epochs:100} makes no sense to the parser only lines later; with a space put in, reading goes on. */
    private boolean repairGluedKey(RuntimeException failure) {
        if (!(failure instanceof MarkedYAMLException marked)) {
            return false;
        }
        List<Integer> suspects = new ArrayList<>();
        addLine(suspects, marked.getContextMark());
        addLine(suspects, marked.getProblemMark());
        Mark problem = marked.getProblemMark();
        if (problem != null) {
            int above = Math.min(problem.getLine(), repairs.lineCount()) - 1;
            while (above > 0 && repairs.line(above).isBlank()) {
                above--;
            }
            suspects.add(above);
        }
        for (int line : suspects) {
            if (line < 0 || line >= repairs.lineCount()) {
                continue;
            }
            Matcher glued = GLUED.matcher(repairs.line(line));
            if (glued.matches()) {
                int colon = glued.end(1) + 1;
                char behind = repairs.line(line).charAt(colon);
                if (Lookalikes.isOtherSpace(behind)) {
                    findings.add(YamlDiagnostics.otherSpace(
                            glued.group(1),
                            Lookalikes.in(String.valueOf(behind)).orElseThrow(),
                            repairs.stretch(source, line, colon, colon + 1)));
                    repairs.replace(line, colon, " ");
                    return true;
                }
                findings.add(YamlDiagnostics.gluedKey(
                        "",
                        glued.group(1),
                        repairs.line(line).substring(colon).strip(),
                        repairs.stretch(source, line, glued.start(1), colon)));
                repairs.insert(line, colon, " ");
                return true;
            }
        }
        return false;
    }

    /** {@code loss mean_squared_error} and {@code loss = mean_squared_error}: with a colon put in, reading goes on. */
    private boolean repairMissingColon(RuntimeException failure) {
        if (!(failure instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return false;
        }
        List<Integer> suspects = new ArrayList<>();
        addLine(suspects, marked.getContextMark());
        addLine(suspects, marked.getProblemMark());
        suspects.add(Math.min(marked.getProblemMark().getLine(), repairs.lineCount()) - 1);
        for (int line : suspects) {
            if (line >= 0 && line < repairs.lineCount() && repairLoneWord(line)) {
                return true;
            }
            Matcher word = line < 0 || line >= repairs.lineCount() ? null : NO_COLON.matcher(repairs.line(line));
            if (word != null
                    && word.lookingAt()
                    && Vocabulary.ofExperiments().pathsByKey().containsKey(word.group(2))) {
                String value = repairs.line(line).substring(word.end()).strip();
                String sign = word.group(3).strip();
                findings.add(FileDiagnostics.missingColon(
                        word.group(2),
                        sign,
                        value,
                        repairs.stretch(source, line, word.start(2), word.end(2)),
                        repairs.stretch(source, line, word.end(2), sign.isEmpty() ? word.end(2) : word.end(3))));
                if (sign.isEmpty()) {
                    repairs.insert(line, word.end(2), ":");
                } else {
                    int at = word.start(3) + word.group(3).indexOf(sign);
                    repairs.replace(line, at, ":");
                    repairs.insert(line, at + 1, " ");
                }
                return true;
            }
        }
        return false;
    }

    private static void addLine(List<Integer> lines, @Nullable Mark mark) {
        if (mark != null) {
            lines.add(mark.getLine());
        }
    }

    /** {@code training} alone on its line, before lines that are indented further: its colon is put in. */
    private boolean repairLoneWord(int line) {
        Matcher word = LONE_WORD.matcher(repairs.line(line));
        boolean opens = word.matches()
                && Vocabulary.ofExperiments().pathsByKey().containsKey(word.group(2))
                && isFollowedByMore(line, word.end(1));
        if (opens) {
            Span name = repairs.stretch(source, line, word.start(2), word.end(2));
            findings.add(FileDiagnostics.missingColon(word.group(2), "", "", name, name.end()));
            repairs.insert(line, word.end(2), ":");
        }
        return opens;
    }

    private boolean isFollowedByMore(int line, int column) {
        for (int next = line + 1; next < repairs.lineCount(); next++) {
            String text = repairs.line(next);
            String content = text.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                return text.indexOf(content) > column || content.startsWith("- ");
            }
        }
        return false;
    }

    /**
     * A bracket that is still open where a line starts with a dash or a key of its own: it is closed at the end of the
     * line before, or if that line closes it, a comma is put there.
     */
    private boolean repairOpenBracket(RuntimeException failure) {
        if (!(failure instanceof MarkedYAMLException marked)
                || marked.getContextMark() == null
                || marked.getProblemMark() == null
                || !String.valueOf(marked.getContext()).startsWith("while parsing a flow")) {
            return false;
        }
        Brackets brackets = new Brackets();
        int first = marked.getContextMark().getLine();
        boolean closed = false;
        for (int line = first; line < repairs.lineCount(); line++) {
            if (line > first && NEW_LINE.matcher(repairs.line(line)).lookingAt()) {
                closed = brackets.isClosedBehind(repairs.line(line));
                break;
            }
            brackets.read(repairs.line(line), line);
        }
        if (closed) {
            return repairMissingComma(brackets);
        }
        Mark opened = marked.getContextMark();
        if (brackets.open().length() != 1 || !isBracket(opened)) {
            return false;
        }
        char closing = brackets.open().charAt(0) == '{' ? '}' : ']';
        int line = brackets.lastLine();
        Span end = repairs.stretch(source, line, brackets.lastOffset(), brackets.lastOffset());
        Span opening = repairs.between(source, opened.getLine(), opened.getColumn(), opened.getColumn() + 1);
        boolean certain = brackets.lastLine() > first || holdsSeveral(repairs.line(first));
        findings.add(FileDiagnostics.openBracket(brackets.open(), closing, certain, end, opening));
        repairs.close(line, brackets.lastOffset(), closing);
        return true;
    }

    private boolean isBracket(Mark mark) {
        String line = repairs.line(mark.getLine());
        int length = line.codePointCount(0, line.length());
        return mark.getColumn() < length
                && "[{".indexOf(line.charAt(line.offsetByCodePoints(0, mark.getColumn()))) >= 0;
    }

    /** One value behind an open bracket may as well need no bracket. */
    private static boolean holdsSeveral(String line) {
        return line.indexOf('{') >= 0 || line.indexOf(',') >= 0;
    }

    private boolean repairMissingComma(Brackets brackets) {
        int line = brackets.lastLine();
        int offset = brackets.lastOffset();
        if (repairs.line(line).charAt(offset - 1) == ',') {
            return false;
        }
        findings.add(FileDiagnostics.missingComma(repairs.stretch(source, line, offset, offset)));
        repairs.insert(line, offset, ",");
        return true;
    }
}
