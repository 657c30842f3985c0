/** When the words and the sound of a call under review were removed for their age; its figures stay. */
export const reviewRetention = `
  alter table review_calls add column emptied_at timestamptz;
  create index review_calls_not_emptied on review_calls (received_at) where emptied_at is null;
`
