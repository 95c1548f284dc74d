-- People who sign in. E-mails are unique whatever their case.
create table account (
    id         text        primary key,
    name       text        not null,
    email      text        not null,
    password   text        not null, -- Argon2id, with its own parameters and salt
    roles      text[]      not null check (cardinality(roles) > 0),
    disabled   boolean     not null default false,
    created_at timestamptz not null
);
create unique index account_email on account (lower(email));
create index account_page on account (lower(name), id);

-- Sign-in sessions. The token itself is never stored.
create table session (
    id         text        primary key,
    token_hash text        not null unique, -- SHA-256 in hex
    account    text        not null references account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index session_account on session (account);
create index session_expires on session (expires_at);

-- Keys that sign internal tokens: published some time before they sign, kept until the last token they signed is over.
create table signing_key (
    id         text        primary key,
    jwk        text        not null,
    created_at timestamptz not null,
    signs_from timestamptz not null
);

-- Who did what, when, from where and how it ended. Rows are only ever added.
create table audit (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    action  text        not null,
    actor   text, -- account id; none when nobody is known behind it
    subject text, -- what it was done to
    address text,
    result  text        not null check (result in ('ok', 'failed'))
);
create index audit_at on audit (at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit is append-only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_is_append_only();
