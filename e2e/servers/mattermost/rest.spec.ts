import type { ClientError } from '@mattermost/client';
import { expect, test } from '@playwright/test';
import { type Mattermost, startMattermost } from './mattermost.js';
import { lendBrowser, type SdkPerson, startSdkPerson } from './sdk.js';

let mattermost: Mattermost;
let alice: SdkPerson;

let takeBack: () => void;

test.beforeAll(() => {
  takeBack = lendBrowser();
});

test.afterAll(() => takeBack());

test.beforeEach(async () => {
  mattermost = await startMattermost();
  alice = await startSdkPerson(mattermost.url, 'alice');
});

test.afterEach(async () => {
  alice?.leave();
  await mattermost?.stop();
});

const failing = (asking: Promise<unknown>): Promise<ClientError> =>
  asking.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as ClientError,
  );

test('the vendor’s client finds the server, signs in and reads teams and channels', async () => {
  const { rest } = alice;
  expect(await rest.ping(true)).toMatchObject({ status: 'OK', database_status: 'OK' });
  expect(await rest.getClientConfig()).toMatchObject({ Version: '11.9.0', SiteURL: mattermost.url });
  expect(await rest.getMe()).toMatchObject({ username: 'alice', id: alice.userId });
  const teams = await rest.getMyTeams();
  expect(teams.map((team) => team.name)).toEqual(['engineering', 'garden']);
  const channels = await rest.getAllTeamsChannels();
  expect(channels.map(({ name, type }) => `${type} ${name}`)).toEqual([
    'O town-square',
    'O town-square',
    'O builds',
    'P leads',
    'O roses',
  ]);
  const ofTeam = await rest.getMyChannels(teams[1]?.id ?? '');
  expect(ofTeam.map((channel) => channel.display_name)).toEqual(['Town Square', 'Roses']);
  const members = await rest.getAllChannelsMembers('me');
  expect(members.map((member) => member.channel_id)).toEqual(channels.map((channel) => channel.id));
  expect(rest.getServerVersion()).toContain('11.9.0');
});

test('a wrong password and a session that ended are refused in the vendor’s shape', async () => {
  const wrong = await failing(alice.rest.login('alice', 'not-it'));
  expect(wrong).toMatchObject({
    server_error_id: 'api.user.login.invalid_credentials_email_username',
    status_code: 401,
  });
  await mattermost.signOut('alice');
  expect(await failing(alice.rest.getMe())).toMatchObject({
    server_error_id: 'api.context.session_expired.app_error',
    status_code: 401,
  });
});

test('by cookies anything but GET needs the CSRF token', async () => {
  const cookies = await mattermost.cookiesFor('alice');
  const csrf = cookies.find((cookie) => cookie.name === 'MMCSRF')?.value ?? '';
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const mute = (headers: Readonly<Record<string, string>>) =>
    fetch(`${mattermost.url}/api/v4/channels/members/me/view`, {
      method: 'POST',
      headers: { cookie, ...headers },
      body: JSON.stringify({ channel_id: '' }),
    }).then((response) => response.status);
  expect(await mute({})).toBe(401);
  expect(await mute({ 'x-requested-with': 'XMLHttpRequest' })).toBe(401);
  expect(await mute({ 'x-csrf-token': csrf })).toBe(200);
  const me = await fetch(`${mattermost.url}/api/v4/users/me`, { headers: { cookie } });
  expect(me.status).toBe(200);
});

test('a browser that signs in is given three cookies, of which scripts may read two', async () => {
  const signIn = (headers: Readonly<Record<string, string>>) =>
    fetch(`${mattermost.url}/api/v4/users/login`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ login_id: 'bob@chat.test', password: 'bob-pw' }),
    });
  const response = await signIn({ 'x-requested-with': 'XMLHttpRequest' });
  const cookies = response.headers.getSetCookie();
  expect(cookies.map((one) => one.split('=')[0])).toEqual(['MMAUTHTOKEN', 'MMUSERID', 'MMCSRF']);
  expect(cookies.filter((one) => one.includes('HttpOnly'))).toHaveLength(1);
  expect(response.headers.get('token')).toHaveLength(26);
  expect((await signIn({})).headers.getSetCookie()).toEqual([]);
});

