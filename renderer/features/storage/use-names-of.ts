import { useTranslation } from 'react-i18next';
import { andList } from '../../components/formats';
import { useProjection } from '../../store/use-shell';

/** Gives what tells the names of all that use a storage but for one, in a sentence; empty where there are none. */
export function useNamesOf(): (storageId: string, exceptId: string) => string {
  const { i18n } = useTranslation();
  const services = useProjection((projection) => projection.services);
  return (storageId, exceptId) =>
    andList(i18n.language).format(
      services.filter((one) => one.storageId === storageId && one.id !== exceptId).map(({ name }) => name),
    );
}
