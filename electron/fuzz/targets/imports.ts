import { isDeepStrictEqual } from 'node:util';
import { carryOut } from '../../core/import/carry-out';
import { known } from '../../core/import/known.test-support';
import { parseImport } from '../../core/import/parse-import';
import { planImport } from '../../core/import/plan-import';
import { emptyPersisted, parsePersisted } from '../../core/model/persisted';
import { createInitialState } from '../../core/state/app-state';
import { reduce } from '../../core/state/reduce';
import { expectPlain, expectThat } from '../expect-plain';
import { jsonLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

/** As Ferdium and Rambox write them, with all that a service there may have set. */
const ferdium = {
  services: [
    {
      id: 'f1',
      name: 'Team',
      recipeId: 'rocketchat',
      isEnabled: true,
      isNotificationEnabled: false,
      isMuted: true,
      isBadgeEnabled: true,
      settings: { customUrl: 'https://chat.example.org', team: 'acme', zoom: 1, customCSS: 'a{}' },
    },
    { id: 'f2', name: 'Slack', recipeId: 'slack', settings: { team: 'acme' }, order: 2 },
  ],
  workspaces: [{ id: 'w1', name: 'Work', services: ['f1', 'f2'] }],
};
/** As Ferdium's own database has it: numbers, and JSON in texts. */
const rows = {
  services: [{ id: 2, serviceId: 'u', name: 'Jira', recipeId: 'jira', settings: '{"team":"acme"}' }],
  workspaces: [{ workspaceId: 'w', name: 'Work', order: 0, services: '[2]' }],
};
const rambox = [
  {
    name: 'Zulip',
    type: 'zulip',
    url: 'https://zulip.example.org',
    align: 'left',
    notifications: true,
    muted: false,
    statusbar: true,
    zoomLevel: 0.5,
    js_unread: 'x()',
    position: 1,
  },
];

function checkImport(text: string): void {
  const parsed = parseImport(text);
  if (!parsed.ok) return expectThat(parsed.reason.length > 0, 'no reason');
  const plan = planImport(parsed.data, emptyPersisted, known);
  expectPlain(plan, { text: 400_000, list: 5000 });
  const keys = plan.services.map(({ key }) => key);
  const brought = carryOut(plan, { keys, addresses: {} }, known, 7);
  const { persisted } = reduce(createInitialState(emptyPersisted), { kind: 'services-brought', ...brought });
  const kept = parsePersisted(persisted);
  expectThat(kept.ok, `what was brought over is not kept: ${kept.ok ? '' : kept.reason}`);
  if (kept.ok)
    expectThat(isDeepStrictEqual(kept.persisted, persisted), 'what was brought over is kept otherwise');
  const again = carryOut(planImport(parsed.data, persisted, known), { keys, addresses: {} }, known, 8);
  expectThat(again.services.length === 0, 'it came twice');
}

/** Files of other apps: refused with a reason, or what comes of them can be kept, and comes once. */
export const importTargets: readonly FuzzTarget[] = [
  targetOf('exports of other apps', jsonLike([ferdium, rambox, rows]), checkImport),
];
