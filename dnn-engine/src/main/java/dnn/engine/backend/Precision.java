package dnn.engine.backend;

/** The size of a backend's numbers. */
public enum Precision {
    /** 32-bit numbers, 24 bits of them significant. */
    FLOAT32,
    /** 64-bit numbers, 53 bits of them significant. */
    FLOAT64
}
