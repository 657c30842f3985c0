/** Where a site pack keeps what, relative to its folder. Those that end in `/` are folders. */
export const packFiles = {
  meta: 'pack.yaml',
  divisions: 'places/divisions.csv',
  roads: 'places/roads.csv',
  points: 'places/points.csv',
  subjects: 'subjects.csv',
  categories: 'categories.csv',
  dispatch: 'dispatch.csv',
  calendar: 'calendar.yaml',
  deadlines: 'deadlines.yaml',
  answers: 'answers/',
  scripts: 'scripts/',
  checklists: 'checklists.yaml',
  norms: 'norms/',
  lexicon: 'lexicon.yaml',
  scorecard: 'scorecard.yaml',
} as const
