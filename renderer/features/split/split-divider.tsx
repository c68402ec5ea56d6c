import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Projection } from '../../../electron/core/ipc/projection';
import { percents } from '../../components/formats';
import { useSend } from '../../store/use-shell';
import { toPlaceStyle } from './place-style';
import { shareAt, shareByKey } from './split-share';

interface SplitDividerProps {
  readonly sides: NonNullable<Projection['sides']>;
  readonly first: string;
  readonly second: string;
}

/** What is between two pages: dragged, or moved by keys, it says how much room each takes. */
export function SplitDivider({ sides, first, second }: SplitDividerProps): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const isRightToLeft = i18n.dir() === 'rtl';
  const toShare = (share: number): void => send('split.share', { share });
  const drag = (event: PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      toShare(shareAt(sides, { x: event.clientX, y: event.clientY }, isRightToLeft));
  };
  const press = (event: KeyboardEvent): void => {
    const share = shareByKey(sides, event, isRightToLeft);
    if (share === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    toShare(share);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      className="split-divider"
      style={toPlaceStyle(sides.divider)}
      data-direction={sides.direction}
      aria-label={t('split.divider', { first, second })}
      aria-orientation={sides.direction === 'row' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(sides.share * 100)}
      aria-valuemin={Math.round(sides.shareMin * 100)}
      aria-valuemax={Math.round(sides.shareMax * 100)}
      aria-valuetext={percents(i18n.language).format(sides.share)}
      title={t('split.dividerHint')}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onDoubleClick={() => toShare(0.5)}
      onKeyDown={press}
    />
  );
}
