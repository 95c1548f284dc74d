/// The bot that greets guests and answers until a person has the conversation.
@NullMarked
package chat.parlor.ai;

import org.jspecify.annotations.NullMarked;
