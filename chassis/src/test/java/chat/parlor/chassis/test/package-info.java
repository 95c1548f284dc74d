/// The test kit: a real broker and a real database, test identities, contracts and house rules for every service.
@NullMarked
package chat.parlor.chassis.test;

import org.jspecify.annotations.NullMarked;
