import type { User } from './records.js';

/** What `/me` says of a user. */
export function meOf(user: User, siteUrl: string) {
  const { digest: _, ...rest } = user;
  return {
    ...rest,
    email: user.emails[0]?.address,
    avatarUrl: new URL(`avatar/${user.username}`, siteUrl).href,
    services: {},
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
