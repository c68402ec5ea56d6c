import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { percents } from '../../components/formats';
import { useListener } from '../../components/use-listener';
import { useProjection, useSend } from '../../store/use-shell';
import { ProcessHead } from './process-head';
import { ProcessRow } from './process-row';
import { asBefore, inOrder, toProcessLines, type ProcessOrder } from './process-table';
import { useCpuText, useSizeText } from './use-figures';
import { useProcesses } from './use-processes';
import './processes-sheet.css';

/** What every service and Foyer itself uses, called up over whatever is shown. Nothing of it is announced by itself. */
export function ProcessesSheet(): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const toCpu = useCpuText();
  const toSize = useSizeText();
  const list = useProcesses();
  const services = useProjection((projection) => projection.services);
  const [order, setOrder] = useState<ProcessOrder>({ by: 'bytes', isDescending: true });
  /** While somebody is at a line, by pointer or keyboard, all stay where they are. */
  const [held, setHeld] = useState<readonly string[]>();
  const lines = list && toProcessLines(list, services, (part) => t(`processes.part.${part}`));
  const ordered = lines && {
    services:
      held === undefined ? inOrder(lines.services, order, i18n.language) : asBefore(lines.services, held),
    parts: inOrder(lines.parts, order, i18n.language),
  };
  const room = useRef<HTMLDivElement>(null);
  const holdAt = (target: EventTarget | null, isAlso: boolean): void => {
    if (isAtService(target) || isAlso) setHeld(held ?? ordered?.services.map(({ key }) => key));
    else setHeld(undefined);
  };
  useListener(room, 'pointerover', ({ target }) => holdAt(target, isAtService(document.activeElement)));
  useListener(room, 'pointerleave', () => holdAt(document.activeElement, false));
  useListener(room, 'focusin', ({ target }) => holdAt(target, isPointedAt(room.current)));
  useListener(room, 'focusout', ({ relatedTarget }) => holdAt(relatedTarget, isPointedAt(room.current)));
  const whole = percents(i18n.language).format(1);
  return (
    <Dialog title={t('processes.title')} size="wider" onClose={() => send('surface.close')}>
      <p className="dialog-text">{t('processes.hint', { percent: whole })}</p>
      <div ref={room} className="processes-room">
        {ordered !== undefined && (
          <table className="processes">
            <ProcessHead
              order={order}
              onOrder={(chosen) => {
                setHeld(undefined);
                setOrder(chosen);
              }}
            />
            <tbody data-of="services">
              {ordered.services.map((line) => (
                <ProcessRow key={line.key} line={line} />
              ))}
            </tbody>
            <tbody>
              <tr className="processes-group">
                <th scope="colgroup" colSpan={5}>
                  {t('processes.foyer')}
                </th>
              </tr>
              {ordered.parts.map((line) => (
                <ProcessRow key={line.key} line={line} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('processes.total')}</th>
                <td>{toSize(list?.bytes ?? null)}</td>
                <td>{toCpu(list?.cpuPercent ?? null)}</td>
              </tr>
            </tfoot>
          </table>
        )}
      </div>
      <div className="dialog-buttons">
        <p className="processes-keys">{t('processes.keys')}</p>
        <Button onClick={() => send('surface.close')}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}

const isAtService = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('tbody[data-of="services"]') !== null;
const isPointedAt = (room: HTMLElement | null): boolean =>
  isAtService(room?.querySelector('tbody:hover') ?? null);
