package chat.parlor.message.access;

import org.springframework.dao.TransientDataAccessException;

/// room-service cannot be asked just now; it passes, so whoever needs the answer repeats.
public class RoomsUnavailable extends TransientDataAccessException {

    private static final long serialVersionUID = 1L;

    RoomsUnavailable(Throwable cause) {
        super("room-service cannot be asked: " + cause.getMessage(), cause);
    }
}
