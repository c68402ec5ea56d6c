import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Refusal } from '../model.js';

/** What a request asks for, in its query and its body: forms of either kind. */
export interface Params {
  text(name: string): string | undefined;
  /** @throws the vendor's refusal when it is missing. */
  needed(name: string): string;
  /** JSON in a parameter; undefined when there is none. @throws as the vendor does when it is broken. */
  json(name: string): unknown;
  number(name: string): number | undefined;
}

export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const values = new Map(query);
  const type = request.headers['content-type'] ?? '';
  if (/form/.test(type)) {
    const body = await new Response(await buffer(request), { headers: { 'content-type': type } }).formData();
    for (const [name, value] of body) if (typeof value === 'string') values.set(name, value);
  }
  const text = (name: string): string | undefined => values.get(name);
  const json = (name: string): unknown => {
    const value = values.get(name);
    if (value === undefined || value === 'null') return undefined;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw new Refusal(400, 'BAD_REQUEST', `${name} is not valid JSON`);
    }
  };
  return {
    text,
    json,
    needed: (name) => {
      const value = text(name);
      if (value !== undefined) return value;
      throw new Refusal(400, 'REQUEST_VARIABLE_MISSING', `Missing '${name}' argument`, { var_name: name });
    },
    number: (name) => {
      const value = json(name);
      if (value === undefined) return undefined;
      if (typeof value === 'number') return value;
      throw new Refusal(400, 'BAD_REQUEST', `${name} is not an integer`);
    },
  };
}
