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
}

/** Files of other apps. */
export const importTargets: readonly FuzzTarget[] = [
  targetOf('exports of other apps', jsonLike([ferdium, rambox]), checkImport),
];
