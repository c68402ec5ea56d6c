import type { Answers, ProbeAnswer } from './probes';

/** An answer of 200, with what differs from it; an object is JSON. */
export const answered = (
  url: string,
  body: string | object = '',
  more: Partial<Extract<ProbeAnswer, { kind: 'answered' }>> = {},
): ProbeAnswer => ({
  kind: 'answered',
  url,
  status: 200,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  challenge: undefined,
  rejectReason: undefined,
  ...more,
});

export const failed = (code: string): ProbeAnswer => ({ kind: 'failed', code, refused: undefined });

/** Answers by address. */
export const answersOf = (answers: Readonly<Record<string, ProbeAnswer>>): Answers =>
  new Map(Object.entries(answers));

/** Answers at their own addresses, below one place. */
export const answersBelow = (base: string, files: Readonly<Record<string, string | object>>): Answers =>
  new Map(Object.entries(files).map(([path, body]) => [base + path, answered(base + path, body)]));
