/** What a Rocket.Chat says no with, in REST and DDP alike (a `Meteor.Error`). */
export class Refusal extends Error {
  constructor(
    readonly code: string | number,
    readonly reason: string,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(`${reason} [${code}]`);
  }
}

/** @throws the refusal that a Rocket.Chat gives for something that is not there, when it is not. */
export function given<T>(value: T | undefined, code: string, reason: string): T {
  if (value === undefined) throw new Refusal(code, reason);
  return value;
}
