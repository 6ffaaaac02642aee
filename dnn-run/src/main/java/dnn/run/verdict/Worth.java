package dnn.run.verdict;

import dnn.config.diagnostic.UserText;

/**
 * A figure beside that of saying the same for every item.
 *
 * @param split whose items were predicted
 * @param figure its written name
 * @param higherIsBetter whether more is better
 * @param value of the network
 * @param low 2.5 % of the figures of items drawn again are lower; NaN where that is not known
 * @param high 2.5 % of them are higher; NaN where that is not known
 * @param baseline of saying the same for every item
 */
public record Worth(
        String split, String figure, boolean higherIsBetter, double value, double low, double high, double baseline) {

    /** The standing of a network beside its baseline. */
    public enum Rank {
        /** The whole interval is better. */
        BETTER,
        /** Better, but the interval holds the baseline. */
        PERHAPS_BETTER,
        /** Equal or worse. */
        NO_BETTER,
        /** One of the figures has no value. */
        UNKNOWN
    }

    /** The standing of the network. */
    public Rank rank() {
        if (!Double.isFinite(value) || !Double.isFinite(baseline)) {
            return Rank.UNKNOWN;
        } else if (higherIsBetter ? value <= baseline : value >= baseline) {
            return Rank.NO_BETTER;
        }
        double near = higherIsBetter ? low : high;
        boolean beyond = higherIsBetter ? near > baseline : near < baseline;
        return Double.isNaN(near) || beyond ? Rank.BETTER : Rank.PERHAPS_BETTER;
    }

    String sentence() {
        String measured = "`" + figure + "` of the " + split + " split is " + UserText.figure(value)
                + (Double.isFinite(low) && Double.isFinite(high)
                        ? " (95 % interval " + UserText.figure(low) + " – " + UserText.figure(high) + ")"
                        : "");
        String beside = "the baseline, which knows no feature, has " + UserText.figure(baseline);
        return switch (rank()) {
            case BETTER -> "better than the baseline: " + measured + ", " + beside;
            case PERHAPS_BETTER -> "perhaps no better than the baseline: " + measured + ", " + beside;
            case NO_BETTER -> "no better than the baseline: " + measured + ", " + beside;
            case UNKNOWN -> "`" + figure + "` of the " + split + " split has no value to compare";
        };
    }
}
