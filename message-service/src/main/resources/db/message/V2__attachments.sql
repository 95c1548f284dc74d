-- What was uploaded into rooms. The files themselves lie beside the database, under the same id.
create table attachments (
    id          text        collate "C" primary key,
    room        text        collate "C" not null,
    uploader    text        collate "C" not null,
    name        text        not null,
    type        text        collate "C" not null,
    size        bigint      not null check (size > 0),
    -- of images, as they are to be shown
    width       integer,
    height      integer,
    -- the media type of its small copy, where there is one
    thumbnail   text        collate "C",
    uploaded_at timestamptz not null default now(),
    -- the message it goes with; until then only its uploader knows it
    seq         bigint
);

create index attachments_of_uploaders on attachments (uploader, uploaded_at) include (size);
create index attachments_of_rooms on attachments (room, seq) include (size);
create index attachments_waiting on attachments (uploaded_at) where seq is null;

-- What was deleted takes its files with it.
create index folds_deleted on folds (room, seq) where deleted_at is not null;
