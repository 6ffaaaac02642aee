package dnn.data.column;

import dnn.api.data.ColumnDeclaration;
import dnn.api.profile.CellFormat;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.NumberWriting;
import dnn.data.table.NumericColumn;
import dnn.data.table.RowPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The formats of a table's columns, as declared or as the cells show. Which of two formats is meant may show in other
 * columns: a table has one decimal sign.
 */
public final class Formats {
    private final Map<String, ColumnDeclaration> declared;
    private final Map<String, ColumnFormat> found = new HashMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Map<String, Mixed> mixed = new HashMap<>();
    private boolean points;
    private boolean commas;

    private record Open(ColumnFormat one, ColumnFormat other, String sample, long row, boolean besideSemicolons) {
        Optional<ColumnFormat> of(CellFormat format) {
            return List.of(one, other).stream()
                    .filter(each -> each.format() == format)
                    .findFirst();
        }
    }

    private record Mixed(String first, long firstRow, String other, long otherRow) {}

    private Formats(Map<String, ColumnDeclaration> declared) {
        this.declared = declared;
    }

    /** Of a table without any. */
    public static Formats none() {
        return new Formats(Map.of());
    }

    /**
     * The formats of columns.
     *
     * @param declared what is said of columns, by name
     * @param decimal the decimal sign that is declared for the whole table
     * @param columns of the table
     * @param asText names of columns whose texts matter as they are, unless a format is declared
     */
    public static Formats of(
            Map<String, ColumnDeclaration> declared,
            Optional<String> decimal,
            List<Column> columns,
            Set<String> asText) {
        Formats formats = new Formats(declared);
        for (Column column : columns) {
            formats.commas |= column.showsDecimalComma();
            formats.points |= !(column instanceof CodedColumn) && !column.showsDecimalComma() && hasFractions(column);
            if (column instanceof CodedColumn coded) {
                formats.look(coded, asText.contains(column.name()));
            }
        }
        decimal.ifPresent(sign -> {
            formats.points = sign.equals(".");
            formats.commas = sign.equals(",");
        });
        formats.decide();
        return formats;
    }

    private static boolean hasFractions(Column column) {
        return Arrays.stream(column.firstNumbers())
                .anyMatch(number -> Double.isFinite(number) && number != Math.rint(number));
    }

    private void look(CodedColumn column, boolean asText) {
        ColumnDeclaration declaration = declared.getOrDefault(column.name(), ColumnDeclaration.defaults());
        Optional<CellFormat> written = declaration.formatInForce();
        if (written.isPresent()) {
            found.put(
                    column.name(),
                    new FormatSearch(column, true).marked(written.get()).orElse(new ColumnFormat(written.get())));
            return;
        }
        Optional<ColumnType> type = declaration.typeInForce();
        boolean readable = type.isEmpty() || type.get() == ColumnType.NUMERIC || type.get() == ColumnType.DATE_TIME;
        if (!readable || (asText && type.isEmpty()) || isPlain(column)) {
            return;
        }
        Set<CellFormat> candidates = EnumSet.allOf(CellFormat.class);
        candidates.removeIf(
                format -> type.filter(given -> given != format.type()).isPresent());
        search(column, candidates);
    }

    private static boolean isPlain(CodedColumn column) {
        return (column.type() == ColumnType.NUMERIC && !column.mayBeThousands())
                || ColumnTypes.found(column) == ColumnType.BOOLEAN
                || ColumnTypes.found(column) == ColumnType.DATE_TIME;
    }

