package dnn.api.data;

import dnn.api.grammar.Describe;
import dnn.api.grammar.KeyedBy;
import dnn.api.grammar.Required;

/** The substitute for a missing cell, fitted on the training split. */
public sealed interface Imputation
        permits Imputation.None, Imputation.Mean, Imputation.Median, Imputation.MostFrequent, Imputation.Constant {

    /** Tells whether this can fill a column that holds no numbers. */
    boolean fitsCategories();

    /** Nothing does: a missing cell is an error. */
    @Describe("a missing cell is an error")
    record None() implements Imputation {
        @Override
        public boolean fitsCategories() {
            return true;
        }
    }

    /** The mean of the present cells. */
    @Describe("the mean of the column")
    record Mean() implements Imputation {
        @Override
        public boolean fitsCategories() {
            return false;
        }
    }

    /** The median of the present cells. */
    @Describe("the median of the column")
    record Median() implements Imputation {
        @Override
        public boolean fitsCategories() {
            return false;
        }
    }

    /** The commonest present cell, the least of several. */
    @Describe("the commonest value of the column")
    record MostFrequent() implements Imputation {
        @Override
        public boolean fitsCategories() {
            return true;
        }
    }

    /**
     * A given value.
     *
     * @param constant a number for a numeric column, a category for a categorical one
     */
    @KeyedBy("constant")
    @Describe("a given value")
    record Constant(@Required @Describe("The value.") String constant) implements Imputation {
        /** A placeholder: the value is required. */
        public static Constant defaults() {
            return new Constant("0");
        }

        @Override
        public boolean fitsCategories() {
            return true;
        }
    }
}
