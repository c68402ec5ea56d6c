import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';

/** Gives the way to say what keeps a service awake; `undefined` where nothing does. */
export function useAwakeWords(): (service: ServiceProjection) => string | undefined {
  const { t } = useTranslation();
  return ({ busy }) => {
    const [first] = busy;
    return first === undefined ? undefined : t(`sleep.busy.${first}`);
  };
}
