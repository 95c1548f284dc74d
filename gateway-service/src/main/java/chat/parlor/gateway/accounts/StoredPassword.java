package chat.parlor.gateway.accounts;

/// An account and the hash of its password, as stored.
public record StoredPassword(Account account, String hash) {}
