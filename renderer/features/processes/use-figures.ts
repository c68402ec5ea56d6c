import { useTranslation } from 'react-i18next';
import { finePercents } from '../../components/formats';
import { toSizeText } from '../sleep/sizes';

/** What stands where nothing is known. */
const NOTHING = '–';

/** Gives the way to write a share of the processor. */
export function useCpuText(): (percent: number | null) => string {
  const { i18n } = useTranslation();
  return (percent) => (percent === null ? NOTHING : finePercents(i18n.language).format(percent / 100));
}

/** Gives the way to write so much memory. */
export function useSizeText(): (bytes: number | null) => string {
  const { i18n } = useTranslation();
  return (bytes) => (bytes === null ? NOTHING : toSizeText(bytes, i18n.language));
}
