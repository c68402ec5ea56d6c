import type { RuleRow, RuleTable } from '../../../electron/core/ipc/answers';

/** How many rows are asked for at once. */
export const PART_ROWS = 100;

/** What has come of the table so far, in parts. */
export interface RulePages {
  /** What was asked for: words, service, order. Rows of one question are never shown beside those of another. */
  readonly question: string;
  /** Undefined before anything has come. */
  readonly total: number | undefined;
  readonly parts: ReadonlyMap<number, { readonly version: string; readonly rows: readonly RuleRow[] }>;
}

export const noPages: RulePages = { question: '', total: undefined, parts: new Map() };

/** One answer, and what it answers. */
export interface PartAnswer {
  readonly question: string;
  readonly version: string;
  readonly part: number;
  readonly table: RuleTable;
}

/** Puts an answer in its place. What is older than it stays until it is asked for anew, unless it was another question. */
export function withPart(pages: RulePages, { question, version, part, table }: PartAnswer): RulePages {
  const others = pages.question === question ? [...pages.parts] : [];
  const last = Math.ceil(table.total / PART_ROWS);
  const parts = new Map(others.filter(([one]) => one < last));
  parts.set(part, { version, rows: table.rows });
  return { question, total: table.total, parts };
}

export const rowAt = (pages: RulePages, index: number): RuleRow | undefined =>
  pages.parts.get(Math.floor(index / PART_ROWS))?.rows[index % PART_ROWS];

/** Gives the parts that hold these rows and are missing or out of date. */
export function missingParts(
  pages: RulePages,
  { question, version }: Pick<PartAnswer, 'question' | 'version'>,
  firstRow: number,
  lastRow: number,
): readonly number[] {
  const first = Math.floor(Math.max(0, firstRow) / PART_ROWS);
  const last = Math.floor(Math.max(0, lastRow) / PART_ROWS);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (part) => pages.question !== question || pages.parts.get(part)?.version !== version,
  );
}
