/** Id of the line that `/` goes to. */
export const entrySearchId = 'entry-search'
