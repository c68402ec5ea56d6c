import { describe, expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import { emptyPersisted, type Persisted } from '../model/persisted';
import { carryOut, type ImportChoice } from './carry-out';
import type { ForeignData } from './foreign';
import { exportOf, exports } from '../../main/moving/exports.test-support';
import { catalogue, known } from './known.test-support';
import { parseImport } from './parse-import';
import { planImport, type ImportPlan } from './plan-import';
import { reduce } from '../state/reduce';
import { createInitialState } from '../state/app-state';

const dataOf = (text: string): ForeignData => {
  const parsed = parseImport(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.data;
};
const plan = (text: string, here: Persisted = emptyPersisted): ImportPlan =>
  planImport(dataOf(text), here, known);
const everything = ({ services }: ImportPlan, addresses: ImportChoice['addresses'] = {}): ImportChoice => ({
  keys: services.map(({ key }) => key),
  addresses,
});
/** What is kept after everything was brought over. */
function after(
  text: string,
  here: Persisted = emptyPersisted,
  addresses: ImportChoice['addresses'] = {},
): Persisted {
  const made = plan(text, here);
  const brought = carryOut(made, everything(made, addresses), known, 7);
  return reduce(createInitialState(here), { kind: 'services-brought', ...brought }).persisted;
}
const ferdium = (services: readonly object[], workspaces: readonly object[] = []): string =>
  JSON.stringify({ services, workspaces });

describe('what comes', () => {
  it('E1 import.services: every service of every valid export comes', () => {
    const counts = exports.map(([, text]) => {
      const asked: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
      const list = Array.isArray(asked)
        ? asked
        : (asked as { readonly services: readonly unknown[] }).services;
      return { asked: list.length, came: after(text).services.length };
    });
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expect(counts).toHaveLength(6);
    expect(sum(counts.map(({ came }) => came)) / sum(counts.map(({ asked }) => asked))).toBe(1);
  });

  it.each(exports)('E1 nothing of %s is refused', (_name, text) => {
    expect(dataOf(text).refused).toEqual([]);
  });

  it('E4 every kind of Ferdium’s catalogue has a page', () => {
    const services = [...catalogue].map(([recipeId, address], id) => ({
      id,
      recipeId,
      name: recipeId,
      settings: {
        ...(address.includes('{team}') && { team: 'acme' }),
        ...(address === '' && { customUrl: 'https://own.example.org/' }),
      },
    }));
    const made = plan(ferdium(services));
    expect(made.services).toHaveLength(439);
    expect(made.services.filter(({ status }) => status !== 'new')).toEqual([]);
    expect(made.services.every(({ url }) => URL.canParse(url ?? '') && !url?.includes('{'))).toBe(true);
  });

  it('E4 E6 is the recipe of its kind, at its own address, its team’s or its kind’s, in the order there', () => {
    const { services } = after(exportOf('ferdium-objects.ferdium-data'));
    expect(services.map(({ recipeId, name, url }) => [recipeId, name, url])).toEqual([
      ['mattermost', 'Ops', 'https://mm.example.org/ops'],
      ['slack', 'Acme', 'https://acme.slack.com/'],
      ['thelounge', 'IRC', 'http://irc.lan:9000/'],
      ['rocketchat', 'Team', 'https://chat.example.org/'],
      ['whatsapp', 'WhatsApp', 'https://web.whatsapp.com/'],
      ['whatsapp', 'WhatsApp 2', 'https://web.whatsapp.com/'],
      ['website', 'Mail', 'https://mail.google.com/'],
      ['website', 'Intranet', 'https://intranet.example.org/'],
      ['website', 'Outlook', 'https://outlook.office.com/mail/'],
      ['zulip', 'Zulip', 'https://acme.zulipchat.com/'],
      ['discord', 'Discord', 'https://discord.com/app'],
      ['website', 'Jira', 'https://acme.atlassian.net/'],
    ]);
  });

  it('E1 objects and texts come to the same', () => {
    const bare = ({ services, workspaces, rules }: Persisted) => ({ services, workspaces, rules });
    expect(bare(after(exportOf('ferdium-texts.ferdium-data')))).toEqual(
      bare(after(exportOf('ferdium-objects.ferdium-data'))),
    );
  });

  it('E1 E4 Rambox and Hamsket come by position', () => {
    const come = [
      ...after(exportOf('rambox-backup.json')).services,
      ...after(exportOf('hamsket-backup.json')).services,
    ];
    expect(come.map(({ recipeId, url, zoomPercent }) => [recipeId, url, zoomPercent])).toEqual([
      ['rocketchat', 'https://chat.example.org/', 100],
      ['slack', 'https://acme.slack.com/', 100],
      ['website', 'https://wiki.example.org/', 100],
      ['whatsapp', 'https://web.whatsapp.com/', 100],
      ['telegram', 'https://web.telegram.org/', 100],
      ['mattermost', 'https://mm.example.org/', 100],
      ['discord', 'https://discord.com/app', 120],
      ['element', 'https://riot.example.org/', 69],
    ]);
  });

  it('E5 what was set stands as rules and switches', () => {
    const { services, rules } = after(exportOf('ferdium-objects.ferdium-data'));
    const nameOf = (id: string | undefined) => services.find((service) => service.id === id)?.name;
    const set = rules.map(({ scope, values }) => [
      nameOf(scope.kind === 'service' ? scope.serviceId : ''),
      values,
    ]);
    expect(set).toEqual([
      ['Ops', { sound: false }],
      ['Acme', { notify: 'none' }],
      ['IRC', { badge: 'none' }],
      ['Team', { badge: 'mentions' }],
    ]);
    expect(services.filter(({ enabled }) => !enabled).map(({ name }) => name)).toEqual(['WhatsApp']);
    const rambox = after(exportOf('rambox-backup.json')).services;
    expect(rambox.filter(({ countInTotal }) => !countInTotal).map(({ name }) => name)).toEqual(['Wiki']);
  });

  it('E5 what has no like here is told', () => {
    const left = [
      ...plan(exportOf('ferdium-objects.ferdium-data')).services,
      ...plan(exportOf('rambox-backup.json')).services,
    ]
      .filter((service) => service.left.length > 0)
      .map((service) => [service.name, service.left]);
    expect(left).toEqual([
      ['WhatsApp 2', ['icon']],
      ['Mail', ['spelling']],
      ['Intranet', ['proxy-password']],
      ['Outlook', ['favourites']],
      ['Team', ['trust']],
      ['Wiki', ['icon', 'code']],
    ]);
  });

  it('E4 asks for an address that nothing says, and takes what is given', () => {
    const text = ferdium([{ id: 1, recipeId: 'self-made', name: 'Ours', settings: {} }]);
    const made = plan(text);
    const key = made.services[0]?.key ?? '';
    expect(made.services[0]?.status).toBe('no-address');
    expect(after(text).services).toEqual([]);
    expect(after(text, emptyPersisted, { [key]: 'ours.example.org' }).services[0]?.url).toBe(
      'https://ours.example.org/',
    );
    const bad = carryOut(made, { keys: [key], addresses: { [key]: 'mailto:a@b' } }, known, 0);
    expect(bad).toMatchObject({ services: [], unaddressed: [key] });
  });
});

describe('workspaces', () => {
  it('E8 come with their services in order, without the mark for keep loaded', () => {
    const { services, workspaces } = after(exportOf('ferdium-objects.ferdium-data'));
    const nameOf = (id: string) => services.find((service) => service.id === id)?.name;
    expect(workspaces.map(({ name, serviceIds }) => [name, serviceIds.map(nameOf)])).toEqual([
      ['Home', ['WhatsApp', 'WhatsApp 2']],
      ['Work', ['Team', 'Ops', 'Acme']],
    ]);
  });

  it('E8 one of the same name is added to, two of one name become one, one without services stays behind', () => {
    const here = {
      ...emptyPersisted,
      services: [aService('mine')],
      workspaces: [{ id: 'w', name: 'Work', serviceIds: ['mine'], staysQuiet: true }],
    };
    const text = ferdium(
      [{ id: 1, recipeId: 'discord', name: 'D' }],
      [
        { name: 'Work', services: '["1"]' },
        { name: 'New', services: [1] },
        { name: 'New', services: [1] },
        { name: 'Empty', services: [99] },
        { name: '', services: [1] },
      ],
    );
    const { services, workspaces } = after(text, here);
    expect(workspaces.map(({ name, serviceIds }) => [name, serviceIds])).toEqual([
      ['Work', ['mine', services[1]?.id]],
      ['New', [services[1]?.id]],
    ]);
    expect(plan(text, here).refused).toEqual([
      { what: 'workspace', name: 'Empty', reason: 'no-services' },
      { what: 'workspace', name: '', reason: 'no-name' },
    ]);
  });
});

describe('twice', () => {
  it.each(exports)('E7 %s does not double, whatever it is called here', (_name, text) => {
    const once = after(text);
    expect(after(text, once)).toEqual(once);
    const renamed = {
      ...once,
      services: once.services.map((service, index) => Object.assign({}, service, { name: `Mine ${index}` })),
    };
    expect(after(text, renamed)).toEqual(renamed);
    expect(plan(text, renamed).services.every(({ status }) => status === 'here')).toBe(true);
  });

  it('E7 knows what was added by hand, by kind, address and name, and leaves two accounts two', () => {
    const byHand = aService('mine', {
      recipeId: 'whatsapp',
      url: 'https://web.whatsapp.com/',
      name: 'WhatsApp 2',
    });
    const made = plan(exportOf('ferdium-objects.ferdium-data'), { ...emptyPersisted, services: [byHand] });
    const both = made.services.filter(({ recipeId }) => recipeId === 'whatsapp');
    expect(both.map(({ name, status }) => [name, status])).toEqual([
      ['WhatsApp', 'new'],
      ['WhatsApp 2', 'here'],
    ]);
  });

  it('E7 two accounts without a name of their own stay two', () => {
    const twins = ferdium([
      { id: 1, recipeId: 'telegram', name: 'Telegram' },
      { id: 2, recipeId: 'telegram', name: 'Telegram' },
    ]);
    const once = after(twins);
    expect(once.services).toHaveLength(2);
    expect(after(twins, once)).toEqual(once);
  });
});
