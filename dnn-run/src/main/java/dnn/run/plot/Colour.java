package dnn.run.plot;

/**
 * A colour on white paper, with the one that takes its place where the reader's system asks for dark.
 *
 * @param light as {@code #rrggbb}
 * @param dark as {@code #rrggbb}
 */
record Colour(String light, String dark) {
    /** The ground of every picture. */
    static final Colour PAPER = new Colour("#ffffff", "#12171d");

    /** Colour of text and outlines. */
    static final Colour INK = new Colour("#1f2933", "#e4e9ee");

    /** Colour of text that explains. */
    static final Colour MUTED = new Colour("#616e7c", "#9aa7b4");

    /** Colour of grid lines. */
    static final Colour GRID = new Colour("#d9dde3", "#2f3943");

    /** Colour of lines between neurons. */
    static final Colour LINK = new Colour("#9aa5b1", "#5f6c79");

    /** A ground that stands out a little from the paper. */
    static final Colour GROUND = new Colour("#f5f5f5", "#1c232b");

    /** Text on a strong colour. */
    static final Colour PALE = new Colour("#fafbfc", "#fafbfc");

    /** Colours told apart also by most colour-blind people, from Okabe and Ito, 2008, lighter in the dark. */
    private static final Colour[] PALETTE = {
        new Colour("#0072b2", "#3b94dd"),
        new Colour("#e69f00", "#f0b13a"),
        new Colour("#009e73", "#1fb88d"),
        new Colour("#cc79a7", "#d98fb8"),
        new Colour("#56b4e9", "#9ad5f7"),
        new Colour("#d55e00", "#ee7431"),
        new Colour("#8c6d31", "#b8945a"),
        new Colour("#5f4690", "#a78be0"),
        new Colour("#94a323", "#b9c84d"),
        new Colour("#7f7f7f", "#a9a9a9")
    };

    /** The colour of series or class {@code index}; they repeat after ten. */
    static Colour of(int index) {
        return PALETTE[index % PALETTE.length];
    }

    /** This colour with so much of it, 0 to 1, over a ground. */
    Colour over(Colour ground, double share) {
        return new Colour(mixed(ground.light, light, share), mixed(ground.dark, dark, share));
    }

    private static String mixed(String ground, String colour, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            int below = Integer.parseInt(ground.substring(i, i + 2), 16);
            int above = Integer.parseInt(colour.substring(i, i + 2), 16);
            mixed.append(String.format("%02x", (int) Math.round(below + share * (above - below))));
        }
        return mixed.toString();
    }
}
