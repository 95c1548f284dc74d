/// The promise as an object: what was acknowledged, held against every history.
@NullMarked
package chat.parlor.bench.ledger;

import org.jspecify.annotations.NullMarked;
