import { useTranslation } from 'react-i18next';
import { vendors, type Vendor } from '../../../electron/core/model/vendor';
import { recipeById } from '../../../electron/recipes';
import { useProjection, useSend } from '../../store/use-shell';
import { LinkRules } from '../links/link-rules';
import { switchRow } from './choice-row';
import type { SettingSection } from './setting-section';

/** Gives the settings of where links go, and of links for other apps. */
export function useLinksSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const wanted = useProjection((projection) => projection.settings.vendorLinks);
  const change = (vendor: Vendor, isOn: boolean): void =>
    send('settings.change', {
      vendorLinks: vendors.filter((one) => (one === vendor ? isOn : wanted.includes(one))),
    });
  const rules = useProjection((projection) => projection.linkRules);
  return {
    place: 'links',
    title: t('settings.links.title'),
    rows: [
      {
        key: 'rules',
        texts: [
          t('settings.links.rules'),
          t('settings.links.rulesHint'),
          t('settings.links.place'),
          ...rules.map(({ pattern }) => pattern),
        ],
        row: <LinkRules />,
      },
      ...vendors.map((vendor) =>
        switchRow(vendor, {
          label: t('settings.links.of', { name: recipeById(vendor)?.name ?? vendor }),
          hint: t('settings.links.ofHint', { scheme: `${vendor}://` }),
          checked: wanted.includes(vendor),
          onChange: (isOn) => change(vendor, isOn),
        }),
      ),
    ],
  };
}
