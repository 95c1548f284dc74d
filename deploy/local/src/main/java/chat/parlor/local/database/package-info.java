/// PostgreSQL as a process of its own, with a role and a schema for each service.
@NullMarked
package chat.parlor.local.database;

import org.jspecify.annotations.NullMarked;
