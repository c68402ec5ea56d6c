import { own, ownText } from '../raw';
import { fitsGlob } from './glob';

/** What a condition may ask about beside the event. */
export interface PushFacts {
  /** What the person is called in the room. */
  readonly displayName: string;
  readonly joinedCount: number;
  /** The content of the room's power levels. */
  readonly powerLevels: unknown;
  /** Who may do anything there, as the rooms of today have it. */
  readonly creators: readonly string[];
}

/** Says whether a condition of a push rule is met, as Element sees it; one it does not know is not. */
export function meetsCondition(condition: unknown, event: unknown, facts: PushFacts): boolean {
  const key = ownText(condition, 'key');
  const body = own(own(event, 'content'), 'body');
  switch (ownText(condition, 'kind')) {
    case 'event_match':
      return meetsMatch(condition, key, valueAt(event, key));
    case 'event_property_is':
      return own(condition, 'value') !== undefined && valueAt(event, key) === own(condition, 'value');
    case 'event_property_contains': {
      const list = valueAt(event, key);
      return Array.isArray(list) && list.includes(own(condition, 'value'));
    }
    case 'contains_display_name':
      return facts.displayName !== '' && typeof body === 'string' && hasWords(body, facts.displayName);
    case 'room_member_count':
      return meetsCount(facts.joinedCount, ownText(condition, 'is'));
    case 'sender_notification_permission':
      return key !== '' && mayNotifyAll(facts, ownText(event, 'sender'), key);
    default:
      return false;
  }
}

function meetsMatch(condition: unknown, key: string, value: unknown): boolean {
  if (key === '' || typeof value !== 'string') return false;
  const exact = own(condition, 'value');
  if (typeof exact === 'string' && exact !== '') return exact === value;
  const pattern = own(condition, 'pattern');
  return typeof pattern === 'string' && fitsGlob(pattern, value, key === 'content.body');
}

/** Of a name nothing stands for anything else. */
const hasWords = (text: string, words: string): boolean => {
  const low = text.toLowerCase();
  const wanted = words.toLowerCase();
  const isEdge = (char: string): boolean => !/^\w$/.test(char);
  for (let at = low.indexOf(wanted); at !== -1; at = low.indexOf(wanted, at + 1)) {
    if (isEdge(low.charAt(at - 1)) && isEdge(low.charAt(at + wanted.length))) return true;
  }
  return false;
};

/** The steps of a key: a dot ends one, unless a backslash stands before it. */
function stepsOf(key: string): readonly string[] {
  return [...key.matchAll(/(?:^|\.)((?:\\[\s\S]|[^.\\]|\\$)*)/g)].map(([, step = '']) =>
    step.replaceAll(/\\([.\\])/g, '$1'),
  );
}

const valueAt = (event: unknown, key: string): unknown =>
  stepsOf(key).reduce<unknown>((at, step) => own(at, step), event);

function meetsCount(count: number, is: string): boolean {
  const [, sign = '', number] = /^(==|<=|>=|<|>)?(\d+)$/.exec(is) ?? [];
  if (number === undefined) return false;
  const wanted = Number(number);
  switch (sign) {
    case '<':
      return count < wanted;
    case '>':
      return count > wanted;
    case '<=':
      return count <= wanted;
    case '>=':
      return count >= wanted;
    default:
      return count === wanted;
  }
}

function mayNotifyAll({ powerLevels: levels, creators }: PushFacts, sender: string, key: string): boolean {
  if (creators.includes(sender)) return true;
  const number = (value: unknown, usual: number): number => (typeof value === 'number' ? value : usual);
  const power = number(own(own(levels, 'users'), sender), number(own(levels, 'users_default'), 0));
  return power >= number(own(own(levels, 'notifications'), key), 50);
}
