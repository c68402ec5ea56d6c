import { userOf } from '../acts/account.js';
import { changeRule, deleteRule, pushRuleKinds, putRule, ruleOf } from '../acts/push-rules.js';
import { found, MatrixRefusal } from '../errors.js';
import type { PushAction, PushCondition, PushRuleKind } from '../model.js';
import { type ApiContext, type ApiRoutes, bodyOf, param } from './context.js';

const rulesOf = (context: ApiContext) => userOf(context, context.session.userId).pushRules;

const RULE = '/pushrules/global/:kind/:rule';

/** What a person wants to be notified of. */
export const pushRoutes: ApiRoutes = {
  'GET /pushrules/': (context) => ({ global: rulesOf(context) }),
  'GET /pushrules/global/': (context) => rulesOf(context),
  [`GET ${RULE}`]: (context) => ruleOf(rulesOf(context), kindOf(context), param(context, 'rule')),
  [`PUT ${RULE}`]: async (context) => {
    const { actions, conditions, pattern } = bodyOf(context) as {
      readonly actions?: readonly PushAction[];
      readonly conditions?: readonly PushCondition[];
      readonly pattern?: string;
    };
    if (!Array.isArray(actions)) throw new MatrixRefusal(400, 'M_MISSING_PARAM', 'No actions found');
    await context.step((world) =>
      putRule(world, context.session.userId, kindOf(context), param(context, 'rule'), {
        actions,
        ...(conditions === undefined ? {} : { conditions }),
        ...(pattern === undefined ? {} : { pattern }),
      }),
    );
    return {};
  },
  [`DELETE ${RULE}`]: async (context) => {
    await context.step((world) =>
      deleteRule(world, context.session.userId, kindOf(context), param(context, 'rule')),
    );
    return {};
  },
  [`PUT ${RULE}/enabled`]: async (context) => {
    const enabled = bodyOf(context)['enabled'] === true;
    await change(context, { enabled });
    return {};
  },
  [`PUT ${RULE}/actions`]: async (context) => {
    const { actions = [] } = bodyOf(context) as { readonly actions?: readonly PushAction[] };
    await change(context, { actions });
    return {};
  },
};

const kindOf = (context: ApiContext): PushRuleKind =>
  found(
    pushRuleKinds.find((kind) => kind === param(context, 'kind')),
    'Kind of rule',
  );

const change = (context: ApiContext, to: Parameters<typeof changeRule>[4]): Promise<void> =>
  context.step((world) =>
    changeRule(world, context.session.userId, kindOf(context), param(context, 'rule'), to),
  );
