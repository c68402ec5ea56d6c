/** Gives names a label in place of theirs, the same for the same name: `service-3`. */
export type Labels = (name: string) => string;

/**
 * Creates labels for all of these names. Their numbers are in no order that tells anything, and other ones each time.
 * `random` gives from 0 up to but not including 1.
 */
export function createLabels(kind: string, names: readonly string[], random: () => number): Labels {
  const all = [...new Set(names)];
  const drawn = all.map((name) => ({ name, rank: random() })).toSorted((a, b) => a.rank - b.rank);
  const labels = new Map(drawn.map(({ name }, index) => [name, `${kind}-${index + 1}`]));
  return (name) => labels.get(name) ?? `${kind}-gone`;
}
