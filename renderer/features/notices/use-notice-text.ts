import { useTranslation } from 'react-i18next';
import { browserNames } from '../../../electron/core/model/browser-names';
import type { Notice } from '../../../electron/core/model/notice';

/** Gives the way to say a notice in words. */
export function useNoticeText(): (notice: Notice) => string {
  const { t } = useTranslation();
  return (notice) => {
    switch (notice.kind) {
      case 'service-removed':
      case 'data-cleared':
      case 'cookies-cleared':
      case 'cache-cleared':
        return t(`notice.${notice.kind}`, { name: notice.name });
      case 'settings-restored':
        return t(`notice.settings-restored.${notice.from}`, { file: notice.setAsideAs });
      case 'settings-from-newer':
        return t('notice.settings-from-newer', { file: notice.setAsideAs });
      case 'settings-not-saved':
        return t('notice.settings-not-saved', { reason: notice.reason });
      case 'inbox-set-aside':
        return t(`notice.inbox-set-aside.${notice.why}`, { file: notice.setAsideAs });
      case 'download-done':
      case 'download-failed':
      case 'download-gone':
      case 'page-saved':
      case 'page-not-saved':
        return t(`notice.${notice.kind}`, { file: notice.fileName });
      case 'download-risky': {
        const { kind, disguise } = notice.risk;
        const values = { file: notice.fileName, disguise };
        return disguise === undefined
          ? t(`notice.download-risky.${kind}`, values)
          : t('notice.download-risky.disguised', values);
      }
      case 'mute-there': {
        const { channel, name, changes } = notice;
        const look = changes[0]?.level === 'all' ? 'unmuted' : 'muted';
        return t(`notice.mute-there.${look}`, { channel, name, count: changes.length });
      }
      case 'listen':
        return t(notice.isSealed ? 'notice.listen.ask' : 'notice.listen.askUnsealed', { name: notice.name });
      case 'mute-refused':
        return t('notice.mute-refused', { channel: notice.channel, name: notice.name });
      case 'link-refused':
        return t('notice.link-refused', { scheme: notice.scheme });
      case 'link-followed':
        return t(`notice.link-followed.${notice.way}`, { where: notice.pattern, name: notice.name });
      case 'link-ruled': {
        const { answer, pattern: where } = notice;
        if (answer?.kind === 'browser')
          return t('notice.link-ruled.browser', { where, browser: browserNames[answer.browser] });
        return t(`notice.link-ruled.${answer?.kind ?? 'none'}`, { where });
      }
      case 'settings-reset':
        return t('notice.settings-reset', { count: notice.count, file: notice.copy });
      case 'outside-refused':
        return t(`outside.refused.${notice.reason}`, { name: notice.name });
      case 'text-copied':
        return t('notice.text-copied', { name: notice.name });
    }
  };
}
