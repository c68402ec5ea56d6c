/** What a server holds at its start. */
export interface MattermostSeed {
  readonly users: readonly SeedUser[];
  readonly teams: readonly SeedTeam[];
  readonly channels: readonly SeedChannel[];
}

export interface SeedUser {
  readonly name: string;
  /** `<name>-pw` when left out. */
  readonly password?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** What makes a desktop notification where the channel says nothing; `mention` when left out, as the vendor has it. */
  readonly notify?: 'all' | 'mention' | 'none';
  /** Words that count as a mention beside `@name`. */
  readonly mentionKeys?: readonly string[];
  readonly collapsesThreads?: boolean;
}

export interface SeedTeam {
  readonly name: string;
  readonly displayName?: string;
  /** All users when left out. */
  readonly members?: readonly string[];
}

/** A channel of a team; conversations of two or a few come into being by `say`. Each team has `town-square` anyway. */
export interface SeedChannel {
  readonly team: string;
  readonly name: string;
  readonly displayName?: string;
  /** Open to all of the team when left out. */
  readonly isPrivate?: boolean;
  /** All of the team when left out. */
  readonly members?: readonly string[];
}

/** Two teams, three people, open and private channels. */
export const defaultSeed: MattermostSeed = {
  users: [
    { name: 'alice', firstName: 'Alice', lastName: 'Adams' },
    { name: 'bob', firstName: 'Bob', lastName: 'Brown' },
    { name: 'carol', firstName: 'Carol', lastName: 'Clark' },
  ],
  teams: [
    { name: 'engineering', displayName: 'Engineering' },
    { name: 'garden', displayName: 'Garden Club', members: ['alice', 'bob'] },
  ],
  channels: [
    { team: 'engineering', name: 'builds', displayName: 'Builds' },
    { team: 'engineering', name: 'leads', displayName: 'Leads', isPrivate: true, members: ['alice', 'bob'] },
    { team: 'garden', name: 'roses', displayName: 'Roses' },
  ],
};
