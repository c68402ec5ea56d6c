import { expect, it } from 'vitest';
import { exportOf } from '../../main/moving/exports.test-support';
import { emptyPersisted, type Persisted } from '../model/persisted';
import { untweaked } from '../model/tweaks';
import { createInitialState } from '../state/app-state';
import { reduce } from '../state/reduce';
import { carryOut } from './carry-out';
import { known } from './known.test-support';
import { parseImport } from './parse-import';
import { planImport, type ImportPlan } from './plan-import';

function plan(text: string): ImportPlan {
  const parsed = parseImport(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return planImport(parsed.data, emptyPersisted, known);
}
/** What is kept after everything was brought over. */
function after(text: string): Persisted {
  const made = plan(text);
  const keys = made.services.map(({ key }) => key);
  const brought = carryOut(made, { keys, addresses: {} }, known, 7);
  return reduce(createInitialState(emptyPersisted), { kind: 'services-brought', ...brought }).persisted;
}

it('E5 how pages are shown and reached comes along, without the password of a proxy', () => {
  const came = after(exportOf('ferdium-objects.ferdium-data'));
  const named = came.tweaks.map(({ serviceId, ...tweaks }) => [
    came.services.find(({ id }) => id === serviceId)?.name,
    tweaks,
  ]);
  const proxy = { kind: 'server', scheme: 'http', host: 'proxy.lan', port: 3128, except: [] };
  expect(named).toEqual([
    ['WhatsApp', { ...untweaked, dark: 'on' }],
    ['Mail', { ...untweaked, userAgent: 'Mozilla/5.0' }],
    ['Intranet', { ...untweaked, proxy }],
  ]);
  expect(JSON.stringify(came.tweaks)).not.toContain('"p"');
});

it('E5 own styles and scripts come, but for what speaks to the other app, and what is too long', () => {
  const entry = { type: 'custom', name: 'Wiki', url: 'https://wiki.test/' };
  const codeOf = (more: object) => {
    const text = JSON.stringify([{ ...entry, ...more }]);
    const { css, js } = after(text).tweaks[0] ?? untweaked;
    return [css, js, plan(text).services[0]?.left];
  };
  expect(codeOf({ custom_css: 'p {}', custom_js: 'a()' })).toEqual(['p {}', 'a()', []]);
  expect(codeOf({ custom_css: 'p {}', js_unread: 'rambox.x()' })).toEqual(['p {}', '', ['code']]);
  expect(codeOf({ custom_js: 'x'.repeat(200_001) })).toEqual(['', '', ['code']]);
  expect(codeOf({ userAgent: 'a\nb' })).toEqual(['', '', ['user-agent']]);
});
