/** Versions of wording rules and of the scorecard that trainers saved over the pack's; only ever added to. */
export const rulebook = `
  create table rulebook_revisions (
    position     bigint primary key,
    subject      text not null,
    version      integer not null,
    saved_at     timestamptz not null,
    staff_number text not null,
    staff_name   text not null,
    note         text not null,
    change       jsonb not null,
    unique (subject, version)
  );
`
