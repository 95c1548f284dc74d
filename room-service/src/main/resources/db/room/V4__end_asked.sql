-- Since when the guest of an assigned room waits for an answer: may the conversation end?
alter table rooms add column end_asked_at timestamptz;
alter table rooms add constraint only_an_assigned_room_is_asked_to_end check (end_asked_at is null or status = 'assigned');
