package chat.parlor.gateway.web;

/// One of the web apps and what its pages may do. None may run inline scripts or styles or be framed.
enum App {
    CONSOLE(
            "console",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                    + "media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    /// Scripts that other sites load into their own pages, under their own policies.
    WIDGET("widget", "default-src 'none'; frame-ancestors 'none'"),
    DEMO("demo", App.WITH_WIDGET),
    /// Where mails lead whose conversation began on no page they may lead to.
    CHAT("chat", App.WITH_WIDGET);

    private static final String WITH_WIDGET =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                    + "media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private final String folder;
    private final String policy;

    App(String folder, String policy) {
        this.folder = folder;
        this.policy = policy;
    }

    String folder() {
        return folder;
    }

    String policy() {
        return policy;
    }

    /// True when any path without a dot in its last part is a place within the app's one page.
    boolean hasPlaces() {
        return this == CONSOLE;
    }

    /// True when pages of every origin may read its files.
    boolean isShared() {
        return this == WIDGET;
    }
}
