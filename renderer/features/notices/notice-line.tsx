import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAsking, type Notice } from '../../../electron/core/model/notice';
import { Button, IconButton } from '../../components/button';
import { useProjection, useSend } from '../../store/use-shell';
import { LinkAnswers } from '../links/link-notice';
import { toNoticeLifeMs } from './notice-life';
import { useNoticeText } from './use-notice-text';
import './notice-line.css';

/** The line under the page: the newest notice, and how many wait behind it. */
export function NoticeLine(): ReactNode {
  const { t } = useTranslation();
  const notices = useProjection((projection) => projection.notices);
  const newest = notices.at(-1);
  const more = notices.length - 1;
  return (
    <div className="notice-place">
      <aside
        className={newest !== undefined && isAsking(newest) ? 'notice notice-asks' : 'notice'}
        aria-label={t('notice.label')}
      >
        {newest !== undefined && <OneNotice key={newest.id} notice={newest} />}
        {more > 0 && <p className="notice-more">{t('notice.more', { count: more })}</p>}
        {newest !== undefined && <Dismiss noticeId={newest.id} />}
      </aside>
    </div>
  );
}

function OneNotice({ notice }: { readonly notice: Notice }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const toText = useNoticeText();
  const text = toText(notice);
  const [isHeld, setIsHeld] = useState(false);
  const lifeMs = toNoticeLifeMs(notice);
  useEffect(() => {
    if (lifeMs === undefined || isHeld) return undefined;
    const timer = setTimeout(() => send('notice.dismiss', { noticeId: notice.id }), lifeMs);
    return () => clearTimeout(timer);
  }, [notice.id, lifeMs, isHeld, send]);
  return (
    <div
      className="notice-words"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      {/* The announcer says it: what is live from the moment it appears is not heard everywhere. */}
      <p title={text}>{text}</p>
      {notice.kind === 'mute-there' && (
        <div className="notice-answers">
          <Button
            look="text"
            onClick={() => send('service.set-mute-there', { serviceId: notice.serviceId, muteThere: 'here' })}
          >
            {t('notice.mute-there.here')}
          </Button>
          <Button
            look="text"
            onClick={() =>
              send('service.set-mute-there', { serviceId: notice.serviceId, muteThere: 'there' })
            }
          >
            {t('notice.mute-there.there', { name: notice.name })}
          </Button>
        </div>
      )}
      {notice.kind === 'link-followed' && <LinkAnswers notice={notice} />}
      {notice.kind === 'listen' && (
        <div className="notice-answers">
          {(['no', 'yes'] as const).map((listen) => (
            <Button
              key={listen}
              look="text"
              onClick={() => send('service.set-listen', { serviceId: notice.serviceId, listen })}
            >
              {t(`notice.listen.${listen}`)}
            </Button>
          ))}
        </div>
      )}
      {notice.kind === 'link-ruled' && (
        <Button look="text" onClick={() => send('link-rules.undo')}>
          {t('notice.undo')}
        </Button>
      )}
      {notice.kind === 'settings-reset' && (
        <Button look="text" onClick={() => send('settings.undo-reset')}>
          {t('notice.undo')}
        </Button>
      )}
      {notice.kind === 'service-removed' && (
        <Button look="text" onClick={() => send('service.undo-remove', { serviceId: notice.serviceId })}>
          {t('notice.undo')}
        </Button>
      )}
    </div>
  );
}

function Dismiss({ noticeId }: { readonly noticeId: string }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  return (
    <IconButton icon={X} label={t('notice.dismiss')} onClick={() => send('notice.dismiss', { noticeId })} />
  );
}
