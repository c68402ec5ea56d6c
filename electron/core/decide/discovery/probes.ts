import type { RefusedCertificate } from '../../model/certificate-trust';

/** What a probe looks for. */
export type ProbeKind =
  | 'page'
  | 'rocketchat'
  | 'mattermost'
  | 'zulip'
  | 'element'
  | 'matrix'
  | 'matrix-client'
  | 'more'
  | 'icon';

/** What kind of answer is read at all; of any other only status and address are told. */
export type Wanted = 'json' | 'page' | 'text' | 'picture';

/** One thing to ask: always a GET that tells nothing of the person. */
export interface Probe {
  readonly kind: ProbeKind;
  readonly url: string;
  readonly wanted: Wanted;
}

/** What came back. `url` is where redirects ended; `body` is empty when it was not of the kind that was wanted. */
export type ProbeAnswer =
  | {
      readonly kind: 'answered';
      readonly url: string;
      readonly status: number;
      readonly body: string;
      /** The header `www-authenticate` or `proxy-authenticate`. */
      readonly challenge: string | undefined;
      /** The header `x-reject-reason`, which Mattermost's own apps look for. */
      readonly rejectReason: string | undefined;
    }
  | {
      readonly kind: 'failed';
      /** Chromium's net error, `ERR_…`. */
      readonly code: string;
      readonly refused: RefusedCertificate | undefined;
    };

/** Answers by the probe's address; what is not there has not answered yet. */
export type Answers = ReadonlyMap<string, ProbeAnswer>;

const below = (base: string, kind: ProbeKind, path: string): Probe => ({
  kind,
  url: `${base}${path}`,
  wanted: 'json',
});

/** What is asked of one place; what a chat has only at the top of its host is asked only there. */
export function toProbes(base: string): readonly Probe[] {
  const isTop = new URL(base).pathname === '/';
  return [
    { kind: 'page', url: base, wanted: 'page' },
    below(base, 'rocketchat', 'api/info'),
    below(base, 'mattermost', 'api/v4/system/ping'),
    below(base, 'element', 'config.json'),
    ...(isTop
      ? [
          below(base, 'zulip', 'api/v1/server_settings'),
          below(base, 'matrix', '.well-known/matrix/client'),
          below(base, 'matrix-client', '_matrix/client/versions'),
        ]
      : []),
  ];
}

/** Gives the answer of one kind of probe of a place. */
export const answerOf = (answers: Answers, base: string, kind: ProbeKind): ProbeAnswer | undefined => {
  const probe = toProbes(base).find((one) => one.kind === kind);
  return probe === undefined ? undefined : answers.get(probe.url);
};

/** True when all that was asked of a place has been answered. */
export const isAnswered = (answers: Answers, base: string): boolean =>
  toProbes(base).every(({ url }) => answers.has(url));

/** Gives the JSON object of an answer of 200; undefined for all else. `anyStatus` also takes what came with an error. */
export function objectIn(
  answer: ProbeAnswer | undefined,
  anyStatus = false,
): Readonly<Record<string, unknown>> | undefined {
  if (answer?.kind !== 'answered' || (answer.status !== 200 && !anyStatus)) return undefined;
  try {
    const value: unknown = JSON.parse(answer.body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Gives a text of a server fit to show: on one line, at most 80 characters; undefined when there is none. */
export function wordsIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value
    .slice(0, 1000)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/\p{Surrogate}/gu, '')
    .trim();
  return words === '' ? undefined : words;
}
