/// The keys that sign internal tokens: kept in the database, rotated, published for the services.
@NullMarked
package chat.parlor.gateway.keys;

import org.jspecify.annotations.NullMarked;
