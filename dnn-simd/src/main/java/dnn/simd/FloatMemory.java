package dnn.simd;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Scalars;
import dnn.engine.backend.Transfers;
import java.util.Arrays;

/** Memory in arrays of float32. Remembers nothing between calls, so any number of threads may use it at once. */
class FloatMemory implements Transfers {
    @Override
    public Buffer allocate(int length) {
        return new FloatArray(new float[length]);
    }

    @Override
    public Scalars allocateScalars(int count) {
        return new Sums(count);
    }

    @Override
    public void write(double[] source, int from, Buffer destination) {
        FloatArray to = array(destination);
        for (int i = 0; i < to.length(); i++) {
            to.values()[to.offset + i] = FloatFunctions.number(source[from + i]);
        }
    }

    @Override
    public void read(Buffer source, int count, double[] destination) {
        FloatArray from = array(source);
        for (int i = 0; i < count; i++) {
            destination[i] = from.values()[from.offset + i];
        }
    }

    @Override
    public void copy(Buffer source, Buffer destination, int count) {
        FloatArray x = array(source);
        FloatArray y = array(destination);
        System.arraycopy(x.values(), x.offset, y.values(), y.offset, count);
    }

    @Override
    public void clear(Scalars scalars) {
        Arrays.fill(((Sums) scalars).values, 0);
    }

    @Override
    public void write(Scalars scalars, int index, double value) {
        ((Sums) scalars).values[index] = value;
    }

    @Override
    public double read(Scalars scalars, int index) {
        return ((Sums) scalars).values[index];
    }

    @Override
    public void gatherColumns(Buffer source, int rows, int[] indices, int from, int count, Buffer destination) {
        FloatArray x = array(source);
        FloatArray y = array(destination);
        FloatPasses.gather(x.values(), x.offset, rows, indices, from, count, y.values(), y.offset);
    }

    static FloatArray array(Buffer buffer) {
        return (FloatArray) buffer;
    }
}
