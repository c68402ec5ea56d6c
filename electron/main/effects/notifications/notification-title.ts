import type { Translate } from '../../../core/model/translate';

/** What a title is made of. */
export interface TitleParts {
  /** As the page gave it; may be empty. */
  readonly title: string;
  /** Undefined for one of Foyer's own. */
  readonly serviceName: string | undefined;
  /** The desktop says elsewhere where the notification comes from. */
  readonly hasOrigin: boolean;
}

/** Gives the title to show: the page's, and the service's name unless it is said already. */
export function toTitle({ title: given, serviceName, hasOrigin }: TitleParts, translate: Translate): string {
  const title = given.trim() || translate('notification.untitled');
  if (serviceName === undefined || hasOrigin || title.includes(serviceName)) return title;
  // "Mara says:" leads on to the message; with a name behind it the colon leads nowhere.
  return translate('notification.titleOfService', {
    title: title.replace(/\s*[:：]$/u, ''),
    service: serviceName,
  });
}
