/// Words by rule: no model, no network, always there.
@NullMarked
package chat.parlor.ai.reply.rules;

import org.jspecify.annotations.NullMarked;
