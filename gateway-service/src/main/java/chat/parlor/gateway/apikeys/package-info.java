/// API keys: by which programs call, each for what its scopes allow, until it is revoked.
@NullMarked
package chat.parlor.gateway.apikeys;

import org.jspecify.annotations.NullMarked;
