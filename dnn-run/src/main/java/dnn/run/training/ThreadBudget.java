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

    /** What an experiment's settings ask for: their count, or for {@code auto} every processor. */
    public static ThreadBudget of(EngineSettings settings) {
        return new ThreadBudget(
                settings.threads() instanceof EngineSettings.Threads.Count fixed
                        ? Math.max(1, fixed.count())
                        : Runtime.getRuntime().availableProcessors());
    }

    /** How many of so many pieces of work run at once. */
    public int workers(int pieces) {
        return Math.max(1, Math.min(pieces, threads));
    }

    /** What each of so many pieces of work that run at once may use. */
    public ThreadBudget share(int workers) {
        return new ThreadBudget(Math.max(1, threads / workers));
    }

    /** The same settings, on no more threads than this. */
    public EngineSettings limit(EngineSettings settings) {
        return settings.threads(Math.min(threads, of(settings).threads()));
    }
}
