import { useCallback, useEffect, useRef, useState } from 'react';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { RuleTableAsk } from '../../../electron/core/ipc/inputs';
import { useCommand, useProjection } from '../../store/use-shell';
import { missingParts, noPages, PART_ROWS, rowAt, withPart } from './rule-pages';

/** How often traffic is looked at anew. */
const TRAFFIC_MS = 30_000;
/** Most rows main gives at once. */
const ALL_ROWS = 500;

/** What is looked for in the table, and in which order. */
export type RuleQuestion = Omit<RuleTableAsk, 'offset' | 'limit'>;

/** The table of rules as far as it is there. */
export interface RuleTableView {
  /** Undefined while nothing has come yet. */
  readonly total: number | undefined;
  readonly hasFailed: boolean;
  readonly rowAt: (index: number) => RuleRow | undefined;
  /** Tells which rows are to be seen, so that they are asked for. */
  readonly see: (firstRow: number, lastRow: number) => void;
  readonly retry: () => void;
  /** Gives all rows, however many, as they are now. */
  readonly fetchAll: () => Promise<readonly RuleRow[]>;
}

/** Asks main for the table in parts: those to be seen, anew when rules change. */
export function useRuleTable(asked: RuleQuestion): RuleTableView {
  const command = useCommand();
  const policyVersion = useProjection((projection) => projection.policyVersion);
  const [pages, setPages] = useState(noPages);
  const [seen, setSeen] = useState({ first: 0, last: PART_ROWS - 1 });
  const [tick, setTick] = useState(0);
  const [failedAt, setFailedAt] = useState<string>();
  const underWay = useRef(new Set<string>());
  const question = JSON.stringify(asked);
  const version = `${policyVersion} ${tick}`;
  const latest = useRef(question);

  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), TRAFFIC_MS);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    latest.current = question;
    for (const part of missingParts(pages, { question, version }, seen.first, seen.last)) {
      const key = `${part} ${version} ${question}`;
      if (underWay.current.has(key) || failedAt === key) continue;
      underWay.current.add(key);
      const ask: RuleQuestion = JSON.parse(question) as RuleQuestion;
      command('rules.table', { ...ask, offset: part * PART_ROWS, limit: PART_ROWS })
        .then(
          (table) => {
            if (latest.current === question)
              setPages((before) => withPart(before, { question, version, part, table }));
          },
          () => setFailedAt(key),
        )
        .finally(() => underWay.current.delete(key));
    }
  }, [command, pages, question, version, seen, failedAt]);

  const see = useCallback((first: number, last: number) => {
    setSeen((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);
  const retry = useCallback(() => setFailedAt(undefined), []);
  const fetchAll = useCallback(async () => {
    const ask = JSON.parse(question) as RuleQuestion;
    const rows: RuleRow[] = [];
    for (let total = 1; rows.length < total;) {
      const table = await command('rules.table', { ...ask, offset: rows.length, limit: ALL_ROWS });
      if (table.rows.length === 0) break;
      rows.push(...table.rows);
      total = table.total;
    }
    return rows;
  }, [command, question]);

  return {
    total: pages.total,
    hasFailed: failedAt?.endsWith(question) ?? false,
    rowAt: (index) => rowAt(pages, index),
    see,
    retry,
    fetchAll,
  };
}
