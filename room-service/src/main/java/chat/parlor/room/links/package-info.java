/// What a guest room has to do with in the CRM: customer, lead, contact and opportunity. Staff only.
@NullMarked
package chat.parlor.room.links;

import org.jspecify.annotations.NullMarked;
