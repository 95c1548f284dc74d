/// The data folder: its layout, version, lock, secrets, remembered ports and process ids.
@NullMarked
package chat.parlor.local.folder;

import org.jspecify.annotations.NullMarked;
