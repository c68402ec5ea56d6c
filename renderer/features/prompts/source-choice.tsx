import { useId, useRef, useState, type KeyboardEvent as ReactKeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shareKinds, type ShareKind, type ShareSource } from '../../../electron/core/model/share';
import { useProjection } from '../../store/use-shell';
import { useKeys } from '../../components/use-keys';
import { toGridStep } from './grid-step';

interface SourceChoiceProps {
  /** Undefined while they are being looked for. */
  readonly sources: readonly ShareSource[] | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (sourceId: string) => void;
}

/** Screens and windows with their pictures, of which one is chosen. */
export function SourceChoice({ sources, chosen, onChoose }: SourceChoiceProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const isMac = useProjection((projection) => projection.platform === 'darwin');
  const [kind, setKind] = useState<ShareKind>('screen');
  const shown = sources?.filter((source) => source.kind === kind);
  const panel = useRef<HTMLDivElement>(null);
  useKeys(panel, (event) => stepInGrid(event, panel.current));
  const move = (event: ReactKeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = kind === 'screen' ? 'window' : 'screen';
    setKind(other);
    document.getElementById(`${id}-${other}`)?.focus();
  };
  return (
    <>
      <div className="share-tabs" role="tablist" aria-label={t('share.tabs')}>
        {shareKinds.map((one) => (
          <button
            key={one}
            id={`${id}-${one}`}
            type="button"
            role="tab"
            aria-selected={one === kind}
            aria-controls={`${id}-panel`}
            tabIndex={one === kind ? 0 : -1}
            onClick={() => setKind(one)}
            onKeyDown={move}
          >
            {t(`share.kind.${one}`)}
          </button>
        ))}
      </div>
      <div
        ref={panel}
        id={`${id}-panel`}
        className="share-panel"
        role="tabpanel"
        aria-labelledby={`${id}-${kind}`}
        aria-busy={shown === undefined}
      >
        {shown === undefined ? (
          <p className="sheet-note">{t('share.looking')}</p>
        ) : shown.length === 0 ? (
          <p className="sheet-note">{t(isMac ? 'share.noneOnMac' : `share.none.${kind}`)}</p>
        ) : (
          <div className="share-grid" role="radiogroup" aria-label={t(`share.kind.${kind}`)}>
            {shown.map((source, index) => (
              <label key={source.id} className="share-source">
                <input
                  className="visually-hidden"
                  type="radio"
                  name={id}
                  value={source.id}
                  checked={source.id === chosen}
                  onChange={() => onChoose(source.id)}
                />
                <span className="share-picture">
                  {source.picture !== '' && <img src={source.picture} alt="" draggable={false} />}
                </span>
                <span className="share-name" dir="auto" title={source.name}>
                  {nameOf(source, index, shown.length)}
                </span>
              </label>
            ))}
          </div>
        )}
        {kind === 'window' && <p className="sheet-note">{t('share.ownLeftOut')}</p>}
      </div>
    </>
  );

  /** Electron names screens in English. */
  function nameOf(source: ShareSource, index: number, count: number): string {
    if (source.kind === 'window') return source.name === '' ? t('share.unnamed') : source.name;
    return count === 1 ? t('share.wholeScreen') : t('share.screen', { number: index + 1 });
  }
}

/** Arrow keys go to what stands there, and choose it. */
function stepInGrid(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (panel === null) return;
  const radios = [...panel.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  const at = radios.findIndex((radio) => radio === event.target);
  if (at === -1) return;
  const tops = radios.map((radio) => radio.parentElement?.offsetTop ?? 0);
  const isRightToLeft = getComputedStyle(panel).direction === 'rtl';
  const to = toGridStep(event.key, at, tops, isRightToLeft);
  if (to === undefined) return;
  event.preventDefault();
  radios[to]?.focus();
  radios[to]?.click();
}
