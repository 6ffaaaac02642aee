package dnn.run.training;

import dnn.api.EngineSettings;

/**
 * The greatest count of threads that a piece of work may keep busy. Work that is done side by side shares it. Never
 * changes a result.
 *
 * @param threads at least 1
 */
public record ThreadBudget(int threads) {
    public ThreadBudget {
        if (threads < 1) {
            throw new IllegalArgumentException("a budget of " + threads + " threads; at least 1 must compute");
        }
    }

    /** The threads that an experiment's settings ask for: their count, or for {@code auto} every processor. */
    public static ThreadBudget of(EngineSettings settings) {
        return new ThreadBudget(
                settings.threads() instanceof EngineSettings.Threads.Count fixed
                        ? Math.max(1, fixed.count())
                        : Runtime.getRuntime().availableProcessors());
    }

    /** The number of pieces of work, of so many, that run at once. */
    public int workers(int pieces) {
        return Math.max(1, Math.min(pieces, threads));
    }

    /** The threads that each of so many pieces of work at once may use. */
    public ThreadBudget share(int workers) {
        return new ThreadBudget(Math.max(1, threads / workers));
    }

    /** Settings on no more threads than this. */
    public EngineSettings limit(EngineSettings settings) {
        return settings.threads(Math.min(threads, of(settings).threads()));
    }
}
