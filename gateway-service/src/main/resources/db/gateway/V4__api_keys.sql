-- Keys by which programs call the API, each for what its scopes allow.
create table api_key (
    id           text        primary key,
    name         text        not null,
    scopes       text[]      not null check (cardinality(scopes) > 0),
    created_by   text        not null references account (id),
    created_at   timestamptz not null,
    expires_at   timestamptz, -- none: until it is revoked
    last_used_at timestamptz, -- coarse
    revoked_at   timestamptz
);
create index api_key_counting on api_key (created_at) where revoked_at is null;

-- The secrets of a key: one, and after a rotation for a while also the one before. They are never stored themselves.
create table api_key_secret (
    id         text        primary key,
    hash       text        not null unique, -- SHA-256 in hex
    key        text        not null references api_key (id),
    created_at timestamptz not null,
    ends_at    timestamptz -- none: as long as the key
);
create index api_key_secret_key on api_key_secret (key);
