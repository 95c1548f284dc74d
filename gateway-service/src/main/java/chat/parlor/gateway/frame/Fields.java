package chat.parlor.gateway.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of one frame, each taken with the type it must have. A field that is `null` counts as absent.
final class Fields {

    private static final int LONGEST_REF = 64;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    private static final String NOT_AN_ID = ": not an id (expected: 1 to 64 of A-Z a-z 0-9 . _ ~ -)";

    private final JsonNode object;
    private final @Nullable String ref;

    private Fields(JsonNode object, @Nullable String ref) {
        this.object = object;
        this.ref = ref;
    }

    static Fields of(JsonNode object) throws BadFrame {
        return new Fields(object, new Fields(object, null).optionalText("ref", LONGEST_REF));
    }

    static void requireId(String name, String id) throws BadFrame {
        if (!isId(id)) {
            throw new BadFrame(null, name + NOT_AN_ID);
        }
    }

    private static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    @Nullable
    String ref() {
        return ref;
    }

    String id(String name) throws BadFrame {
        var id = present(name);
        if (!id.isString() || !isId(id.stringValue())) {
            throw bad(name + NOT_AN_ID);
        }
        return id.stringValue();
    }

    String text(String name, int longest) throws BadFrame {
        present(name);
        var text = optionalText(name, longest);
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(String name, int longest) throws BadFrame {
        var text = object.get(name);
        if (text == null || text.isNull()) {
            return null;
        }
        if (!text.isString()) {
            throw bad(name + ": not a text");
        }
        if (text.stringValue().length() > longest) {
            throw bad(name + ": " + text.stringValue().length() + " characters (expected: at most " + longest + ")");
        }
        return text.stringValue();
    }

    String oneOf(String name, Set<String> allowed) throws BadFrame {
        var value = present(name);
        if (!value.isString() || !allowed.contains(value.stringValue())) {
            throw bad(name + ": unknown (expected: one of "
                    + String.join(", ", allowed.stream().sorted().toList()) + ")");
        }
        return value.stringValue();
    }

    boolean flag(String name) throws BadFrame {
        var flag = present(name);
        if (!flag.isBoolean()) {
            throw bad(name + ": not true or false");
        }
        return flag.booleanValue();
    }

    long whole(String name, long least) throws BadFrame {
        present(name);
        var number = optionalWhole(name, least);
        return number == null ? least : number;
    }

    @Nullable
    Long optionalWhole(String name, long least) throws BadFrame {
        var number = object.get(name);
        if (number == null || number.isNull()) {
            return null;
        }
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < least) {
            throw bad(name + ": not a whole number of at least " + least);
        }
        return number.longValue();
    }

    @Nullable
    List<JsonNode> optionalList(String name, int most) throws BadFrame {
        var list = object.get(name);
        if (list == null || list.isNull()) {
            return null;
        }
        if (!list.isArray() || list.size() > most) {
            throw bad(name + ": not a list of at most " + most);
        }
        var items = new ArrayList<JsonNode>(list.size());
        for (var item : list) {
            if (!item.isString() && !item.isObject()) {
                throw bad(name + ": holds what is neither an id nor an object");
            }
            items.add(item);
        }
        return items;
    }

    @Nullable
    List<String> optionalIds(String name, int most) throws BadFrame {
        var items = optionalList(name, most);
        if (items == null) {
            return null;
        }
        for (var item : items) {
            if (!item.isString() || !isId(item.stringValue())) {
                throw bad(name + NOT_AN_ID);
            }
        }
        return items.stream().map(JsonNode::stringValue).toList();
    }

    @Nullable
    JsonNode optionalScalar(String name, int longest) throws BadFrame {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if ((!value.isString() && !value.isNumber()) || value.asString().length() > longest) {
            throw bad(name + ": neither a short text nor a number");
        }
        return value;
    }

    BadFrame bad(String message) {
        return new BadFrame(ref, message);
    }

    private JsonNode present(String name) throws BadFrame {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            throw bad(name + ": missing");
        }
        return value;
    }
}
