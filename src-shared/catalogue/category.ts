/** Why a matter was classed as it was. */
export const categoryText = {
  heard: (words: readonly string[]) => `听到“${words.join('”“')}”`,
} as const
