package chat.parlor.drills.member;

/// An account and how it calls.
///
/// @param id of the account
/// @param token of its session
/// @param api from its own address
public record Person(String id, String token, Api api) {}
