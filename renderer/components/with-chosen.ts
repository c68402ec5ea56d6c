/** Gives the choices offered, and last what is chosen where it is none of them (any more). */
export const withChosen = <T>(offered: readonly T[], chosen: T | null | undefined): readonly T[] =>
  chosen === null || chosen === undefined || offered.includes(chosen) ? offered : [...offered, chosen];
