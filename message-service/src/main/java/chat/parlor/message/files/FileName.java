package chat.parlor.message.files;

/// What an uploader called a file, made fit to be shown and to be saved under.
final class FileName {

    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 6;
    private static final String NAMELESS = "file";

    private FileName() {}

    /// The last step of a path, without what cannot be seen or turns the reading direction, and not too long. A name
    /// of dots, or none, becomes `file`.
    static String of(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var visible = last.codePoints()
                .filter(FileName::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return visible.chars().allMatch(each -> each == '.' || each == ' ') ? NAMELESS : shortened(visible);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> "\"<>|:*?".indexOf(point) < 0;
        };
    }

    /// Keeps the ending.
    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
