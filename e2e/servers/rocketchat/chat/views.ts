import type { User } from './records.js';

/** What `/me` says of a user. */
export function meOf(user: User, siteUrl: string) {
  const { digest: _digest, type: _type, ...rest } = user;
  return {
    ...rest,
    email: user.emails[0]?.address,
    avatarUrl: new URL(`avatar/${user.username}`, siteUrl).href,
    isOAuthUser: false,
    settings: { profile: {}, calendar: {}, ...user.settings },
    services: { password: { exists: true } },
  };
}

/** What others may see of one. */
export const publicUser = ({ _id, username, name, status, type, active, roles }: User) => ({
  _id,
  username,
  name,
  status,
  type,
  active,
  roles,
});
