package dnn.config.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every code that can occur, with what it means in a few words. Codes are stable and never reused. */
public final class Catalogue {
    private static final List<String> IGNORABLE_ERRORS = List.of("I201", "I202", "O303", "T502");

    /** Code, severities (E, W, N) and title. */
    private static final List<Entry> ENTRIES = List.of(
            entry("Y001", "E", "the file cannot be read as YAML"),
            entry("Y002", "E", "a tab, or another space than YAML's, indents"),
            entry("Y003", "E", "the same key or layer name twice"),
            entry("Y004", "E", "an unknown key"),
            entry("Y005", "E", "a value of the wrong type"),
            entry("Y006", "EW", "a value that YAML 1.1 and 1.2 read differently"),
            entry("Y007", "E", "an unknown value"),
            entry("Y008", "E", "a missing key"),
            entry("Y009", "WN", "an option without effect"),
            entry("Y010", "E", "a limit of the format exceeded, or a reference to itself"),
            entry("Y011", "E", "a value out of its bounds"),
            entry("Y012", "E", "a split that does not sum to 1"),
            entry("Y013", "E", "an argument that is not understood"),
            entry("Y014", "E", "a file or folder in an argument that cannot be used"),
            entry("Y015", "E", "a file of another format"),
            entry("Y016", "EW", "more findings than are shown"),
            entry("S101", "E", "explicit weights of the wrong shape"),
            entry("S102", "E", "explicit weights transposed"),
            entry("S103", "E", "explicit biases of the wrong shape"),
            entry("S104", "E", "inputs that differ from the data's features"),
            entry("S106", "E", "images and labels that differ in number"),
            entry("S107", "E", "outputs that do not fit the target"),
            entry("S108", "E", "rows of different lengths"),
            entry("S109", "E", "initialization of a layer that does not exist"),
            entry("S110", "E", "a layer that asserts other inputs than reach it"),
            entry("S111", "E", "stored weights that do not fit the architecture"),
            entry("I201", "E", "every weight's gradient is 0"),
            entry("I202", "E", "neurons that stay copies of each other"),
            entry("I203", "W", "two neurons that stay copies of each other"),
            entry("I204", "W", "weights drawn for another kind of activation"),
            entry("I205", "W", "random weights far too large or too small"),
            entry("I208", "N", "no seed"),
            entry("I209", "E", "initial numbers beyond float32"),
            entry("O301", "W", "squared error behind a sigmoid, for classes"),
            entry("O302", "E", "a cross-entropy of numbers that are no probabilities"),
            entry("O303", "E", "softmax over one unit"),
            entry("O304", "E", "class probabilities that do not sum to 1"),
            entry("O305", "E", "an output squashed twice"),
            entry("O306", "E", "a loss for two classes and another count of classes"),
            entry("O307", "E", "labels that training has not seen"),
            entry("O308", "E", "targets that the output cannot reach"),
            entry("O309", "W", "a metric for another kind of target"),
            entry("O310", "W", "an unlikely initial loss"),
            entry("O311", "E", "class weights for a numeric target"),
            entry("O312", "E", "several labels and a loss for one class of several"),
            entry("O313", "E", "outputs that the loss is not defined on"),
            entry("O314", "E", "targets that the loss is not defined on"),
            entry("O315", "E", "a scaled target and a loss for its own numbers"),
            entry("A401", "W", "linear hidden layers"),
            entry("A402", "W", "many sigmoid hidden layers"),
            entry("A405", "EW", "dropout that leaves nothing or comes too late"),
            entry("A406", "E", "more memory than there is"),
            entry("A407", "W", "dead units"),
            entry("A408", "EW", "a batch too small to be normalized"),
            entry("A409", "E", "a normalization of a single unit"),
            entry("A410", "EW", "a normalization behind the output"),
            entry("A411", "W", "a momentum of running figures as other tools count it"),
            entry("T501", "W", "an unusual learning rate"),
            entry("T502", "E", "a first step that makes the loss explode"),
            entry("T504", "E", "a batch larger than the training split"),
            entry("T505", "W", "a last batch of one item"),
            entry("T506", "EW", "early stopping that can never act"),
            entry("T507", "W", "unshuffled data sorted by class"),
            entry("T508", "E", "a hyper-parameter with which training cannot converge"),
            entry("T509", "E", "a run directory that cannot be written"),
            entry("T510", "E", "a backend that cannot be used here"),
            entry("T511", "E", "more folds than items"),
            entry("T512", "W", "a warmup as long as the training"),
            entry("T520", "E", "weights that leave nothing to learn from"),
            entry("T525", "E", "a run directory that is taken"),
            entry("T530", "E", "a run that cannot go on"),
            entry("T531", "E", "data that changed since a run began"),
            entry("T532", "W", "a checkpoint that is damaged or cannot be saved"),
            entry("T540", "E", "a run directory that is not as dnn wrote it"),
            entry("D601", "E", "a missing file"),
            entry("D602", "E", "cells that cannot be used"),
            entry("D603", "W", "a constant column"),
            entry("D604", "W", "features of very different scales"),
            entry("D605", "EW", "the target among the features"),
            entry("D606", "EW", "the same items in two splits"),
            entry("D607", "EW", "very unequal classes"),
            entry("D608", "W", "an identifier among the features"),
            entry("D609", "E", "a missing column"),
            entry("D610", "E", "a file that is not a table"),
            entry("D611", "E", "a split without items"),
            entry("D612", "E", "a target that never changes"),
            entry("D613", "E", "a column without a value"),
            entry("D614", "E", "free text among the features"),
            entry("D615", "E", "groups that leave a split without items"),
            entry("D616", "E", "a class that the target does not have"),
            entry("D617", "E", "one of several labels that has other than two values"),
            entry("D618", "W", "rows of one identifier on both sides of the split"),
            entry("D619", "N", "dated rows split by chance"),
            entry("D620", "W", "a feature that is nearly the target"),
            entry("D621", "EW", "a column whose cells can be read in two ways"),
            entry("D622", "E", "a column of numbers or dates that are written in several ways"),
            entry("D623", "N", "a character set that was found"),
            entry("D624", "W", "texts that differ in letter case or spaces alone"),
            entry("D625", "W", "a row that was computed from others"),
            entry("D626", "N", "a word for nothing that is read as a category"),
            entry("D630", "N", "a positive class that most items are of"),
            entry("D631", "W", "a numeric target far from what a network starts with"),
            entry("D632", "N", "counts that are taken for classes"));

