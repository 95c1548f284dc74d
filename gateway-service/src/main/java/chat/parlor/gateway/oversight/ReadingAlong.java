package chat.parlor.gateway.oversight;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditLog;
import chat.parlor.gateway.rooms.RoomState;
import chat.parlor.gateway.rooms.Rooms;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps in the audit log who reads a conversation while a colleague has it. Looking again within [#SAME] is the same
/// look: a client that reconnects or pages back writes no second line.
@Component
public class ReadingAlong {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingAlong.class);
    private static final Duration SAME = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 50_000;

    private final Rooms rooms;
    private final AuditLog audit;
    private final Cache<Look, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(SAME)
            .build();

    ReadingAlong(Rooms rooms, AuditLog audit) {
        this.rooms = rooms;
        this.audit = audit;
    }

    /// Somebody looks into a room.
    private record Look(String account, String room) {}

    /// Notes that `caller` reads `room`, where that is a colleague's conversation. Nobody waits for it: a line that
    /// cannot be written now is written with the next look.
    ///
    /// @param address the caller's, where it is known
    public void noted(Caller caller, String room, @Nullable String address) {
        var look = new Look(caller.id(), room);
        if (!RoomState.isStaff(caller) || noted.getIfPresent(look) != null) {
            return;
        }
        rooms.find(room)
                .filter(found -> found.isWithAnother(caller) && found.readableBy(caller))
                .filter(found -> noted.asMap().putIfAbsent(look, true) == null)
                .flatMap(found -> audit.record(new AuditEntry(
                        AuditEntry.Action.CONVERSATION_READ, caller.id(), room, address, AuditEntry.Result.OK)))
                .subscribe(done -> {}, failure -> {
                    noted.invalidate(look);
                    LOG.warn("reading of {} not noted: {}", room, failure.toString());
                });
    }
}
