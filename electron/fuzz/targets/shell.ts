import { isDeepStrictEqual } from 'node:util';
import { safeParse } from '../../core/model/safe-parse';
import { contract, type CommandName } from '../../core/ipc/contract';
import {
  combosOf,
  comboToKeep,
  MODIFIERS,
  onPlatform,
  readCombo,
  toAccelerator,
  toCombo,
  typesText,
} from '../../core/commands/combo';
import { foldText, matchesWords, wordsOf } from '../../core/decide/match-words';
import { searchRecipes } from '../../core/model/recipe-search';
import { fold } from '../../core/switcher/fold';
import { parseQuery, QUERY_MAX, toQueryText, WORDS_MAX } from '../../core/switcher/query';
import { noteUse, parseUsage, USED_MAX, USED_QUERIES_MAX } from '../../core/switcher/usage';
import { toSearchMatch } from '../../main/inbox/search-text';
import { recipes } from '../../recipes/index';
import { expectPlain, expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { valuesLike } from '../mutate-value';
import { samplesOf } from '../samples-of';
import { targetOf, type FuzzTarget } from '../target';

const names = Object.keys(contract) as CommandName[];
const commands = names.flatMap((name) =>
  [...samplesOf(contract[name].input), {}].map((input) => ({ name, input })),
);

/** Whatever a command is given is refused, or is taken in the one form that is taken again as it is. */
function checkCommand(value: unknown): void {
  const { name, input } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return;
  const schema = contract[name as CommandName].input;
  const parsed = safeParse(schema, input);
  if (!parsed.success) return;
  expectPlain(parsed.data, { text: 2 * 400_100, list: 20_000 });
  const again = safeParse(schema, parsed.data);
  expectThat(
    again.success && isDeepStrictEqual(again.data, parsed.data),
    `${name} is taken otherwise the second time`,
  );
}

const combos = [
  'Mod+K',
  'Mod+Shift+ArrowUp',
  'Cmd+Option+F12',
  'Ctrl++',
  'Alt+Space',
  'Mod+é',
  'MediaPlayPause',
  '😀',
];

function checkCombo(text: string): void {
  const parts = readCombo(text);
  for (const held of parts?.held ?? []) expectThat(MODIFIERS.includes(held), `${held} is held`);
  const combo = toCombo(text);
  if (combo === undefined) return;
  expectThat(toCombo(combo) === combo, 'another key at the second reading');
  for (const platform of ['darwin', 'linux', 'win32'] as const) {
    const there = onPlatform(combo, platform);
    expectThat(there !== undefined && onPlatform(there, platform) === there, 'no key there');
  }
  expectThat(toAccelerator(combo) !== '', 'no accelerator');
  typesText(combo);
}

const press = {
  type: 'keyDown',
  key: 'k',
  code: 'KeyK',
  control: true,
  meta: false,
  alt: false,
  shift: false,
  isAutoRepeat: false,
};

function checkQuery(text: string): void {
  const query = parseQuery(text);
  expectThat(query.words.length <= WORDS_MAX && query.allWords.length <= WORDS_MAX, 'too many words');
  // Folding may make several letters of one.
  expectThat(
    query.allWords.every((word) => word !== '' && word.length <= QUERY_MAX * 20),
    'no word',
  );
  expectThat(query.starts.every(Number.isInteger), 'a word that starts nowhere');
  toQueryText(query);
}

function checkFold(text: string): void {
  const folded = fold(text.slice(0, 2000));
  // What is folded may be longer than what is looked at.
  expectThat(folded.text.startsWith(fold(folded.text).text), 'folded, it folds otherwise');
}

const used = { key: 'service:a', score: 2, lastMs: 1000, queries: [{ text: 'gen', score: 1, lastMs: 900 }] };

/** What the shell window says, and what people type into it. */
export const shellTargets: readonly FuzzTarget[] = [
  targetOf('contract inputs', valuesLike(commands), checkCommand),
  targetOf('keys as text', textsLike(combos, ['+', 'Mod', 'constructor', '__proto__', 'Plus']), checkCombo),
  targetOf(
    'keys as pressed',
    valuesLike([press, { ...press, key: '@', alt: true, code: 'Digit2' }]),
    (value) => {
      // A DOM event has these members, whatever they hold.
      const given = { ...press, ...(typeof value === 'object' ? value : {}) };
      if (typeof given.key !== 'string' || typeof given.code !== 'string') return;
      for (const platform of ['darwin', 'linux', 'win32'] as const)
        for (const combo of [...combosOf(given, platform), comboToKeep(given, platform, true) ?? 'F1'])
          expectThat(toCombo(combo) === combo, `${combo} is no key`);
    },
  ),
  targetOf(
    'switcher queries',
    textsLike(['@ann gen', '#dev', '"Team chat": x', '>mute', 'ann bob eve'], ['：', '＠']),
    checkQuery,
  ),
  targetOf('folded texts', textsLike(['Größe', 'ﬁn', 'Ärger İstanbul', '東京 タワー', 'ⅷ', 'ŉ']), checkFold),
  targetOf('use of the switcher', valuesLike([[used, { ...used, key: 'channel:a#c' }]]), (value) => {
    const usage = parseUsage(value);
    expectPlain(usage, { text: 2 * 512, list: Math.max(USED_MAX, USED_QUERIES_MAX) });
    expectThat(isDeepStrictEqual(parseUsage(usage), usage), 'another use at the second reading');
    noteUse(usage, 'service:a', 'gen', 2000);
  }),
  targetOf('searches of the inbox', textsLike(['lunch deploy', '"x" OR y*', 'a NEAR b', '東京']), (text) => {
    const match = toSearchMatch(text);
    if (match.kind !== 'match') return;
    // Out of quotes stand only our own words.
    const bare = match.match.replace(/"[^"]*"/g, '').replace('{title body sender channel} : (', '');
    expectThat(/^(?: AND )*\s?\*\)$/.test(bare), `an operator: ${bare.slice(0, 40)}`);
    expectThat(match.match.isWellFormed() && !match.match.includes('\0'), 'half a character');
  }),
  targetOf(
    'searches of recipes',
    textsLike(['rocket', 'slack', 'zulip']),
    (text) => void searchRecipes(text.slice(0, 4096), recipes),
  ),
  targetOf(
    'words to listen for',
    valuesLike([{ senders: ['Ann', '@bob'], keywords: ['deploy', 'on call', '東京'] }]),
    (value) => {
      const isList = (list: unknown): list is string[] =>
        Array.isArray(list) && Array.from(list).every((one) => typeof one === 'string');
      const given = value as { readonly senders?: unknown; readonly keywords?: unknown } | null;
      if (typeof given !== 'object' || !isList(given?.senders) || !isList(given.keywords)) return;
      if (
        [...given.senders, ...given.keywords].some((one) => one.length > 200) ||
        given.keywords.length > 200
      )
        return;
      const words = wordsOf({ senders: given.senders, keywords: given.keywords });
      if (words !== undefined) matchesWords(words, { sender: 'ann', text: 'the deploy of 東京 (((' });
      given.keywords.forEach(foldText);
    },
  ),
];
