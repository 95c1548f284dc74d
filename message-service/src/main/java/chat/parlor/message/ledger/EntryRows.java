package chat.parlor.message.ledger;

import chat.parlor.message.access.Who;
import chat.parlor.message.timeline.Attachment;
import chat.parlor.message.timeline.Entry;
import chat.parlor.message.timeline.Fold;
import chat.parlor.message.timeline.Named;
import chat.parlor.message.timeline.Reaction;
import chat.parlor.message.timeline.Recorded;
import chat.parlor.message.timeline.Stamp;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Entries and folds as rows.
@Component
class EntryRows {

    /// The columns of an entry `e` as it was at first, and the epoch of its timeline `t`.
    static final String ENTRY_COLUMNS = """
            t.epoch, e.room, e.seq, e.type, e.client_id, e.author, e.author_kind, e.author_name, e.at, e.ordinal,
            e.target, e.text, e.reply_to, e.detail::text as detail
            """;

    /// The same with the fold `f` of the message it is or changes.
    static final String COLUMNS = ENTRY_COLUMNS + """
            , f.seq as fold_seq, f.text as fold_text, f.edited_at, f.deleted_at, f.reactions::text as reactions
            """;

    /// Joins the fold.
    static final String WITH_FOLD = "left join folds f on f.room = e.room and f.seq = coalesce(e.target, e.seq)";

    private final JsonMapper json;

    EntryRows(JsonMapper json) {
        this.json = json;
    }

    /// What reactions, notices and messages with files or mentions have beyond the columns all share.
    record Detail(
            @Nullable String emoji,
            @Nullable Boolean on,
            @Nullable List<Reaction> reactions,
            @Nullable String notice,
            @Nullable Named member,
            @Nullable String status,
            @Nullable List<Attachment> attachments,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<String> mentions) {

        private static final Detail NONE = new Detail(null, null, null, null, null, null, null, null);

        static Detail of(Entry.ReactionChange change) {
            return new Detail(change.emoji(), change.on(), change.reactions(), null, null, null, null, null);
        }

        static Detail of(Entry.Notice notice) {
            return new Detail(null, null, null, notice.notice(), notice.member(), notice.status(), null, null);
        }

        static Detail of(Entry.Message message) {
            return new Detail(null, null, null, null, null, null, message.attachments(), message.mentions());
        }
    }

    /// An entry and what became of the message it is or changes.
    record Row(Recorded recorded, Fold fold) {}

    Row row(Readable row) {
        return new Row(new Recorded(entry(row), number(row, "ordinal")), fold(row));
    }

    /// The detail of an entry as JSON; absent when the columns say it all.
    @Nullable
    String detail(Entry entry) {
        return switch (entry) {
            case Entry.ReactionChange change -> json.writeValueAsString(Detail.of(change));
            case Entry.Notice notice -> json.writeValueAsString(Detail.of(notice));
            case Entry.Message message ->
                message.attachments().isEmpty() && message.mentions().isEmpty()
                        ? null
                        : json.writeValueAsString(Detail.of(message));
            case Entry.Edit edit -> null;
            case Entry.Deletion deletion -> null;
        };
    }

    String reactions(Fold fold) {
        return json.writeValueAsString(fold.reactions());
    }

    /// The entry as it was at first.
    Entry entry(Readable row) {
        var stamp = stamp(row);
        var type = text(row, "type");
        return switch (type) {
            case "message.sent" -> message(stamp, row, detail(row));
            case "message.edited" -> new Entry.Edit(stamp, number(row, "target"), text(row, "text"));
            case "message.deleted" -> new Entry.Deletion(stamp, number(row, "target"));
            case "reaction.changed" -> reactionChange(stamp, number(row, "target"), detail(row));
            case "notice.posted" -> notice(stamp, detail(row));
            default -> throw new IllegalStateException("entry type: " + type + " (stored by a newer version?)");
        };
    }

    private static Entry message(Stamp stamp, Readable row, Detail detail) {
        return new Entry.Message(
                stamp,
                text(row, "text"),
                row.get("reply_to", Long.class),
                Objects.requireNonNullElse(detail.attachments(), List.of()),
                Objects.requireNonNullElse(detail.mentions(), List.of()),
                number(row, "ordinal"));
    }

    private static Entry reactionChange(Stamp stamp, long target, Detail detail) {
        return new Entry.ReactionChange(
                stamp,
                target,
                Objects.requireNonNull(detail.emoji()),
                Objects.requireNonNull(detail.on()),
                Objects.requireNonNull(detail.reactions()));
    }

    private static Entry notice(Stamp stamp, Detail detail) {
        return new Entry.Notice(stamp, Objects.requireNonNull(detail.notice()), detail.member(), detail.status());
    }

    private static Stamp stamp(Readable row) {
        var kind = Who.Kind.valueOf(text(row, "author_kind").toUpperCase(Locale.ROOT));
        return new Stamp(
                text(row, "room"),
                number(row, "epoch"),
                number(row, "seq"),
                text(row, "client_id"),
                new Who(text(row, "author"), kind, text(row, "author_name")),
                Objects.requireNonNull(row.get("at", Instant.class)));
    }

    private Fold fold(Readable row) {
        if (row.get("fold_seq", Long.class) == null) {
            return Fold.NONE;
        }
        var reactions = json.readValue(text(row, "reactions"), Reaction[].class);
        return new Fold(
                row.get("fold_text", String.class),
                row.get("edited_at", Instant.class),
                row.get("deleted_at", Instant.class),
                List.of(reactions));
    }

    private Detail detail(Readable row) {
        var detail = row.get("detail", String.class);
        return detail == null ? Detail.NONE : json.readValue(detail, Detail.class);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
