package chat.parlor.local.database;

import chat.parlor.local.folder.Secrets;
import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// One database, and in it for each service a role and a schema that no other role can see.
final class Schemas {
    static final String DATABASE = "parlor";
    static final String ADMIN_SECRET = "database-admin";

    /// The service that finds names by parts of them, with an extension that its own role may not make.
    private static final String SEARCHING = "room";

    private final int port;
    private final Secrets secrets;

    Schemas(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    void prepare(Iterable<String> services) {
        try {
            createDatabase();
            try (var connection = connect(DATABASE)) {
                execute(connection, "revoke all on schema public from public");
                execute(connection, "revoke all on database " + DATABASE + " from public");
                for (var service : services) {
                    prepare(connection, service);
                }
            }
        } catch (SQLException failure) {
            throw new Refused(Reason.FAILED, "PostgreSQL refused to be set up: " + failure.getMessage());
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = connect("postgres")) {
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                execute(connection, "create database " + DATABASE);
            }
        }
    }

    private void prepare(Connection connection, String service) throws SQLException {
        var role = "parlor_" + service;
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role + " login nosuperuser nocreatedb nocreaterole");
        }
        // the secret is made of letters, digits, - and _ only
        execute(connection, "alter role " + role + " password '" + secrets.get("database-" + service) + "'");
        execute(connection, "alter role " + role + " set search_path = " + service);
        execute(connection, "grant connect on database " + DATABASE + " to " + role);
        execute(connection, "create schema if not exists " + service + " authorization " + role);
        if (service.equals(SEARCHING)) {
            execute(connection, "create extension if not exists pg_trgm schema " + service);
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", secrets.get(ADMIN_SECRET));
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
