/// Targets side by side: rounds in rotated order, medians, spread, ratios.
@NullMarked
package chat.parlor.bench.compare;

import org.jspecify.annotations.NullMarked;
