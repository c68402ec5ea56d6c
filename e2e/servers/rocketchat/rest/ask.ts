import { Refusal } from '../chat/refusal.js';
import { type Ask, OtherAnswer } from './endpoint.js';

/** A text of the body; refused as a Rocket.Chat does when it is not there. */
export function textIn({ body }: Ask, ...names: readonly string[]): string {
  for (const name of names) if (typeof body[name] === 'string' && body[name] !== '') return body[name];
  throw new OtherAnswer(400, { error: `The '${names[0]}' param is required` });
}

export const optionalIn = ({ body }: Ask, name: string): string | undefined => {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A text of the query. */
export function queryText({ query }: Ask, ...names: readonly string[]): string {
  for (const name of names) {
    const value = query.get(name);
    if (value !== null && value !== '') return value;
  }
  throw new Refusal('error-roomid-param-not-provided', `The parameter "${names.join('" or "')}" is required`);
}

/** `updatedSince` as an ISO time, or nothing when it is not there. */
export function sinceIn({ query }: Ask): string | undefined {
  const since = query.get('updatedSince');
  if (since === null || since === '') return undefined;
  const ms = Date.parse(since);
  if (Number.isNaN(ms))
    throw new Refusal(
      'error-updatedSince-param-invalid',
      'The "updatedSince" query parameter must be a valid date.',
    );
  return new Date(ms).toISOString();
}
