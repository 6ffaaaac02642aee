package dnn.data.column;

import dnn.api.profile.ColumnProfile;
import dnn.data.table.Column;

/** Correlations of columns with a target, on the first rows. */
public final class Correlations {
    private static final int FEWEST = 20;

    private Correlations() {}

    /**
     * Pearson's coefficient of correlation, r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²), over those of the first
     * {@link ColumnProfile#SAMPLE} rows that have both numbers; NaN if they are fewer than {@value #FEWEST} or one of
     * the two never changes.
     */
    public static double of(Column one, Column other) {
        double[] x = one.firstNumbers();
        double[] y = other.firstNumbers();
        int rows = Math.min(x.length, y.length);
        int both = 0;
        double meanX = 0;
        double meanY = 0;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int row = 0; row < rows; row++) {
            if (Double.isFinite(x[row]) && Double.isFinite(y[row])) {
                both++;
                double fromX = x[row] - meanX;
                double fromY = y[row] - meanY;
                meanX += fromX / both;
                meanY += fromY / both;
                squaresX += fromX * (x[row] - meanX);
                squaresY += fromY * (y[row] - meanY);
                products += fromX * (y[row] - meanY);
            }
        }
        return both < FEWEST || squaresX == 0 || squaresY == 0 ? Double.NaN : products / Math.sqrt(squaresX * squaresY);
    }
}
