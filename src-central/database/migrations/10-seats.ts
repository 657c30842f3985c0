/** Seats and the digests of their tokens; a token itself is never stored. */
export const seats = `
  create table seats (
    staff_number text primary key,
    staff_name   text not null,
    roles        text[] not null,
    token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
    created_at   timestamptz not null
  );
`
