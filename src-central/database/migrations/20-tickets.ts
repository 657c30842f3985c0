/** Tickets, the day's last number, and which idempotency key led to which ticket. */
export const tickets = `
  create table ticket_numbering (
    day  text primary key check (day ~ '^[0-9]{8}$'),
    last integer not null check (last between 1 and 999999)
  );

  create table tickets (
    number            text primary key check (number ~ '^[0-9]{8}-[0-9]{6}$'),
    local_id          uuid not null unique,
    staff_number      text not null,
    status            text not null default 'received' check (status in ('received', 'dispatched', 'closed')),
    received_at       timestamptz not null,
    submission        jsonb not null,
    submission_sha256 text not null
  );
  create index tickets_by_seat on tickets (staff_number, number desc);

  create table idempotency_keys (
    key               uuid primary key,
    submission_sha256 text not null,
    ticket_number     text not null references tickets (number),
    received_at       timestamptz not null
  );
`
