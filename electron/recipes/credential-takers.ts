import { takeCredentials as element } from './element/credentials';
import { takeCredentials as rocketchat } from './rocketchat/credentials';
import { takeCredentials as thelounge } from './thelounge/credentials';
import type { TakeCredentials } from './take-credentials';

const takers: ReadonlyMap<string, TakeCredentials> = new Map<string, TakeCredentials>([
  ['element', element],
  ['rocketchat', rocketchat],
  ['thelounge', thelounge],
]);

/** Gives what takes more of a recipe's page than its manifest names; undefined where nothing does. */
export const credentialTakerOf = (recipeId: string): TakeCredentials | undefined => takers.get(recipeId);
