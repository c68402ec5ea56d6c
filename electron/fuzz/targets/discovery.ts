import { explainChat, explainOther, iconsOfChat } from '../../core/decide/discovery/decide-discovery';
import { chatIn, isAllowedLead, probesOf, toLook, withLeads } from '../../core/decide/discovery/look';
import type { ProbeAnswer } from '../../core/decide/discovery/probes';
import { expectPlain, expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { toJson, valuesLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

const look = toLook('https://chat.example.org/team/', true);
const page =
  '<html><head><title>Team &amp; chat</title><base href="/x/"><link rel="icon" sizes="32x32" href="a.png"><link rel="apple-touch-icon" href=b.png><meta name="application-name" content="The Lounge"></head><body id=matrixchat>converse.initialize({</body></html>';
const bodies: Readonly<Record<string, unknown>> = {
  'api/info': { success: true, version: '7.10.0', info: { version: '2.0.0' } },
  'api/v4/system/ping': { status: 'OK', Version: '11.9.0' },
  'api/v1/server_settings': { zulip_version: '11.4', realm_name: 'Team', realm_icon: '/x.png' },
  'config.json': { default_server_config: {}, brand: 'Element' },
  '.well-known/matrix/client': { 'm.homeserver': { base_url: 'https://m.example.org' } },
  '_matrix/client/versions': { versions: ['v1.1'] },
  'api/v1/settings.public?': {
    settings: [
      { _id: 'Site_Name', value: 'Team' },
      { _id: 'Assets_favicon', value: { url: 'x.png' } },
    ],
  },
  'api/v4/config/client?': { SiteName: 'Team', Version: '11.9.0' },
};

/** One sort of answer at a time, and all of them. */
const found = [...Object.entries(bodies), ['', page] as const, ['all', bodies] as const].map(
  ([path, body]) => ({
    path,
    body,
    status: 200,
    challenge: 'Basic realm="x"',
    rejectReason: 'none',
    url: 'https://chat.example.org/team/',
  }),
);

/** Makes of what a server answered what was asked for; whatever is strange in it stays. */
function answersFor(value: unknown): Map<string, ProbeAnswer> {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const text = (name: string): string =>
    typeof given[name] === 'string' ? given[name].slice(0, 20_000) : '';
  const bodyOf = (url: string): string => {
    const body = given['body'];
    if (text('path') !== 'all') return typeof body === 'string' ? body.slice(0, 200_000) : toJson(body);
    const path = Object.keys(bodies).find((one) => url.includes(one));
    const own =
      typeof body === 'object' && body !== null && path !== undefined ? Reflect.get(body, path) : page;
    return typeof own === 'string' ? own : toJson(own);
  };
  const status = typeof given['status'] === 'number' ? given['status'] : 200;
  return new Map(
    probesOf(look).map(({ url }) => [
      url,
      {
        kind: 'answered',
        // Where redirects that were followed have led.
        url: isAllowedLead(url, text('url')) ? text('url') : url,
        status,
        body: bodyOf(url),
        challenge: text('challenge'),
        rejectReason: text('rejectReason'),
      },
    ]),
  );
}

function checkDiscovery(value: unknown): void {
  const answers = answersFor(value);
  const led = withLeads(look, answers);
  const chat = chatIn(led, answers, true);
  const limits = { text: 2100, list: 40 };
  expectPlain(chat === undefined ? explainOther(led, answers) : explainChat(led, chat, answers), limits);
  if (chat === undefined) return;
  for (const icon of iconsOfChat(chat, answers)) expectThat(URL.canParse(icon), 'no icon');
}

/** What servers answer while it is found out what they are. */
export const discoveryTargets: readonly FuzzTarget[] = [
  targetOf('answers of servers', valuesLike(found), checkDiscovery),
  targetOf('heads of pages', textsLike([page], ['<link ', '<base href=', '&#', '>', "'", '"']), (body) =>
    checkDiscovery({ ...found.find(({ path }) => path === ''), body }),
  ),
];
