import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSource } from '../../../electron/core/model/decision';
import type { RuleScope } from '../../../electron/core/model/rule';
import { useProjection } from '../../store/use-shell';

/** Gives the way to name a scope within a sentence: "public channels of Rocket.Chat". */
export function useScopeName(): (scope: RuleScope) => string {
  const { t } = useTranslation();
  const services = useProjection((projection) => projection.services);
  return useCallback(
    (scope) => {
      if (scope.kind === 'everywhere') return t('rules.scope.everywhere');
      const service = services.find(({ id }) => id === scope.serviceId)?.name ?? t('rules.scope.gone');
      switch (scope.kind) {
        case 'service':
          return service;
        case 'channel-kind':
          return t('rules.scope.kindOf', { kind: t(`rules.kinds.${scope.channelKind}`), service });
        case 'channel':
          return t('rules.scope.channelOf', { name: scope.name, service });
      }
    },
    [t, services],
  );
}

/** Gives the way to say where a value comes from. No rule is what holds where none says otherwise. */
export function useSourceWords(): (source: RuleSource | undefined) => string {
  const { t } = useTranslation();
  const name = useScopeName();
  const services = useProjection((projection) => projection.services);
  return useCallback(
    (source) => {
      if (source === undefined) return t('rules.source.default');
      const { scope } = source;
      if (source.by === 'server' && scope.kind !== 'everywhere') {
        const service = services.find(({ id }) => id === scope.serviceId)?.name ?? t('rules.scope.gone');
        return t('rules.source.server', { service });
      }
      return t(source.isTemporary ? 'rules.source.temporary' : 'rules.source.from', {
        scope: name(source.scope),
      });
    },
    [t, name, services],
  );
}
