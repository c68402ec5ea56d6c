import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isSearchTemplate,
  SEARCH_TEMPLATE_MAX,
  searchEngineNames,
  searchEngines,
} from '../../../electron/core/model/search-engine';
import { SelectRow } from '../../components/select';
import { TextField } from '../../components/text-field';
import { useProjection, useSend } from '../../store/use-shell';

/** What searches for what is selected in a page: one that is known, or one by its address. */
export function SearchSetting(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const search = useProjection((projection) => projection.settings.search);
  const kept = search.kind === 'own' ? search.template : '';
  const [typed, setTyped] = useState<string>();
  const isOwn = typed !== undefined || search.kind === 'own';
  const template = typed ?? kept;
  return (
    <>
      <SelectRow
        label={t('settings.page.search')}
        hint={t('settings.page.searchHint')}
        value={isOwn ? 'own' : search.kind === 'engine' ? search.engine : 'own'}
        options={[
          ...searchEngineNames.map((name) => ({ value: name, label: searchEngines[name].name })),
          { value: 'own' as const, label: t('settings.page.searchOwn') },
        ]}
        onChange={(engine) => {
          setTyped(engine === 'own' ? kept : undefined);
          if (engine !== 'own') send('settings.change', { search: { kind: 'engine', engine } });
        }}
      />
      {isOwn && (
        <div className="setting-row service-names">
          <TextField
            label={t('settings.page.searchTemplate')}
            hint={t('settings.page.searchTemplateHint')}
            error={
              template === '' || isSearchTemplate(template)
                ? undefined
                : t('settings.page.searchTemplateWrong')
            }
            dir="ltr"
            maxLength={SEARCH_TEMPLATE_MAX}
            value={template}
            onChange={({ currentTarget: { value } }) => {
              setTyped(value);
              if (isSearchTemplate(value))
                send('settings.change', { search: { kind: 'own', template: value } });
            }}
          />
        </div>
      )}
    </>
  );
}
