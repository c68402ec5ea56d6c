import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { entriesOfCommands } from './entries';

it('O8 the switcher has the workspaces that can be put up, by name', () => {
  const state = aState([aService('a')], {
    workspaces: [
      { id: 'work', name: 'Day job', serviceIds: ['a'], staysQuiet: false },
      { id: 'empty', name: 'Later', serviceIds: [], staysQuiet: false },
    ],
  });
  const names = entriesOfCommands(state, (key, values) => [key, ...Object.values(values ?? {})].join(' '));
  const listed = names.filter(({ key }) => key.startsWith('command:workspace.'));
  expect(listed.map(({ key, name }) => `${key} ${name}`)).toEqual([
    'command:workspace.1 workspaces.button Day job',
    'command:workspace.all command.workspaceAll 0',
    'command:workspace.next command.workspaceNext 0',
    'command:workspace.previous command.workspacePrevious 0',
  ]);
});
