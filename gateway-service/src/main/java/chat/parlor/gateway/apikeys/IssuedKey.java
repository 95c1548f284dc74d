package chat.parlor.gateway.apikeys;

/// A key with a secret that was just made.
///
/// @param secret what a program shows from now on; stored nowhere, and told this once
record IssuedKey(ApiKey key, String secret) {}
