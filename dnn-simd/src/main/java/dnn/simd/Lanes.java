package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The width of vectors here: as the processor prefers, or narrower where {@code -Ddnn.simd.bits=128|256|512} says so.
 * Results do not depend on it.
 */
final class Lanes {
    /** The property that narrows vectors, for tests. */
    static final String PROPERTY = "dnn.simd.bits";

    /** Bits of a vector: 128, 256 or 512. */
    static final int BITS = bits();

    /** Vectors of float32. */
    static final VectorSpecies<Float> FLOAT = VectorSpecies.of(float.class, VectorShape.forBitSize(BITS));

    /** Vectors of float64. */
    static final VectorSpecies<Double> DOUBLE = VectorSpecies.of(double.class, VectorShape.forBitSize(BITS));

    /** Bits of the partial sums that a sum over contiguous numbers is split into, whatever the width of a vector. */
    static final int LOGICAL_BITS = 512;

    private Lanes() {}

    private static int bits() {
        int preferred = Math.min(LOGICAL_BITS, FloatVector.SPECIES_PREFERRED.vectorBitSize());
        int asked = Integer.getInteger(PROPERTY, preferred);
        if (asked != 128 && asked != 256 && asked != 512) {
            throw new IllegalArgumentException(PROPERTY + " is 128, 256 or 512, not " + asked);
        }
        return Math.min(asked, preferred);
    }
}