test('counts rise with messages and mentions and fall with reading', async () => {
  const { rest } = alice;
  const builds = await mattermost.channelId('engineering/builds');
  await mattermost.say('engineering/builds', 'bob', 'plain');
  await mattermost.say('engineering/builds', 'bob', 'hello @alice');
  await mattermost.say('engineering/builds', 'bob', 'all of you, @channel');
  const channel = await rest.getChannel(builds);
  expect(channel).toMatchObject({ total_msg_count: 3, total_msg_count_root: 3 });
  expect(await rest.getMyChannelMember(builds)).toMatchObject({ msg_count: 0, mention_count: 2 });
  const [engineering] = await rest.getMyTeamUnreads();
  expect(engineering).toMatchObject({ msg_count: 3, mention_count: 2 });
  expect((await rest.viewMyChannel(builds)).last_viewed_at_times).toEqual({ [builds]: channel.last_post_at });
  expect(await rest.getMyChannelMember(builds)).toMatchObject({ msg_count: 3, mention_count: 0 });
  const bob = await startSdkPerson(mattermost.url, 'bob');
  expect(await bob.rest.getMyChannelMember(builds)).toMatchObject({ msg_count: 3, mention_count: 0 });
  bob.leave();
});

test('mute is kept, stills group mentions but no personal ones', async () => {
  const { rest, userId } = alice;
  const builds = await mattermost.channelId('engineering/builds');
  await rest.updateChannelNotifyProps({ channel_id: builds, user_id: userId, mark_unread: 'mention' });
  await mattermost.say('engineering/builds', 'bob', '@all look');
  await mattermost.say('engineering/builds', 'bob', '@alice look');
  const member = await rest.getMyChannelMember(builds);
  expect(member).toMatchObject({
    mention_count: 1,
    notify_props: { mark_unread: 'mention', desktop: 'default' },
  });
  const { alice: truth } = await mattermost.truth();
  expect(truth?.find(({ id }) => id === builds)).toEqual({
    id: builds,
    name: 'Builds',
    team: 'engineering',
    kind: 'public',
    unread: 2,
    mentions: 1,
    threads: 0,
    threadReplies: 0,
    threadMentions: 0,
    muted: true,
    favourite: false,
    closed: false,
  });
  const bobId = await mattermost.userId('bob');
  const foreign = rest.updateChannelNotifyProps({
    channel_id: builds,
    user_id: bobId,
    mark_unread: 'mention',
  });
  expect(await failing(foreign)).toMatchObject({ status_code: 403 });
});

test('conversations of two and of a few count every message as a mention', async () => {
  const { rest, userId } = alice;
  const bobId = await mattermost.userId('bob');
  const carolId = await mattermost.userId('carol');
  const direct = await rest.createDirectChannel([userId, bobId]);
  expect(direct).toMatchObject({ type: 'D', team_id: '', name: [userId, bobId].toSorted().join('__') });
  const group = await rest.createGroupChannel([userId, bobId, carolId]);
  expect(group).toMatchObject({ type: 'G', team_id: '', display_name: 'alice, bob, carol' });
  expect(group.name).toMatch(/^[0-9a-f]{40}$/);
  await mattermost.say('alice,bob', 'bob', 'one');
  await mattermost.say('alice,bob,carol', 'carol', 'two');
  const { alice: truth } = await mattermost.truth();
  expect(truth?.slice(-2)).toMatchObject([
    { id: direct.id, name: 'bob', kind: 'direct', unread: 1, mentions: 1, team: '' },
    { id: group.id, name: 'alice, bob, carol', kind: 'group', unread: 1, mentions: 1 },
  ]);
  const ofGarden = await rest.getMyChannels((await rest.getMyTeams())[1]?.id ?? '');
  expect(ofGarden.map((channel) => channel.type)).toEqual(['O', 'O', 'D', 'G']);
});

