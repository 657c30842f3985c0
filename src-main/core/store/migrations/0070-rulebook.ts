import type { Migration } from '../migrate.ts'

/** Changed wording rules and scorecards (规则、评分表) as the centre gave them, and which scorecard was in use since when. */
export const rulebook: Migration = {
  version: 70,
  name: 'rulebook',
  sql: `
    -- Only ever added to.
    CREATE TABLE rulebook_revisions (
      position INTEGER PRIMARY KEY,
      body TEXT NOT NULL
    ) STRICT;

    -- Items of the scorecard; 'since' is ms of the epoch. A call is scored with those that were in use when it began.
    CREATE TABLE scorecards (
      since INTEGER PRIMARY KEY,
      items TEXT NOT NULL
    ) STRICT;
  `,
}
