import type { SwitcherEntry } from '../../../electron/core/switcher/entry';

const recipes = [
  'Mattermost',
  'Rocket.Chat',
  'The Lounge',
  'Slack',
  'Element',
  'Zulip',
  'Converse',
  'Microsoft Teams',
  'Discord',
  'Telegram',
];
const teams = [
  'Work',
  'Acme Müller GmbH',
  'Home',
  'Université',
  'Libera',
  'Kundendienst',
  'オープン',
  'Сообщество',
];
const rooms = [
  'general',
  'random',
  'off-topic',
  'announcements',
  'help',
  'town-square',
  'general-talk',
  'intros',
];
const firsts = [
  'dev',
  'ops',
  'team',
  'proj',
  'support',
  'sales',
  'infra',
  'design',
  'data',
  'release',
  'tmp',
  'ext',
];
const seconds = [
  'frontend',
  'backend',
  'payments',
  'apollo',
  'réunion',
  'straße',
  'monitoring',
  'security',
  'mobile',
  'billing',
  'hiring',
  'rocket',
  'platform',
  'kubernetes',
  'marketing',
  'señales',
  'büro',
  'checkout',
  'search',
  'translations',
];
const thirds = [
  '',
  '',
  '',
  'alerts',
  'private',
  'eu',
  '2024',
  'leads',
  'standup',
  'CamelCase',
  'bugs',
  'review',
];
const given = [
  'Ada',
  'Mara',
  'José',
  'Zoë',
  'Jürgen',
  'Işıl',
  'Łukasz',
  'Priya',
  'Chen',
  'Søren',
  'Fatima',
  'Noah',
];
const family = [
  'Lovelace',
  'Müller',
  'García',
  'Nguyễn',
  'Yılmaz',
  'Kowalski',
  'Sharma',
  'Wei',
  'Ødegård',
  'O’Neill',
];
const others = [
  'общий чат',
  'разработка',
  'Γενικά',
  '一般',
  '開発チーム',
  'お知らせ',
  'プロジェクト管理',
  '공지사항',
  '개발 팀',
  'مَرْكَز الدعم',
  'الفريق العام',
  'כללי',
  'सामान्य चर्चा',
  'ทั่วไป',
  '前端开发',
  '🎉 party',
];

/** Gives the same numbers from 0 up to but not including 1 at every run. */
export function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One service and its channels, as one group. */
export interface Group {
  readonly key: string;
  readonly entries: readonly SwitcherEntry[];
}

/** Gives so many services with so many channels each: rooms, people, and a tenth in other scripts. */
export function createGroups(services = 200, channels = 100): readonly Group[] {
  const dice = createDice(7);
  const pick = (words: readonly string[]): string => words[Math.floor(dice() * words.length)] ?? '';
  const room = (): string => [pick(firsts), pick(seconds), pick(thirds)].filter(Boolean).join('-');
  return Array.from({ length: services }, (_, service) => {
    const serviceId = `s${service}`;
    const recipe = recipes[service % recipes.length] ?? '';
    const where = service < recipes.length ? recipe : `${pick(teams)} ${service}`;
    const terms = [recipe];
    const entries: SwitcherEntry[] = [];
    const facts = { mentions: 0, muted: false, favourite: false, serviceId, where, terms };
    entries.push({
      ...facts,
      key: `service:${serviceId}`,
      kind: 'service',
      name: where,
      where: '',
      unread: 0,
      isDirect: false,
      lastActivityMs: undefined,
    });
    for (let channel = 0; channel < channels; channel += 1) {
      const isDirect = channel >= 60 && channel < 90;
      const ordinary = channel < rooms.length ? (rooms[channel] ?? '') : room();
      const name = isDirect ? `${pick(given)} ${pick(family)}` : ordinary;
      const unread = dice() < 0.1 ? Math.ceil(dice() * 9) : 0;
      entries.push({
        ...facts,
        key: `channel:${serviceId}:${channel}`,
        kind: 'channel',
        name: channel >= 90 ? `${pick(others)} ${channel % 3 === 0 ? channel : ''}`.trim() : name,
        channelKind: isDirect ? 'direct' : 'public',
        isDirect,
        unread,
        mentions: unread > 6 ? 1 : 0,
        muted: dice() < 0.05,
        lastActivityMs: Math.floor(dice() * 1e9),
      });
    }
    return { key: `service:${serviceId}`, entries };
  });
}

/** What people type, letter by letter: names, words out of order, initials, mistakes, other scripts, nothing there. */
export const typed = [
  'general',
  'rgen',
  'mattermost general',
  'general mattermost',
  'genreal',
  'dev-frontend',
  'devfron',
  'jurgen muller',
  'muller jurgen',
  'reunion',
  'strasse',
  'isil yilmaz',
  'kubernetse',
  'translatoins eu',
  'общий',
  '開発',
  'お知らせ',
  '공지',
  'مركز',
  'proj apollo leads',
  'zzzxq',
  'e',
  'slack: random',
  '@ada',
  '#ops',
];
