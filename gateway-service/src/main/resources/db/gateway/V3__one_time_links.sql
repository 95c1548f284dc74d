-- Links that work once: an invitation to a new account, or a new password for one there is. The token itself is never
-- stored.
create table one_time_link (
    id         text        primary key,
    token_hash text        not null unique, -- SHA-256 in hex
    purpose    text        not null check (purpose in ('invitation', 'reset')),
    email      text        not null,
    name       text        not null, -- empty when the invited person shall say it
    roles      text[]      not null, -- of the account to be; empty for a reset
    account    text        references account (id), -- whose password; none for an invitation
    created_by text        not null references account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz,
    check ((purpose = 'reset') = (account is not null))
);
create index one_time_link_email on one_time_link (lower(email)) where used_at is null and revoked_at is null;
create index one_time_link_expires on one_time_link (expires_at);
