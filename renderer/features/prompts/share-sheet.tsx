import { MonitorUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { Prompt } from '../../../electron/core/model/prompt';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Sheet } from '../../components/sheet';
import { useSend } from '../../store/use-shell';
import { SourceChoice } from './source-choice';
import { useSettled } from './use-settled';
import { useSources } from './use-sources';
import './share-sheet.css';

interface ShareSheetProps {
  readonly service: ServiceProjection;
  readonly prompt: Extract<Prompt, { readonly kind: 'share' }>;
  readonly more: number;
}

/** Asks what of the screen a service may see; nothing is chosen beforehand, and Escape shares nothing. */
export function ShareSheet({ service, prompt, more }: ShareSheetProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const isSettled = useSettled();
  const sources = useSources(prompt.id);
  const [chosen, setChosen] = useState<string>();
  const [withAudio, setWithAudio] = useState(false);
  const sourceId = sources?.some(({ id }) => id === chosen) === true ? chosen : undefined;
  const answer = (given: string | undefined): void => {
    if (given !== undefined && !isSettled) return;
    const choice = given === undefined ? null : { sourceId: given, withAudio };
    send('share.answer', { promptId: prompt.id, choice });
    send('page.focus');
  };
  const share = (): void => {
    if (sourceId !== undefined) answer(sourceId);
  };
  return (
    <Sheet
      icon={MonitorUp}
      title={t('share.title', { name: service.name })}
      onCancel={() => answer(undefined)}
    >
      <p>{t('permission.from', { origin: prompt.origin })}</p>
      <form
        className="share-form"
        onSubmit={(event) => {
          event.preventDefault();
          share();
        }}
      >
        {prompt.picker === 'portal' ? (
          <p className="sheet-note">{t('share.portal')}</p>
        ) : (
          <SourceChoice sources={sources} chosen={sourceId} onChoose={setChosen} />
        )}
        {prompt.isAudioOffered && (
          <Check label={t('share.audio')} checked={withAudio} onChange={setWithAudio} />
        )}
        <div className="sheet-buttons">
          {more > 0 && <p className="sheet-more">{t('permission.more', { count: more })}</p>}
          <Button onClick={() => answer(undefined)}>{t('share.cancel')}</Button>
          {prompt.picker === 'portal' ? (
            (sources ?? []).map(({ id, kind }) => (
              <Button key={id} look="primary" aria-disabled={!isSettled} onClick={() => answer(id)}>
                {t(`share.by.${kind}`)}
              </Button>
            ))
          ) : (
            <Button look="primary" submits aria-disabled={!isSettled || sourceId === undefined}>
              {t('share.share')}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
