package dnn.simd;

/**
 * Work cut into tasks that may run in any order on any thread. What the tasks are must not depend on how many threads
 * there are.
 */
abstract class Job {
    /**
     * Does one task.
     *
     * @param task from 0
     * @param worker which thread does it, from 0; two tasks of one worker never run at once, so that it may own scratch
     *     memory
     */
    abstract void run(int task, int worker);
}
