import { aService } from '../fixtures.test-support';
import { emptyPersisted, type Persisted } from '../model/persisted';
import { noTweaks } from '../model/tweaks';

/** What somebody made who used everything that goes from machine to machine. */
export const everything: Persisted = {
  ...emptyPersisted,
  services: [
    aService('team', {
      recipeId: 'rocketchat',
      ownNames: ['ann', 'annie'],
      ownKeys: ['Mod+K'],
      spelling: ['de'],
    }),
    aService('wiki', {
      enabled: false,
      countInTotal: false,
      icon: { kind: 'chosen', dataUrl: 'data:image/png;base64,AA' },
    }),
  ],
  activeServiceId: 'team',
  settings: {
    ...emptyPersisted.settings,
    theme: 'dark',
    busyPerHour: null,
    spelling: { languages: ['de', 'en-US'], mirror: '', words: ['Foyer'] },
  },
  rules: [
    {
      scope: {
        kind: 'channel',
        serviceId: 'team',
        channelId: 'r1/#"x',
        name: 'random',
        channelKind: 'public',
      },
      values: { preset: 'only-me', letThrough: { senders: ['Bob'], keywords: [] } },
    },
    { scope: { kind: 'everywhere' }, values: { sound: false } },
  ],
  linkRules: [
    { serviceId: 'team', pattern: 'wiki.example.org/docs', answer: { kind: 'browser', browser: 'firefox' } },
    { serviceId: null, pattern: 'example.org', answer: { kind: 'outside' } },
  ],
  patterns: [
    {
      serviceId: 'wiki',
      channelId: 'pattern:1',
      name: 'Changes',
      kind: 'bot',
      on: 'title',
      how: 'starts',
      text: 'Change',
    },
  ],
  focus: {
    ...emptyPersisted.focus,
    hidesCounts: true,
    pass: { direct: true, mentions: false, words: { senders: ['Mum'], keywords: ['urgent'] } },
    schedules: [
      {
        id: 'evening',
        name: 'Evening',
        enabled: true,
        ranges: [{ weekdays: [1, 5], fromMinute: 1080, toMinute: 480 }],
        services: { kind: 'some', serviceIds: ['team'] },
        pass: { direct: true, mentions: false, words: { senders: [], keywords: ['fire'] } },
      },
      {
        id: 'job',
        name: 'Job',
        enabled: false,
        ranges: [],
        services: { kind: 'workspace', workspaceId: 'day' },
        pass: { direct: false, mentions: false, words: { senders: [], keywords: [] } },
      },
    ],
  },
  keys: { bindings: { inbox: ['F7'], switcher: [] }, system: 'Mod+F12' },
  tweaks: [
    { ...noTweaks('team'), css: 'body {\n  color: red;\n}\n', js: 'a();\n', dark: 'on', userAgent: 'Mine/1' },
  ],
  workspaces: [{ id: 'day', name: 'Day job', serviceIds: ['wiki', 'team'], staysQuiet: true }],
};
