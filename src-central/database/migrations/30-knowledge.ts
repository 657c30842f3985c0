/**
 * Knowledge entries with their revisions and who did what, the signed increments that seats take, and what seats tell of them.
 * One counter stamps every change of an entry and of its adoption, so that clients ask for what is newer than they have.
 */
export const knowledge = `
  create table knowledge_stamps (
    one  boolean primary key default true check (one),
    last integer not null
  );
  insert into knowledge_stamps (last) values (0);

  create table knowledge_entries (
    id    text primary key,
    stamp integer not null unique,
    entry jsonb not null
  );

  create table knowledge_revisions (
    entry_id text not null references knowledge_entries (id),
    revision integer not null check (revision > 0),
    content  jsonb not null,
    saved    jsonb not null,
    primary key (entry_id, revision)
  );

  create table knowledge_steps (
    number   integer generated always as identity primary key,
    entry_id text not null,
    revision integer not null,
    step     text not null,
    deed     jsonb not null,
    note     text,
    foreign key (entry_id, revision) references knowledge_revisions (entry_id, revision)
  );
  create index knowledge_steps_by_entry on knowledge_steps (entry_id);

  create table knowledge_increments (
    sequence  integer primary key check (sequence > 0),
    previous  text not null check (previous ~ '^[0-9a-f]{64}$'),
    digest    text not null check (digest ~ '^[0-9a-f]{64}$'),
    body      text not null,
    signature text not null
  );

  create table knowledge_signing_key (
    one         boolean primary key default true check (one),
    private_key text not null,
    created_at  timestamptz not null
  );

  create table knowledge_signals (
    id           uuid primary key,
    kind         text not null check (kind in ('read', 'wrong', 'expired', 'unanswered')),
    at           timestamptz not null,
    staff_number text not null,
    entry_id     text,
    version      text,
    text         text,
    note         text not null default ''
  );
  create index knowledge_signals_unanswered on knowledge_signals (at) where kind = 'unanswered';
  create index knowledge_signals_by_entry on knowledge_signals (entry_id, version);

  create table knowledge_adoption (
    entry_id text not null,
    version  text not null,
    stamp    integer not null unique,
    read     integer not null,
    wrong    integer not null,
    expired  integer not null,
    primary key (entry_id, version)
  );

  create table knowledge_dismissals (
    text text primary key,
    at   timestamptz not null
  );
`
