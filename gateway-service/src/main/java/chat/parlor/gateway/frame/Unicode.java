package chat.parlor.gateway.frame;

import tools.jackson.databind.JsonNode;

/// Tells texts that every service and database can hold from those they cannot: JSON can escape halves of surrogate
/// pairs, and PostgreSQL stores no NUL.
public final class Unicode {

    private Unicode() {}

    /// True when `text` has neither a lone surrogate nor NUL.
    public static boolean sound(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// True when every text and every name in `node` is sound. The depth of `node` must be bounded.
    static boolean sound(JsonNode node) {
        if (node.isString()) {
            return sound(node.stringValue());
        }
        for (var field : node.properties()) {
            if (!sound(field.getKey()) || !sound(field.getValue())) {
                return false;
            }
        }
        if (node.isArray()) {
            for (var item : node) {
                if (!sound(item)) {
                    return false;
                }
            }
        }
        return true;
    }
}
