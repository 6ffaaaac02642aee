package dnn.api.data;

import dnn.api.grammar.Describe;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Files beside the source: more rows, rows of the other splits, and labels of images. All have the columns of the
 * source.
 *
 * @param further more files whose rows follow the source's
 * @param labels for images in the IDX format, the file of their labels
 * @param validation a file whose rows are the validation split
 * @param validationLabels the labels of images kept for validation
 * @param test a file whose rows are the test split
 * @param testLabels the labels of images kept for the test
 */
@Describe("Files beside the source: more rows, rows of the other splits, labels of images.")
public record TableFiles(
        @Describe("More files whose rows follow the source's.")
        List<String> further,

        @Describe("For images in the IDX format, the file of their labels.")
        Optional<String> labels,

        @Describe("A file or pattern whose rows are the validation split.")
        Optional<String> validation,

        @Describe("The labels of images kept for validation.")
        Optional<String> validationLabels,

        @Describe("A file or pattern whose rows are the test split.")
        Optional<String> test,

        @Describe("The labels of images kept for the test.") Optional<String> testLabels) {

    public TableFiles {
        further = List.copyOf(further);
    }

    /** None. */
    public static TableFiles defaults() {
        return new TableFiles(
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A copy with the files named otherwise. */
    public TableFiles located(UnaryOperator<String> place) {
        return new TableFiles(
                further.stream().map(place).toList(),
                labels.map(place),
                validation.map(place),
                validationLabels.map(place),
                test.map(place),
                testLabels.map(place));
    }

    /** A copy with these files, whose rows follow the source's. */
    public TableFiles further(String... names) {
        return new TableFiles(List.of(names), labels, validation, validationLabels, test, testLabels);
    }

    /** A copy in which this file holds the labels of the source's images. */
    public TableFiles labels(String name) {
        return new TableFiles(further, Optional.of(name), validation, validationLabels, test, testLabels);
    }

    /** A copy in which this file is the validation split. */
    public TableFiles validation(String name) {
        return new TableFiles(further, labels, Optional.of(name), validationLabels, test, testLabels);
    }

    /** A copy in which this file holds the labels of the validation split's images. */
    public TableFiles validationLabels(String name) {
        return new TableFiles(further, labels, validation, Optional.of(name), test, testLabels);
    }

    /** A copy in which this file is the test split. */
    public TableFiles test(String name) {
        return new TableFiles(further, labels, validation, validationLabels, Optional.of(name), testLabels);
    }

    /** A copy in which this file holds the labels of the test split's images. */
    public TableFiles testLabels(String name) {
        return new TableFiles(further, labels, validation, validationLabels, test, Optional.of(name));
    }
}
