-- What a host page says of a guest besides. Only what its server signed is verified; the rest anybody in that browser can say.
create table guest_attribute (
    guest    text        not null references guest (id) on delete cascade,
    name     text        not null check (char_length(name) between 1 and 64),
    value    text        not null check (char_length(value) <= 256),
    verified boolean     not null,
    set_at   timestamptz not null,
    primary key (guest, name)
);

-- How a guest visits, as its browser told it last.
create table guest_visit (
    guest   text primary key references guest (id) on delete cascade,
    browser text check (char_length(browser) <= 40),
    system  text check (char_length(system) <= 40),
    kind    text check (kind in ('desktop', 'phone', 'tablet')),
    locale  text check (char_length(locale) <= 35),
    zone    text check (char_length(zone) <= 64),
    told_at timestamptz not null
);

-- The pages a guest went through while a conversation lasted: the newest few, the older ones go.
create table guest_page (
    id      bigint      generated always as identity primary key,
    guest   text        not null references guest (id) on delete cascade,
    page    text        not null check (char_length(page) <= 2000),
    title   text check (char_length(title) <= 200),
    seen_at timestamptz not null
);
create index guest_page_guest on guest_page (guest, id);
