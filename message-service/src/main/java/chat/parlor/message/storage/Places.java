package chat.parlor.message.storage;

/// Where a file lies by its key, spread over folders. The same on a disk and in a bucket, so that files can be moved
/// from
/// one to the other as they are.
final class Places {

    /// Where the random part of a key begins, and how much of it names the folder.
    private static final int RANDOM = 2;
    private static final int SPREAD = 2;

    private Places() {}

    /// Like `4k/f_4kq9x` for `f_4kq9x`.
    static String of(String key) {
        return key.substring(RANDOM, RANDOM + SPREAD) + "/" + key;
    }
}
