import type { Browser } from '../model/browser';
import { exactnessOf, isLinkWithin, parseLinkPattern } from '../model/link-pattern';
import type { LinkRule } from '../model/link-rule';
import type { Service, ServiceId } from '../model/service';

/**
 * What becomes of a link that leads away from a service's own site. `rule`: the person said so. `its-own`: it belongs to
 * another of their services. `not-now`: it cannot go where it should at this moment. `other-site`: nothing speaks for
 * anything else.
 */
export type LinkDecision =
  /** A window of Foyer's, apart from what services store. */
  | { readonly kind: 'here' }
  | { readonly kind: 'service'; readonly serviceId: ServiceId; readonly reason: 'rule' | 'its-own' }
  | {
      readonly kind: 'outside';
      /** Undefined: the system's. */
      readonly browser: Browser | undefined;
      readonly reason: 'rule' | 'not-now' | 'other-site';
    }
  /** Outside, for it belongs to a service in whose page something was begun. */
  | {
      readonly kind: 'outside';
      readonly browser: Browser | undefined;
      readonly reason: 'busy';
      readonly ownerId: ServiceId;
    };

/** What a link is decided by. */
export interface LinkFacts {
  /** The service in whose pages it stands. */
  readonly serviceId: ServiceId;
  readonly services: readonly Pick<Service, 'id' | 'url' | 'enabled' | 'browser'>[];
  readonly rules: readonly LinkRule[];
  /** True where something was begun in the page of a service that a load would lose. */
  readonly isBusy: (serviceId: ServiceId) => boolean;
}

/** Decides where a web link goes that leads away from its service's own site. The scheme was looked at before. */
export function decideLink(address: string, facts: LinkFacts): LinkDecision {
  const url = new URL(address);
  const answer = ruleFor(url, facts.rules.filter(isOf(facts.serviceId)))?.answer;
  const browser = browserOf(facts.services, facts.serviceId);
  if (answer?.kind === 'here') return { kind: 'here' };
  if (answer?.kind === 'outside') return { kind: 'outside', browser, reason: 'rule' };
  if (answer?.kind === 'browser') return { kind: 'outside', browser: answer.browser, reason: 'rule' };
  const owner = ownerOf(url, facts);
  const ruled = answer === undefined ? undefined : ('rule' as const);
  if (owner === undefined) return { kind: 'outside', browser, reason: ruled ?? 'other-site' };
  if (facts.isBusy(owner)) return { kind: 'outside', browser, reason: 'busy', ownerId: owner };
  return { kind: 'service', serviceId: owner, reason: ruled ?? 'its-own' };
}

/**
 * Decides where a link to the service's own site goes that wants a window: outside, where the person said so of this very
 * service; undefined where it stays as it is. What was learnt of all services is no reason to tear one apart.
 */
export function decideOwnLink(address: string, facts: LinkFacts): LinkDecision | undefined {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const own = facts.rules.filter(({ serviceId }) => serviceId === facts.serviceId);
  const answer = ruleFor(url, own)?.answer;
  if (answer?.kind !== 'outside' && answer?.kind !== 'browser') return undefined;
  const browser = answer.kind === 'browser' ? answer.browser : browserOf(facts.services, facts.serviceId);
  return { kind: 'outside', browser, reason: 'rule' };
}

/** Gives the browser that links of a service open in; undefined: the system's. */
export const browserOf = (
  services: readonly Pick<Service, 'id' | 'browser'>[],
  serviceId: ServiceId,
): Browser | undefined => services.find(({ id }) => id === serviceId)?.browser ?? undefined;

const isOf =
  (serviceId: ServiceId) =>
  (rule: LinkRule): boolean =>
    rule.serviceId === null || rule.serviceId === serviceId;

/** Gives the rule that says most of a link: one of the service before one of all, then the more exact one. */
function ruleFor(url: URL, rules: readonly LinkRule[]): LinkRule | undefined {
  const fitting = rules.flatMap((rule) => {
    const pattern = parseLinkPattern(rule.pattern);
    return pattern !== undefined && isLinkWithin(url, pattern)
      ? [{ rule, weight: exactnessOf(pattern) }]
      : [];
  });
  const [first] = fitting.toSorted(
    (a, b) => Number(b.rule.serviceId !== null) - Number(a.rule.serviceId !== null) || b.weight - a.weight,
  );
  return first?.rule;
}

/** Gives the other service that a link belongs to: at its very origin, the one whose address it lies below before others. */
export function ownerOf(
  url: URL,
  { serviceId, services }: Pick<LinkFacts, 'serviceId' | 'services'>,
): ServiceId | undefined {
  const there = services.flatMap(({ id, enabled, url: home }) => {
    if (!enabled || id === serviceId || !URL.canParse(home)) return [];
    const { origin, pathname } = new URL(home);
    const path = pathname.replace(/\/+$/, '');
    const isBelow = url.pathname === path || url.pathname.startsWith(`${path}/`);
    return origin === url.origin ? [{ id, depth: isBelow ? path.length : -1 }] : [];
  });
  return there.toSorted((a, b) => b.depth - a.depth)[0]?.id;
}
