package chat.parlor.message.erasure;

import java.util.List;

/// Rooms are gone, and their timelines are to go.
sealed interface RoomsGone permits RoomsErased, RoomsExpired {

    List<Gone> rooms();
}