    /** Phases of the codes that are not found in the YAML alone, but for the D family. */
    private static final Map<String, String> LATER = Map.ofEntries(
            Map.entry("Y013", "R"),
            Map.entry("Y014", "R"),
            Map.entry("S104", "SD"),
            Map.entry("S106", "D"),
            Map.entry("S107", "SD"),
            Map.entry("S111", "R"),
            Map.entry("O306", "SD"),
            Map.entry("O307", "R"),
            Map.entry("O308", "D"),
            Map.entry("O310", "P"),
            Map.entry("O314", "D"),
            Map.entry("A406", "P"),
            Map.entry("A407", "SP"),
            Map.entry("A408", "SD"),
            Map.entry("T502", "P"),
            Map.entry("T504", "D"),
            Map.entry("T505", "D"),
            Map.entry("T507", "D"),
            Map.entry("T509", "R"),
            Map.entry("T510", "R"),
            Map.entry("T511", "D"),
            Map.entry("T520", "D"),
            Map.entry("T525", "R"),
            Map.entry("T530", "R"),
            Map.entry("T531", "R"),
            Map.entry("T532", "R"),
            Map.entry("T540", "R"),
            Map.entry("D605", "SD"));

    private Catalogue() {}

    /**
     * One code.
     *
     * @param code stable
     * @param severities letters of E, W and N
     * @param title in a few words
     */
    public record Entry(String code, String severities, String title) {
        /**
         * The stage at which findings of this code are made: S from the YAML alone, D from the data, P from a probe
         * (one batch forward and backward, no training), R while a command reads its arguments or works with files.
         */
        public String phases() {
            return LATER.getOrDefault(code, code.startsWith("D") ? "D" : "S");
        }

        /** Tells whether every finding of this code is an error that may not be left out. */
        public boolean isBinding() {
            return severities.equals("E") && !IGNORABLE_ERRORS.contains(code);
        }
    }

    private static Entry entry(String code, String severities, String title) {
        return new Entry(code, severities, title);
    }

    /** Every entry. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** Every code. */
    public static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        ENTRIES.forEach(entry -> codes.add(entry.code));
        return codes;
    }

    /** The entry of a code. */
    public static Optional<Entry> find(String code) {
        return ENTRIES.stream().filter(entry -> entry.code.equals(code)).findFirst();
    }

    /** Errors that may be left out, since they do not stop the engine. */
    public static List<String> ignorableErrors() {
        return IGNORABLE_ERRORS;
    }

    /** Tells whether {@code checks: {CODE: ignore}} removes this finding. */
    public static boolean isIgnorable(Diagnostic finding) {
        return finding.severity() != Severity.ERROR || IGNORABLE_ERRORS.contains(finding.code());
    }
}
