-- How long they may be is configuration; this is the most that can be configured.
alter table guest
    drop constraint guest_name_check,
    drop constraint guest_phone_check,
    add constraint guest_name_check check (char_length(name) between 1 and 200),
    add constraint guest_phone_check check (char_length(phone) <= 64);
