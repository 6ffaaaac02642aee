package dnn.api.loss;

import dnn.api.activation.Activation;

/** The numbers that a loss is defined on. */
public enum Domain {
    /** All numbers. */
    REALS("any numbers"),
    /** Numbers from 0. */
    NOT_NEGATIVE("numbers from 0"),
    /** Numbers above 0. */
    POSITIVE("numbers above 0"),
    /** All numbers but 0. */
    NOT_ZERO("numbers other than 0");

    private final String words;

    Domain(String words) {
        this.words = words;
    }

    /** Tells whether the number is in it; NaN is in none but the first. */
    public boolean contains(double number) {
        return switch (this) {
            case REALS -> true;
            case NOT_NEGATIVE -> number >= 0;
            case POSITIVE -> number > 0;
            case NOT_ZERO -> number < 0 || number > 0;
        };
    }

    /** Tells whether an activation gives no other numbers. */
    public boolean containsAllOf(Activation activation) {
        return switch (this) {
            case REALS -> true;
            case NOT_NEGATIVE -> activation.range().low() >= 0;
            case POSITIVE, NOT_ZERO -> activation.isPositive();
        };
    }

    /** The numbers in words, a plural noun. */
    public String words() {
        return words;
    }
}
