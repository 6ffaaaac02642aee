package dnn.launcher.process;

/** The numbers by which the process tells its caller how it ended. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;

    /** A mistake of ours. */
    public static final int BUG = 1;

    /** A mistake in the user's file or arguments. */
    public static final int REFUSED = 2;

    /** Training stopped because numbers were no longer finite. */
    public static final int DIVERGED = 3;

    /** The figures that {@code dnn gradcheck} or {@code dnn verify} compared disagree. */
    public static final int DISAGREES = 4;

    /**
     * Stopped by the user; what was learnt is saved. Where the process is asked to end, the JVM itself makes it 143.
     */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
