/** Teams, calls under review with their sound, what was done in reviews, the lead's board and its whispers. */
export const reviews = `
  alter table seats add column team text not null default '';

  create table review_calls (
    call_id      text primary key,
    staff_number text not null,
    received_at  timestamptz not null,
    position     bigint not null unique,
    body         jsonb not null
  );
  create sequence review_call_positions;

  create table review_events (
    id          uuid primary key,
    position    bigint not null unique,
    call_id     text not null references review_calls (call_id),
    received_at timestamptz not null,
    body        jsonb not null
  );
  create sequence review_event_positions;
  create index review_events_by_call on review_events (call_id);

  create table review_audio (
    call_id text not null references review_calls (call_id) on delete cascade,
    piece   integer not null,
    last    boolean not null,
    base64  text not null,
    primary key (call_id, piece)
  );

  create table board_reports (
    staff_number text primary key,
    received_at  timestamptz not null,
    body         jsonb not null
  );

  create table whispers (
    id           uuid primary key,
    staff_number text not null,
    from_number  text not null,
    from_name    text not null,
    words        text not null,
    whispered_at timestamptz not null,
    given_at     timestamptz
  );
  create index whispers_waiting on whispers (staff_number, whispered_at) where given_at is null;
`
