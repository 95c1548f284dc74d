/// When the bot speaks: once to greet, once to answer, never after a person has the conversation.
@NullMarked
package chat.parlor.ai.desk;

import org.jspecify.annotations.NullMarked;
