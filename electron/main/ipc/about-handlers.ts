import type { About, aboutContract } from '../../core/ipc/about-contract';
import type { DiagnosticsDesk } from '../diagnostics/diagnostics';
import type { Licences } from '../licences/licences';
import type { Handlers } from './serve-commands';

export interface AboutHandlerDeps {
  readonly about: About;
  readonly licences: Licences;
  readonly diagnostics: DiagnosticsDesk;
}

/** Gives the handlers of what is asked about the app itself. */
export const createAboutHandlers = ({
  about,
  licences,
  diagnostics,
}: AboutHandlerDeps): Pick<Handlers, keyof typeof aboutContract> => ({
  'app.about': () => about,
  'app.licences': licences.list,
  'diagnostics.make': diagnostics.make,
  'diagnostics.copy': diagnostics.copy,
  'diagnostics.save': diagnostics.save,
  'app.licence-text': ({ id }) => licences.textOf(id),
});
