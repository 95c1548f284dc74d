/// The web apps: the console, the widget and its demo page, as they were built.
@NullMarked
package chat.parlor.gateway.web;

import org.jspecify.annotations.NullMarked;
