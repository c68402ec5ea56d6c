/** An answer that is an error, in the vendor's words. */
export class ApiError extends Error {
  constructor(
    readonly statusCode: number,
    readonly id: string,
    message: string,
  ) {
    super(message);
  }
}

export const notFound = (id: string, message: string) => new ApiError(404, id, message);

/** @throws when there is none. */
export function found<T>(value: T | undefined, what: 'user' | 'team' | 'channel' | 'post' | 'thread'): T {
  if (value !== undefined) return value;
  throw notFound(`app.${what}.get.existing.app_error`, `Unable to find the existing ${what}.`);
}

export const noPermission = () =>
  new ApiError(403, 'api.context.permissions.app_error', 'You do not have the appropriate permissions.');

export const sessionExpired = () =>
  new ApiError(
    401,
    'api.context.session_expired.app_error',
    'Invalid or expired session, please login again.',
  );

export const invalidParam = (name: string) =>
  new ApiError(
    400,
    'api.context.invalid_body_param.app_error',
    `Invalid or missing ${name} in request body.`,
  );
