package dnn.config.check;

/** One kind of mistake, or a few that are found together. */
@FunctionalInterface
interface Check {
    /**
     * Reports to the subject what it finds there; leaves values alone that are not {@linkplain Subject#isUsable
     * usable}.
     */
    void check(Subject subject);
}
