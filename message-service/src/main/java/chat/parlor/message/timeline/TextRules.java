package chat.parlor.message.timeline;

import chat.parlor.message.access.Checks;
import java.util.Optional;

/// Which texts and emoji are accepted. What is accepted is kept as typed.
final class TextRules {

    private static final int LONGEST_EMOJI = 32;
    private static final int HANGUL_CHOSEONG_FILLER = 0x115F;
    private static final int HANGUL_JUNGSEONG_FILLER = 0x1160;
    private static final int HANGUL_FILLER = 0x3164;
    private static final int HALFWIDTH_HANGUL_FILLER = 0xFFA0;
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int GRAPHEME_JOINER = 0x034F;

    private TextRules() {}

    /// Why `text` is not accepted.
    static Optional<Refusal> refusal(String text, int longest) {
        var characters = text.codePointCount(0, text.length());
        if (characters > longest) {
            return Optional.of(Refusal.textTooLong(characters, longest));
        }
        if (!Checks.isStorable(text)) {
            return Optional.of(Refusal.TEXT_BROKEN);
        }
        return text.codePoints().allMatch(TextRules::isInvisible) ? Optional.of(Refusal.TEXT_EMPTY) : Optional.empty();
    }

    /// Whether `emoji` can stand under a message: short, visible and without blanks.
    static boolean isEmoji(String emoji) {
        return !emoji.isEmpty()
                && emoji.length() <= LONGEST_EMOJI
                && Checks.isStorable(emoji)
                && emoji.codePoints().noneMatch(point -> Character.isWhitespace(point) || Character.isISOControl(point))
                && !emoji.codePoints().allMatch(TextRules::isInvisible);
    }

    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || isVariationSelector(point)
                || isFiller(point);
    }

    private static boolean isVariationSelector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }

    private static boolean isFiller(int point) {
        return switch (point) {
            case HANGUL_CHOSEONG_FILLER,
                    HANGUL_JUNGSEONG_FILLER,
                    HANGUL_FILLER,
                    HALFWIDTH_HANGUL_FILLER,
                    BRAILLE_BLANK,
                    GRAPHEME_JOINER -> true;
            default -> false;
        };
    }
}
