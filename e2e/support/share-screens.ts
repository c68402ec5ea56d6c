import { expect } from '@playwright/test';
import type { Prompt } from '../../electron/core/model/prompt.js';
import type { ShareSource } from '../../electron/core/model/share.js';
import type { Screen } from './axe-screens.js';
import { aService } from './shell-fixtures.js';

/** A small grey picture. */
const PICTURE =
  'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==';
const names = [
  'Notes',
  'Quarterly figures of the northern branches, draft 14 with remarks of everybody who ever read it',
  'ملاحظات الاجتماع',
  'Terminal',
  'Mail',
];

/** What can be chosen from: two screens, and windows with names of all kinds. */
export const sources: readonly ShareSource[] = [
  { id: 'screen:1:0', kind: 'screen', name: 'Screen 1', picture: PICTURE },
  { id: 'screen:2:0', kind: 'screen', name: 'Screen 2', picture: '' },
  ...names.map((name, index) => ({
    ...{ id: `window:${index}:0`, kind: 'window' as const, name },
    picture: index === 3 ? '' : PICTURE,
  })),
];
const prompt = {
  kind: 'share',
  id: 'q1',
  serviceId: 'team',
  origin: 'https://chat.example.org',
  picker: 'own',
  isAudioOffered: true,
} as const satisfies Prompt;
const share = { id: 's1', kind: 'window', name: 'Notes' } as const;
const team = aService('team', { name: 'Team chat' });
const answers = { 'share.sources': { value: sources } };

/** What asks for the screen, and says that it is seen. */
export const shareScreens: readonly Screen[] = [
  {
    name: 'V32 a screen to be chosen',
    projection: { services: [team], prompts: [prompt] },
    answers,
    go: (page) => page.getByRole('radio', { name: 'Screen 1' }).check({ force: true }),
  },
  {
    name: 'V32 a window to be chosen',
    projection: { services: [team], prompts: [prompt] },
    answers,
    go: async (page) => {
      await page.getByRole('tab', { name: 'Windows' }).click();
      await expect(page.getByRole('radio')).toHaveCount(names.length);
    },
  },
  {
    name: 'V34 the desktop shows the choice',
    projection: { services: [team], prompts: [{ ...prompt, picker: 'portal', isAudioOffered: false }] },
    answers: { 'share.sources': { value: [sources[0], sources[2]] } },
    go: (page) => expect(page.getByRole('button', { name: 'Share a window' })).toBeVisible(),
  },
  {
    name: 'V38 who sees the screen, uses camera and microphone',
    projection: {
      services: [
        aService('team', { name: 'Team chat', shares: [share], camera: true, microphone: true }),
        aService('talk', { name: 'Talk', camera: true }),
        aService('voice', { name: 'Voice', microphone: true }),
      ],
    },
    go: (page) => expect(page.getByRole('button', { name: 'Stop sharing' })).toBeVisible(),
  },
];
