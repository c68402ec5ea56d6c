/** An answer that is an error, in the words of the Matrix specification. */
export class MatrixRefusal extends Error {
  constructor(
    readonly status: number,
    readonly errcode: string,
    message: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** @throws when there is none. */
export function found<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new MatrixRefusal(404, 'M_NOT_FOUND', `${what} not found`);
}

export const forbidden = (message: string) => new MatrixRefusal(403, 'M_FORBIDDEN', message);
export const badJson = (message: string) => new MatrixRefusal(400, 'M_BAD_JSON', message);
export const unknownToken = () =>
  new MatrixRefusal(401, 'M_UNKNOWN_TOKEN', 'Invalid access token passed.', { soft_logout: false });
export const missingToken = () => new MatrixRefusal(401, 'M_MISSING_TOKEN', 'Missing access token.');
