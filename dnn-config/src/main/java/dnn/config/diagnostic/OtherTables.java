package dnn.config.diagnostic;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tables in files that dnn does not read, and what to do with them. */
final class OtherTables {
    private static final Pattern ADDRESS = Pattern.compile("(?:.*[/\\\\])?(?:https?|ftp|s3|gs|hdfs):/.*");
    private static final String AS_CSV = "save the sheet as CSV, and name that file";
    private static final String WRITE_CSV = "write it as CSV with the tool that made it, and name that file";
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("xlsx", AS_CSV),
            Map.entry("xls", AS_CSV),
            Map.entry("xlsm", AS_CSV),
            Map.entry("ods", AS_CSV),
            Map.entry("numbers", AS_CSV),
            Map.entry("parquet", WRITE_CSV),
            Map.entry("feather", WRITE_CSV),
            Map.entry("arrow", WRITE_CSV),
            Map.entry("orc", WRITE_CSV),
            Map.entry("json", WRITE_CSV),
            Map.entry("jsonl", WRITE_CSV),
            Map.entry("pkl", WRITE_CSV),
            Map.entry("pickle", WRITE_CSV),
            Map.entry("npy", WRITE_CSV),
            Map.entry("npz", WRITE_CSV),
            Map.entry("mat", WRITE_CSV),
            Map.entry("h5", WRITE_CSV),
            Map.entry("hdf5", WRITE_CSV),
            Map.entry("sav", WRITE_CSV),
            Map.entry("dta", WRITE_CSV),
            Map.entry("rds", WRITE_CSV),
            Map.entry("arff", WRITE_CSV),
            Map.entry("sqlite", WRITE_CSV),
            Map.entry("db", WRITE_CSV),
            Map.entry("zip", "unpack it, and name the table inside; gzip alone is read as it is"),
            Map.entry("pdf", "copy the table into a CSV file"));

    private OtherTables() {}

    /** Tells whether this is an address of the net. */
    static boolean isAddress(String file) {
        return ADDRESS.matcher(file).matches();
    }

    /** The advice about a file of this name that is no table. */
    static Optional<String> advice(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(ending))
                .map(advice -> "dnn reads CSV and TSV, plain or gzip, and IDX: " + advice);
    }
}
