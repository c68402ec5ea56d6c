import { type IrcPerson, startIrcPerson } from '../../support/irc-person.js';
import { startXmppPerson, type XmppPerson } from '../../support/xmpp-person.js';
import type { Ircd } from '../ircd.js';
import type { Prosody } from '../prosody.js';
import { ANSWERS, CLIENT_PEOPLE, type Line, PROJECT_PEOPLE, PROJECT_ROOMS, TEAM_PEOPLE } from './script.js';

export interface People {
  /** Lets whoever the line names say it. */
  say(line: Line): Promise<void>;
  leave(): Promise<void>;
}

export interface Places {
  readonly team: Ircd;
  readonly clients: Ircd;
  readonly projects: Prosody;
}

const ANSWER_AFTER_MS = 2500;

/** Everybody of the demo but Alice, in all their rooms. */
export async function startPeople(places: Places): Promise<People> {
  const irc = (ircd: Ircd, names: readonly string[]) =>
    Promise.all(
      names.map((name) =>
        startIrcPerson(
          ircd,
          name,
          ircd.rooms.map((room) => room.name),
        ),
      ),
    );
  const team = await irc(places.team, TEAM_PEOPLE);
  const clients = await irc(places.clients, CLIENT_PEOPLE);
  const projects: XmppPerson[] = [];
  // One after the other: the first to enter makes the rooms.
  for (const { name } of PROJECT_PEOPLE)
    projects.push(await startXmppPerson(places.projects, name, PROJECT_ROOMS));
  const answering = [...team, ...clients].map((person) => answerAlice(person));
  const onIrc = async (people: readonly IrcPerson[], { who, where, text }: Line) => {
    await find(people, (person) => person.nick === who, who).say(
      where === 'alice' ? where : `#${where}`,
      text,
    );
  };
  return {
    say: async (line) => {
      if (line.place === 'team') return onIrc(team, line);
      if (line.place === 'clients') return onIrc(clients, line);
      const person = find(projects, ({ jid }) => jid.startsWith(`${line.who}@`), line.who);
      return line.where === 'alice' ? person.tell('alice', line.text) : person.say(line.where, line.text);
    },
    leave: async () => {
      for (const stop of answering) stop();
      await Promise.all([...team, ...clients, ...projects].map((person) => person.leave()));
    },
  };
}

function find<T>(people: readonly T[], fits: (person: T) => boolean, name: string): T {
  const person = people.find(fits);
  if (!person) throw new Error(`The demo has nobody called ${name} there.`);
  return person;
}

function answerAlice(person: IrcPerson): () => void {
  const timers = new Set<NodeJS.Timeout>();
  let count = 0;
  person.onHeard(({ from, to }) => {
    if (from !== 'alice' || to !== person.nick) return;
    const answer = ANSWERS[(count += 1) % ANSWERS.length] ?? ANSWERS[0];
    const timer = setTimeout(() => {
      timers.delete(timer);
      void person.say('alice', answer).catch(() => undefined);
    }, ANSWER_AFTER_MS);
    timers.add(timer);
  });
  return () => timers.forEach((timer) => clearTimeout(timer));
}
