/** A person as a room knows them. */
export interface Member {
  readonly userId: string;
  /** As they call themselves there; empty where they do not. */
  readonly displayName: string;
  readonly membership: string;
}

/** What a room's name is made of. */
export interface NameFacts {
  readonly name: string;
  readonly alias: string;
  /** Undefined where the server names none. */
  readonly heroes: readonly string[] | undefined;
  /** All but oneself who are there or invited. */
  readonly otherCount: number;
  readonly members: ReadonlyMap<string, Member>;
  readonly userId: string;
}

/** Marks that turn the direction of what follows. */
const DIRECTION = /[\u200E\u200F\u202A-\u202F]/;
const ID_LIKE = /@.+:.+/;
/** Widths of nothing, and other signs that nobody sees. */
const HIDDEN = /[\u2000-\u200F\u202A-\u202F\u061C\uFEFF\s]/g;

/** What Element calls a member: with the id where the name alone could mean another. */
export function memberName(userId: string, members: ReadonlyMap<string, Member>): string {
  const name = members.get(userId)?.displayName ?? '';
  const plain = name.replaceAll(HIDDEN, '');
  if (plain === '' || name === userId) return userId;
  const isShared = [...members.values()].some(
    (other) => other.userId !== userId && other.displayName.replaceAll(HIDDEN, '') === plain,
  );
  const shown = name.replaceAll(/[\u202D\u202E]/g, '');
  return isShared || ID_LIKE.test(plain) || DIRECTION.test(name) ? `${shown} (${userId})` : shown;
}

/** What Element calls a room: its name, its address, or those who are in it. */
export function roomName({ name, alias, ...facts }: NameFacts): string {
  if (name !== '') return name;
  if (alias !== '') return alias;
  const others = facts.heroes ?? otherMembers(facts);
  const names = others.filter((one) => one !== facts.userId).map((one) => memberName(one, facts.members));
  const [first, second] = names;
  const { otherCount } = facts;
  if (first === undefined || otherCount === 0)
    return first === undefined ? 'Empty room' : `Empty room (was ${first})`;
  if (names.length === 1 && otherCount <= 2) return first;
  if (names.length === 2 && second !== undefined && otherCount <= 3) return `${first} and ${second}`;
  return otherCount > 2 ? `${first} and ${otherCount - 1} others` : `${first} and 1 other`;
}

function otherMembers({ members, userId }: Omit<NameFacts, 'name' | 'alias'>): readonly string[] {
  return [...members.values()]
    .filter((one) => one.userId !== userId && (one.membership === 'join' || one.membership === 'invite'))
    .map((one) => one.userId)
    .toSorted()
    .slice(0, 5);
}
