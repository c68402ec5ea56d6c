import type { Notice } from '../model/notice';
import {
  soundLinkRules,
  withLinkRule,
  withoutLinkRule,
  type LinkAnswer,
  type LinkRule,
} from '../model/link-rule';
import type { AppState } from './app-state';
import { addNotice, withPersisted, withService, withSession } from './change';
import { isServiceKnown } from './is-service';
import type { LinkAction } from './link-actions';

/** Most places that are remembered as asked about. */
const ASKED_MAX = 200;
/** After so many that were not answered nothing is asked any more, until the person says something of links. */
const UNANSWERED_MAX = 3;

type Followed = Omit<Extract<LinkAction, { readonly kind: 'link-followed' }>, 'kind'>;

/** Applies what becomes of links. Rules in `docs/spec/links.md`. */
export function reduceLinks(state: AppState, action: LinkAction): AppState {
  const { linkRules } = state.persisted;
  switch (action.kind) {
    case 'link-followed':
      return askOnce(state, action);
    case 'link-rule-set':
      return withRules(state, withLinkRule(linkRules, action.rule), action.rule);
    case 'link-rule-removed':
      return withRules(state, withoutLinkRule(linkRules, action.rule), { ...action.rule, answer: null });
    case 'link-rules-undone':
      return undo(state);
    case 'service-browser-set':
      return withService(state, action.serviceId, { browser: action.browser });
    // Told of once it is known where it went.
    case 'link-here-requested':
      return state;
  }
}

/** Says where it went, and how to have it otherwise: once for a place, and not for ever where nobody answers. */
function askOnce(state: AppState, { pattern, way, ofService }: Followed): AppState {
  const { links } = state.session;
  if (links.asked.includes(pattern) || links.unanswered >= UNANSWERED_MAX) return state;
  const name = state.persisted.services.find(({ id }) => id === ofService)?.name ?? '';
  return withSession(
    say(state, { kind: 'link-followed', id: `link-followed-${pattern}`, pattern, way, name }),
    {
      links: {
        ...links,
        asked: [...links.asked, pattern].slice(-ASKED_MAX),
        unanswered: links.unanswered + 1,
      },
    },
  );
}

function withRules(
  state: AppState,
  linkRules: readonly LinkRule[],
  { pattern, answer }: Pick<LinkRule, 'pattern'> & { readonly answer: LinkAnswer | null },
): AppState {
  const before = state.persisted.linkRules;
  const answered = withSession(hush(state, 'link-followed'), {
    links: { ...state.session.links, unanswered: 0 },
  });
  const changed = withPersisted(answered, { linkRules });
  if (changed === answered) return answered;
  const id = `link-ruled-${pattern}-${answer === null ? 'none' : Object.values(answer).join('-')}`;
  return withSession(say(changed, { kind: 'link-ruled', id, pattern, answer }), {
    links: { ...changed.session.links, before },
  });
}

/** Takes away the notices of a kind. */
const hush = (state: AppState, kind: Notice['kind']): AppState =>
  withSession(state, { notices: state.session.notices.filter((one) => one.kind !== kind) });

/** Of each kind the last is said, under an id of its own, so that it is read out again. */
const say = (state: AppState, notice: Notice): AppState =>
  withSession(state, { notices: addNotice(hush(state, notice.kind).session.notices, notice) });

function undo(state: AppState): AppState {
  const { links } = state.session;
  if (links.before === undefined) return state;
  // A service may have gone meanwhile, for good.
  const linkRules = soundLinkRules(links.before, (id) => isServiceKnown(state, id));
  return withoutLinkUndo(withPersisted(state, { linkRules }));
}

/** Where rules are other ones than before, the last change the person made of them cannot be undone any more: it would take those with it. */
export const withoutStaleUndo = (before: AppState, after: AppState): AppState =>
  after.persisted.linkRules === before.persisted.linkRules ? after : withoutLinkUndo(after);

const withoutLinkUndo = (state: AppState): AppState =>
  withSession(hush(state, 'link-ruled'), { links: { ...state.session.links, before: undefined } });
