-- What a person has set for itself. Without a row the defaults count.
create table personal_settings (
    account       text        primary key references account (id),
    version       bigint      not null check (version > 0), -- grows by one with each change
    sounds        boolean     not null,
    notifications text        not null check (notifications in ('all', 'mine', 'none')),
    preview       boolean     not null,
    theme         text        not null check (theme in ('system', 'light', 'dark')),
    language      text, -- none: that of the browser
    changed_at    timestamptz not null
);
