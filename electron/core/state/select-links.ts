import type { MenuLink } from '../decide/decide-context-menu';
import { decideLink, ownerOf, type LinkDecision, type LinkFacts } from '../decide/decide-link';
import { patternOf } from '../model/link-pattern';
import type { ServiceId } from '../model/service';
import type { AppState } from './app-state';
import type { LinkAction } from './link-actions';
import { selectServiceSession } from './selectors';

/** Gives what links in the pages of a service are decided by. */
export const toLinkFacts = (state: AppState, serviceId: ServiceId): LinkFacts => ({
  serviceId,
  services: state.persisted.services,
  rules: state.persisted.linkRules,
  isBusy: (id) => selectServiceSession(state, id).busy.length > 0,
});

/** Gives what is told of a link that was followed; nothing where the person has said before where such links go. */
export function toFollowed(address: string, decision: LinkDecision): LinkAction | undefined {
  const pattern = patternOf(address);
  if (pattern === undefined || decision.kind === 'here') return undefined;
  const followed = { kind: 'link-followed', pattern } as const;
  switch (decision.reason) {
    case 'its-own':
      return { ...followed, way: 'service', ofService: decision.serviceId };
    case 'busy':
      return { ...followed, way: 'busy', ofService: decision.ownerId };
    case 'other-site':
      return { ...followed, way: 'outside', ofService: undefined };
    case 'rule':
    case 'not-now':
      return undefined;
  }
}

/** Gives what is told of a link that the person wanted opened in Foyer: whether it was, or went outside. */
export function toAsked(address: string, isHere: boolean): LinkAction | undefined {
  const pattern = patternOf(address);
  if (pattern === undefined) return undefined;
  return { kind: 'link-followed', pattern, way: isHere ? 'here' : 'outside', ofService: undefined };
}

/** Gives what the menu of a web link that leads elsewhere is made of; undefined for what is none. */
export function toMenuLink(state: AppState, serviceId: ServiceId, address: string): MenuLink | undefined {
  const pattern = patternOf(address);
  if (pattern === undefined) return undefined;
  const url = new URL(address);
  const facts = toLinkFacts(state, serviceId);
  const ownerId = ownerOf(url, facts);
  const owner = state.persisted.services.find(({ id }) => id === ownerId);
  return {
    address: url.href,
    pattern,
    goesOutside: decideLink(address, facts).kind === 'outside',
    owner: owner && { id: owner.id, name: owner.name },
  };
}
