package chat.parlor.gateway.accounts;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The first administrator. Counts only while there is no administrator.
///
/// @param adminEmail the e-mail to sign in with; default `admin@parlor.local`
/// @param adminPassword the password; without one it is generated and written to `adminPasswordFile`
/// @param adminPasswordFile where a generated password goes, readable by its owner only; default
/// `data/secrets/admin-password`
@ConfigurationProperties("parlor.gateway")
record AdministratorProperties(
        @DefaultValue("admin@parlor.local") String adminEmail,
        @Nullable String adminPassword,
        @DefaultValue("data/secrets/admin-password") Path adminPasswordFile) {}
