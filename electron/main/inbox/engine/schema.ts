/** The inbox's file, and the endings of what SQLite lays beside it. */
export const INBOX_FILE = 'inbox.db';
export const INBOX_FILE_PARTS = ['-wal', '-shm', '-journal'] as const;

/** What the file says it is, in SQLite's header: "Foyr". */
export const APPLICATION_ID = 0x466f7972;
/** Version of what follows; each change adds one, and a step to `migrations`. */
export const SCHEMA_VERSION = 2;

/** One step of the chain: takes a file of version `from` to the next version. */
export interface SchemaStep {
  readonly from: number;
  readonly sql: string;
}

/** Every step there is, oldest first. Version 2 knows which message of the service an entry tells of. */
export const schemaSteps: readonly SchemaStep[] = [
  { from: 1, sql: 'ALTER TABLE content ADD COLUMN message_id TEXT' },
];

/**
 * The present version. `entry` is narrow, so that any filter can run over all of it; what people wrote is in `content` and, as words
 * only, in `search`. What repeats is written once: `place`, `sender`, `why`. `hour` says which ids an hour's entries lie between.
 */
export const SCHEMA = `
CREATE TABLE session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  came_ms INTEGER NOT NULL UNIQUE,
  left_ms INTEGER
);
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  service_id TEXT NOT NULL,
  service_name TEXT NOT NULL,
  channel_id TEXT,
  channel_name TEXT,
  channel_kind TEXT NOT NULL
);
CREATE INDEX place_by_ids ON place (service_id, channel_id);
CREATE TABLE sender (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE why (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  trail TEXT NOT NULL
);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms INTEGER NOT NULL,
  session INTEGER NOT NULL,
  place INTEGER NOT NULL,
  sender INTEGER,
  why INTEGER NOT NULL,
  decision TEXT NOT NULL,
  mention TEXT NOT NULL,
  for_me INTEGER NOT NULL,
  is_read INTEGER NOT NULL
);
CREATE INDEX entry_by_place ON entry (place);
CREATE INDEX entry_unread ON entry (is_read) WHERE is_read = 0;
CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  tag TEXT NOT NULL,
  message_id TEXT
);
CREATE TABLE hour (hour INTEGER PRIMARY KEY, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL);
CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, sender, channel, facets,
  content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
`;
