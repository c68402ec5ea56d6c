import type { About, aboutContract } from '../../core/ipc/about-contract';
import type { Licences } from '../licences/licences';
import type { Handlers } from './serve-commands';

export interface AboutHandlerDeps {
  readonly about: About;
  readonly licences: Licences;
}

/** Gives the handlers of what is asked about the app itself. */
export const createAboutHandlers = ({
  about,
  licences,
}: AboutHandlerDeps): Pick<Handlers, keyof typeof aboutContract> => ({
  'app.about': () => about,
  'app.licences': licences.list,
  'app.licence-text': ({ id }) => licences.textOf(id),
});
