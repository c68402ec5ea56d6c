import type { User } from '../chat/records.js';

/** What an endpoint is asked. */
export interface Ask {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly token: string;
}

export type Result = Readonly<Record<string, unknown>>;

export interface Endpoint {
  /** Also for those who are not signed in; then `user` is nobody. */
  readonly isOpen?: boolean;
  readonly run: (ask: Ask, user: User) => Promise<Result>;
}

/** By method and path below `/api/`: `GET v1/me`. */
export type Endpoints = Readonly<Record<string, Endpoint>>;

/** What all that answers knows of the server. */
export interface ServerFacts {
  readonly version: string;
  readonly siteName: string;
  readonly siteUrl: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Result;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of its own, where an endpoint says no in another way than by a refusal. */
export class OtherAnswer extends Error {
  constructor(
    readonly status: number,
    readonly body: Result,
  ) {
    super(`answered ${status}`);
  }
}
