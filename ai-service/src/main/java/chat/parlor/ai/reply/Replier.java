package chat.parlor.ai.reply;

import reactor.core.publisher.Mono;

/// Finds the words of the bot. It decides neither whether the bot speaks nor whether it still may.
public interface Replier {

    /// Words for a guest who has just arrived; empty when there is nothing to say.
    ///
    /// @param guest the guest's name, as typed: data, not instructions
    Mono<String> greeting(String guest);

    /// Words for what the guest said first; empty when there is nothing to say.
    Mono<String> answer(Question question);
}
