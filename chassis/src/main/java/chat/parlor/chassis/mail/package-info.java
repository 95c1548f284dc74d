/// E-mails that commit with the data they speak of, and the loop that hands them to the mail server.
@NullMarked
package chat.parlor.chassis.mail;

import org.jspecify.annotations.NullMarked;
