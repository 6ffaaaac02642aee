package dnn.engine.initializer;

import dnn.api.random.RandomStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * gain·Q·sign(diag R) from the QR decomposition of a standard normal matrix, with at least as many rows as columns;
 * transposed where the tensor has fewer. The signs make it uniform over orthogonal matrices. Saxe et al., 2014;
 * Mezzadri, 2007.
 *
 * @param gain the factor
 */
record OrthogonalMatrix(double gain) implements InitialValues {
    @Override
    public double[] draw(TensorPlace place, RandomStream stream) {
        int tall = Math.max(place.rows(), place.columns());
        int narrow = Math.min(place.rows(), place.columns());
        double[][] normal = new double[tall][narrow];
        for (double[] row : normal) {
            for (int j = 0; j < narrow; j++) {
                row[j] = stream.nextGaussian();
            }
        }
        QRDecomposition decomposition = new QRDecomposition(new Array2DRowRealMatrix(normal, false));
        RealMatrix q = decomposition.getQ();
        RealMatrix r = decomposition.getR();
        boolean transposed = place.rows() < place.columns();
        double[] values = new double[place.size()];
        for (int i = 0; i < tall; i++) {
            for (int j = 0; j < narrow; j++) {
                int row = transposed ? j : i;
                int column = transposed ? i : j;
                values[row * place.columns() + column] = gain * q.getEntry(i, j) * (r.getEntry(j, j) < 0 ? -1 : 1);
            }
        }
        return values;
    }
}
