package chat.parlor.local;

import chat.parlor.local.demo.Demo;

/// What is said when everything runs.
record Welcome(Site site, Terminal terminal) {

    /// Says, at the first start only, how the administrator signs in.
    void administrator() {
        site.secrets()
                .find(Demo.ADMIN_SECRET)
                .ifPresent(password -> terminal.say("Administrator: " + Demo.adminEmail() + ", password: " + password
                        + "  (shown once, kept in " + site.secrets().file(Demo.ADMIN_SECRET) + ")"));
    }

    /// Says, in one line, where everything is.
    void addresses() {
        var url = site.url();
        terminal.say("Parlor is ready: console " + url + "/console/  widget demo " + url + "/demo/  health " + url
                + Health.PATH);
    }
}
