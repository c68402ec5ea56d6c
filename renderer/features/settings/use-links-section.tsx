import { useTranslation } from 'react-i18next';
import { vendors, type Vendor } from '../../../electron/core/model/vendor';
import { recipeById } from '../../../electron/recipes';
import { useProjection, useSend } from '../../store/use-shell';
import { switchRow } from './choice-row';
import type { SettingSection } from './setting-section';

/** Gives the settings of links for other apps. */
export function useLinksSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const wanted = useProjection((projection) => projection.settings.vendorLinks);
  const change = (vendor: Vendor, isOn: boolean): void =>
    send('settings.change', {
      vendorLinks: vendors.filter((one) => (one === vendor ? isOn : wanted.includes(one))),
    });
  return {
    title: t('settings.links.title'),
    rows: vendors.map((vendor) =>
      switchRow(vendor, {
        label: t('settings.links.of', { name: recipeById(vendor)?.name ?? vendor }),
        hint: t('settings.links.ofHint', { scheme: `${vendor}://` }),
        checked: wanted.includes(vendor),
        onChange: (isOn) => change(vendor, isOn),
      }),
    ),
  };
}
