import type { PageNotification } from '../../../core/model/notification';
import type { Translate } from '../../../core/model/translate';
import type { NotificationAct } from '../../../core/state/actions';

/** Longest name on a button, in UTF-16 units. */
const NAME_MAX = 30;

/** Gives what can be picked on a notification: muting its conversation; its service where that is not known or not to be seen. */
export function toNotificationActions(
  { message: { channel }, isVeiled }: Pick<PageNotification, 'message' | 'isVeiled'>,
  serviceName: string,
  translate: Translate,
): readonly { readonly id: NotificationAct; readonly label: string }[] {
  const whole = isVeiled === true ? serviceName : (channel?.name ?? serviceName);
  const name =
    whole.length <= NAME_MAX ? whole : `${whole.slice(0, NAME_MAX - 1).replace(/\p{Surrogate}/gu, '')}…`;
  return [
    { id: 'mute-hour', label: translate('notification.muteHour', { name }) },
    { id: 'mute', label: translate('notification.mute', { name }) },
  ];
}
