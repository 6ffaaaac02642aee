package dnn.run.plot;

/** The shape of an item in a plot, by its split: told apart without colours. */
enum Mark {
    /** A dot. */
    TRAIN {
        @Override
        void draw(Svg svg, double x, double y, double size, Colour colour) {
            svg.circle(x, y, 2.6 * size, colour, Colour.PAPER);
        }
    },

    /** A larger diamond with an outline. */
    TEST {
        @Override
        void draw(Svg svg, double x, double y, double size, Colour colour) {
            String half = Svg.number(4 * size);
            svg.outlined(
                    "M" + Svg.number(x) + " " + Svg.number(y - 4 * size) + "l" + half + " " + half + "l-" + half + " "
                            + half + "l-" + half + " -" + half + "z",
                    colour,
                    Colour.INK);
        }
    };

    /** Draws one; size 1 is that of an item, larger ones are for legends. */
    abstract void draw(Svg svg, double x, double y, double size, Colour colour);
}
