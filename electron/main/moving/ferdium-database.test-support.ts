import Database from 'libsql';

/** The tables that Ferdium's migrations make; `docs` of its internal server, in their own words only. */
const TABLES = `
  CREATE TABLE services (id INTEGER PRIMARY KEY AUTOINCREMENT, serviceId varchar(80) NOT NULL, name varchar(80) NOT NULL,
    recipeId varchar(254) NOT NULL, settings TEXT, created_at datetime, updated_at datetime);
  CREATE TABLE workspaces (id INTEGER PRIMARY KEY AUTOINCREMENT, workspaceId varchar(80) NOT NULL UNIQUE,
    name varchar(80) NOT NULL, "order" integer, services json, data json, created_at datetime, updated_at datetime);
  CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, settings TEXT, created_at datetime, updated_at datetime);
  CREATE TABLE recipes (id INTEGER PRIMARY KEY AUTOINCREMENT, name varchar(80), recipeId varchar(254) UNIQUE,
    created_at datetime, updated_at datetime);`;

interface Export {
  readonly services: readonly Readonly<Record<'serviceId' | 'name' | 'recipeId' | 'settings', string>>[];
  readonly workspaces: readonly {
    readonly workspaceId: string;
    readonly name: string;
    readonly order: number;
    readonly services: string;
    readonly data: string;
  }[];
}

/** Writes the database Ferdium would have, of an export whose settings are texts. */
export function writeFerdiumDatabase(
  file: string,
  text: string,
  ending: 'ends' | 'stays-open' = 'ends',
): Database.Database {
  const { services, workspaces } = JSON.parse(text) as Export;
  const database = new Database(file);
  if (ending === 'stays-open') database.exec('PRAGMA journal_mode = WAL');
  database.exec(TABLES);
  const service = database.prepare(
    'INSERT INTO services (serviceId, name, recipeId, settings) VALUES (?, ?, ?, ?)',
  );
  for (const one of services) service.run(one.serviceId, one.name, one.recipeId, one.settings);
  const workspace = database.prepare(
    'INSERT INTO workspaces (workspaceId, name, "order", services, data) VALUES (?, ?, ?, ?, ?)',
  );
  for (const one of workspaces) workspace.run(one.workspaceId, one.name, one.order, one.services, one.data);
  if (ending === 'ends') database.close();
  return database;
}