    private void search(CodedColumn column, Set<CellFormat> candidates) {
        FormatSearch search = new FormatSearch(column, column.mayBeThousands());
        List<ColumnFormat> formats = search.formats(candidates);
        if (formats.isEmpty()) {
            search.mixture().ifPresent(codes -> mixed.put(column.name(), mixed(column, codes)));
            return;
        }
        ColumnFormat first = formats.get(0);
        for (ColumnFormat other : formats.subList(1, formats.size())) {
            Optional<Integer> difference = search.difference(first, other);
            boolean firstMore = search.readsMore(first, other);
            boolean otherMore = search.readsMore(other, first);
            if (difference.isPresent() && firstMore == otherMore) {
                int code = difference.get();
                open.put(
                        column.name(),
                        new Open(
                                first,
                                other,
                                column.texts().get(code),
                                RowPlace.line(column.firstRow(code)),
                                column.mayBeThousands()));
                return;
            }
            first = otherMore && !firstMore ? other : first;
        }
        found.put(column.name(), first);
        if (formats.stream().anyMatch(format -> ColumnFormat.isOfNumbers(format.format()))) {
            // What both signs read alike, such as 5 %, tells nothing about them.
            ColumnFormat point = new ColumnFormat(CellFormat.DECIMAL_POINT, first.mark());
            ColumnFormat comma = new ColumnFormat(CellFormat.DECIMAL_COMMA, first.mark());
            points |= search.readsMore(point, comma) && first.format() == CellFormat.DECIMAL_POINT;
            commas |= search.readsMore(comma, point) && first.format() == CellFormat.DECIMAL_COMMA;
        }
    }

    private static Mixed mixed(CodedColumn column, int[] codes) {
        return new Mixed(
                column.texts().get(codes[0]),
                RowPlace.line(column.firstRow(codes[0])),
                column.texts().get(codes[1]),
                RowPlace.line(column.firstRow(codes[1])));
    }

    /**
     * Numbers that can be read in two ways are read by the decimal sign that the table has elsewhere; where it has
     * none, a comma parts fractions beside semicolons.
     */
    private void decide() {
        for (Map.Entry<String, Open> column : List.copyOf(open.entrySet())) {
            Open reading = column.getValue();
            boolean customary =
                    !points && reading.besideSemicolons() && reading.sample().indexOf(',') >= 0;
            Optional<CellFormat> sign = points == commas && !customary
                    ? Optional.empty()
                    : Optional.of(points ? CellFormat.DECIMAL_POINT : CellFormat.DECIMAL_COMMA);
            sign.flatMap(reading::of).ifPresent(format -> {
                found.put(column.getKey(), format);
                open.remove(column.getKey());
            });
        }
    }

    /** The way in which the table's numbers are written, whose fields this parts. */
    public NumberWriting writing(String separator) {
        return new NumberWriting(Optional.of(separator), points, commas);
    }

    /** The format of a column; of one that is left open, one of the two. */
    public Optional<ColumnFormat> of(String column) {
        return certain(column).or(() -> Optional.ofNullable(open.get(column)).map(Open::one));
    }

    /** The format of a column about which there is no doubt. */
    public Optional<ColumnFormat> certain(String column) {
        return Optional.ofNullable(found.get(column));
    }

    /** Columns with the numbers that they mean, where they have a format. */
    public List<Column> read(List<Column> columns) {
        List<Column> read = new ArrayList<>();
        for (Column column : columns) {
            read.add(of(column.name())
                    .<Column>map(format -> read(column, format))
                    .orElse(column));
        }
        return read;
    }

    /** The numbers that a column's texts mean; a column of numbers as it is. */
    public static Column read(Column column, ColumnFormat format) {
        return column instanceof CodedColumn coded
                ? NumericColumn.written(
                        coded,
                        coded.texts().stream()
                                .mapToDouble(text -> format.isCertain(text, coded) ? format.number(text) : Double.NaN)
                                .toArray())
                : column;
    }

    /** The problem that keeps a column from being read. */
    public List<DataProblem> problems(String path, String column) {
        Open reading = open.get(column);
        if (reading != null) {
            return List.of(new DataProblem.UncertainFormat(
                    path,
                    column,
                    reading.sample(),
                    reading.row(),
                    List.of(meaning(reading.one(), reading.sample()), meaning(reading.other(), reading.sample()))));
        }
        Mixed ways = mixed.get(column);
        return ways == null
                ? List.of()
                : List.of(new DataProblem.MixedFormats(
                        path, column, ways.first(), ways.firstRow(), ways.other(), ways.otherRow()));
    }

    private static DataProblem.FormatReading meaning(ColumnFormat format, String sample) {
        return new DataProblem.FormatReading(format.format(), format.meaning(sample));
    }
}
