import type { PreferenceType } from '@mattermost/types/preferences';
import { randomBytes } from 'node:crypto';
import { ApiError, found } from '../errors.js';
import { newId } from '../ids.js';
import { nextTimeMs, type ServerState, type Session, type UserRecord, type World } from '../model.js';
import { tellUser } from '../tell.js';

/** Signs somebody in by name or address and password. */
export function signIn(world: World, loginId: string, password: string): Session {
  const user = Object.values(world.state.users).find(
    ({ profile }) => profile.username === loginId || profile.email === loginId,
  );
  if (user === undefined || user.password !== password)
    throw new ApiError(
      401,
      'api.user.login.invalid_credentials_email_username',
      'Enter a valid email or username and/or password.',
    );
  return openSession(world, user.profile.id);
}

/** A new session of that person. */
export function openSession({ state }: World, userId: string): Session {
  found(state.users[userId], 'user');
  const session: Session = {
    id: newId(),
    token: randomBytes(16).toString('hex').slice(0, 26),
    userId,
    csrf: newId(),
    createdAtMs: nextTimeMs(state),
  };
  state.sessions[session.token] = session;
  return session;
}

/** Ends sessions: of a person all, or those that fit. Their sockets stay open and hear nothing more, as the vendor has it. */
export function endSessions(
  { state, tell }: World,
  userId: string,
  fits: (session: Session) => boolean = () => true,
): void {
  const ended = Object.values(state.sessions).filter((one) => one.userId === userId && fits(one));
  for (const { token } of ended) delete state.sessions[token];
  tell({ kind: 'sessions-ended', tokens: ended.map(({ token }) => token) });
}

/** Keeps a person's preferences. */
export function savePreferences(world: World, userId: string, preferences: readonly PreferenceType[]): void {
  const user = found(world.state.users[userId], 'user');
  for (const { category, name, value } of preferences) user.preferences[`${category}--${name}`] = value ?? '';
  tellUser(world, userId, 'preferences_changed', { preferences: JSON.stringify(preferences) });
}

/** A person's preferences as the vendor lists them. */
export function preferencesOf({ profile, preferences }: UserRecord): PreferenceType[] {
  return Object.entries(preferences).map(([key, value]) => {
    const [category = '', name = ''] = key.split('--');
    return { user_id: profile.id, category, name, value };
  });
}

/** Changes whether somebody is seen as there; everybody is told. */
export function setStatus(world: World, userId: string, status: UserRecord['status']): void {
  const user = found(world.state.users[userId], 'user');
  user.status = status;
  for (const id of Object.keys(world.state.users))
    tellUser(world, id, 'status_change', { user_id: userId, status });
}

/** The person of that name. */
export function userByName(state: ServerState, name: string): UserRecord | undefined {
  return Object.values(state.users).find(({ profile }) => profile.username === name);
}
