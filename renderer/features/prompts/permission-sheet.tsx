import {
  Bell,
  Clipboard,
  Keyboard,
  MapPin,
  Mic,
  Monitor,
  ShieldQuestionMark,
  Video,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAskedEachTime } from '../../../electron/core/decide/decide-permission';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { Prompt } from '../../../electron/core/model/prompt';
import type { PermissionName } from '../../../electron/core/model/service';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { useSend } from '../../store/use-shell';
import { useSettled } from './use-settled';

const icons: Readonly<Partial<Record<PermissionName, LucideIcon>>> = {
  notifications: Bell,
  camera: Video,
  microphone: Mic,
  'camera-and-microphone': Video,
  'display-capture': Monitor,
  'window-management': Monitor,
  geolocation: MapPin,
  'clipboard-read': Clipboard,
  'keyboard-lock': Keyboard,
};

interface PermissionSheetProps {
  readonly service: ServiceProjection;
  readonly prompt: Extract<Prompt, { readonly kind: 'permission' }>;
  readonly more: number;
}

/** Asks whether a service may do something; Escape leaves it unanswered for now. */
export function PermissionSheet({ service, prompt, more }: PermissionSheetProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const isSettled = useSettled();
  const Icon = icons[prompt.permission] ?? ShieldQuestionMark;
  const answer = (choice: 'allow' | 'deny' | 'deny-once'): void => {
    if (choice !== 'deny-once' && !isSettled) return;
    send('permission.answer', { promptId: prompt.id, answer: choice });
    send('page.focus');
  };
  return (
    <Sheet
      icon={Icon}
      title={t('permission.title', {
        name: service.name,
        what: t(`permission.what.${prompt.permission}`),
      })}
      onCancel={() => answer('deny-once')}
    >
      <p>{t('permission.from', { origin: prompt.origin })}</p>
      <p className="sheet-note">
        {t(isAskedEachTime(prompt.permission) ? 'permission.once' : 'permission.kept')}
      </p>
      <div className="sheet-buttons">
        {more > 0 && <p className="sheet-more">{t('permission.more', { count: more })}</p>}
        <Button look="text" onClick={() => answer('deny-once')}>
          {t('permission.later')}
        </Button>
        <Button aria-disabled={!isSettled} onClick={() => answer('deny')}>
          {t('permission.deny')}
        </Button>
        <Button look="primary" aria-disabled={!isSettled} onClick={() => answer('allow')}>
          {t('permission.allow')}
        </Button>
      </div>
    </Sheet>
  );
}
