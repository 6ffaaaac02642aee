package dnn.launcher.terminal;

import dnn.api.grammar.Names;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;

/** The columns of a table: what was found in them and what becomes of them. */
public final class ColumnTable {
    /** More columns than this are not listed one by one. */
    private static final int MOST = 40;

    private ColumnTable() {}

    /** A row a column, for a terminal of this width; 0 for none. */
    public static String render(DataProfile profile, int width) {
        TextTable table = new TextTable("column", "type", "use", ">inputs", ">missing", ">distinct");
        profile.columns().stream()
                .limit(MOST)
                .forEach(column -> table.row(
                        column.name(),
                        Names.of(column.type()),
                        use(profile, column),
                        column.encodedWidth() == 0 ? "" : ReadableNumbers.count(column.encodedWidth()),
                        column.missing() == 0 ? "" : ReadableNumbers.count(column.missing()),
                        ReadableNumbers.count(column.distinct())));
        int more = profile.columns().size() - MOST;
        return table.render(width) + (more > 0 ? "and " + ReadableNumbers.counted(more, "further column") + "\n" : "");
    }

    private static String use(DataProfile profile, ColumnProfile column) {
        if (profile.features().contains(column.name())) {
            return "feature";
        }
        boolean target =
                profile.targets().stream().anyMatch(each -> each.column().equals(column.name()));
        return target ? "target" : "";
    }
}
