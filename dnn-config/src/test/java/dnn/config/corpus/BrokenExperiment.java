package dnn.config.corpus;

import java.util.Optional;

/**
 * An experiment with one mistake, and what the catalogue says about it, stated before any checker has seen it.
 *
 * @param name for people
 * @param text the file
 * @param profile name of the profile of its data, or empty where the data need not be read
 * @param code the code that the catalogue has for the mistake
 * @param line the line, from 1, where the mistake was made
 * @param meant the experiment that was meant, where a word was misspelt or is another tool's
 */
record BrokenExperiment(String name, String text, String profile, String code, int line, Optional<String> meant) {
    BrokenExperiment(String name, String text, String profile, String code, int line) {
        this(name, text, profile, code, line, Optional.empty());
    }
}