test('posts are read, answered, changed and taken away', async () => {
  const { rest } = alice;
  const builds = await mattermost.channelId('engineering/builds');
  const first = await mattermost.say('engineering/builds', 'bob', 'first');
  const own = await rest.createPost({ channel_id: builds, message: 'second', root_id: first.id });
  expect((await rest.getPosts(builds)).order).toEqual([own.id, first.id]);
  expect((await rest.getPostThread(first.id)).order).toHaveLength(2);
  const edited = await rest.patchPost({ id: own.id, message: 'changed' });
  expect(edited.edit_at).toBeGreaterThan(0);
  expect(await failing(rest.patchPost({ id: first.id, message: 'not mine' }))).toMatchObject({
    status_code: 403,
  });
  await rest.deletePost(own.id);
  expect((await rest.getPosts(builds)).order).toEqual([first.id]);
  const unread = (await rest.markPostAsUnread(alice.userId, first.id)) as { readonly msg_count: number };
  expect(unread.msg_count).toBe(0);
});

test('channels are made, renamed, left, joined, archived and restored', async () => {
  const { rest, userId } = alice;
  const [team] = await rest.getMyTeams();
  const made = await rest.createChannel({
    team_id: team?.id ?? '',
    name: 'lunch',
    display_name: 'Lunch',
    type: 'O',
  } as never);
  expect(await rest.patchChannel(made.id, { display_name: 'Dinner' })).toMatchObject({
    display_name: 'Dinner',
  });
  await mattermost.join('engineering/lunch', 'bob');
  await rest.removeFromChannel(userId, made.id);
  expect((await rest.getAllTeamsChannels()).map(({ id }) => id)).not.toContain(made.id);
  await rest.addToChannel(userId, made.id);
  await rest.deleteChannel(made.id);
  expect((await rest.getAllTeamsChannels()).map(({ id }) => id)).not.toContain(made.id);
  const late = rest.createPost({ channel_id: made.id, message: 'too late' });
  expect(await failing(late)).toMatchObject({ status_code: 400 });
  await rest.unarchiveChannel(made.id);
  expect((await rest.getChannelByName(team?.id ?? '', 'lunch')).delete_at).toBe(0);
  const leads = await mattermost.channelId('engineering/leads');
  const carol = await startSdkPerson(mattermost.url, 'carol');
  expect(await failing(carol.rest.getChannel(leads))).toMatchObject({ status_code: 403 });
  carol.leave();
});

test('with collapsed threads replies count in their thread, without in their channel', async () => {
  const { rest, userId } = alice;
  const [team] = await rest.getMyTeams();
  const teamId = team?.id ?? '';
  const builds = await mattermost.channelId('engineering/builds');
  const root = await rest.createPost({ channel_id: builds, message: 'root' });
  await mattermost.reply(root.id, 'bob', 'a reply for @alice');
  await mattermost.reply(root.id, 'bob', 'and one more');
  const threads = await rest.getUserThreads('me', teamId, {});
  expect(threads).toMatchObject({ total: 1, total_unread_threads: 1, total_unread_mentions: 1 });
  expect(threads.threads[0]).toMatchObject({
    id: root.id,
    unread_replies: 2,
    unread_mentions: 1,
    reply_count: 2,
  });
  const member = await rest.getMyChannelMember(builds);
  expect(member).toMatchObject({ msg_count: 1, msg_count_root: 1, mention_count: 1, mention_count_root: 0 });
  const truth = async () => (await mattermost.truth())['alice']?.find(({ id }) => id === builds);
  expect(await truth()).toMatchObject({ unread: 0, mentions: 0 });
  await rest.createPost({ channel_id: builds, root_id: root.id, message: '@alice is me' });
  expect(await rest.getMyChannelMember(builds)).toMatchObject({ mention_count: 1 });
  await rest.updateThreadReadForUser(userId, teamId, root.id, Date.now() + 1000);
  expect(await rest.getUserThreads('me', teamId, { totalsOnly: true })).toMatchObject({
    total_unread_threads: 0,
  });
  await mattermost.collapseThreads('alice', false);
  expect(await truth()).toMatchObject({ unread: 3, mentions: 1 });
});
