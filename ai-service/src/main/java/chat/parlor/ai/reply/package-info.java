/// What the bot says; each way of finding the words is a vendor in a package below.
@NullMarked
package chat.parlor.ai.reply;

import org.jspecify.annotations.NullMarked;
