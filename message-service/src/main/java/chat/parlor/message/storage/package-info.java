/// Where files are kept: a folder, or a bucket of an S3-compatible store.
@NullMarked
package chat.parlor.message.storage;

import org.jspecify.annotations.NullMarked;
