import { useTranslation } from 'react-i18next';
import type { Browser } from '../../../electron/core/model/browser';
import { browserNames } from '../../../electron/core/model/browser-names';
import type { LinkAnswer } from '../../../electron/core/model/link-rule';
import { withChosen } from '../../components/with-chosen';
import { useBrowsers } from './use-browsers';

/** Gives an answer as the value of a choice. */
export const toChoice = (answer: LinkAnswer): string =>
  answer.kind === 'browser' ? `browser:${answer.browser}` : answer.kind;

interface LinkChoices {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly answerOf: (choice: string) => LinkAnswer;
}

/** Gives where links can go, in words. */
export function useLinkChoices(set: LinkAnswer | undefined): LinkChoices {
  const { t } = useTranslation();
  const found = withChosen(useBrowsers(), set?.kind === 'browser' ? set.browser : undefined);
  const browserOf = (choice: string): Browser | undefined =>
    found.find((browser) => choice === `browser:${browser}`);
  return {
    options: [
      { value: 'here', label: t('settings.links.ways.here') },
      { value: 'service', label: t('settings.links.ways.service') },
      { value: 'outside', label: t('settings.links.ways.outside') },
      ...found.map((browser) => ({
        value: `browser:${browser}`,
        label: t('settings.links.ways.browser', { name: browserNames[browser] }),
      })),
    ],
    answerOf: (choice) => {
      const browser = browserOf(choice);
      if (browser !== undefined) return { kind: 'browser', browser };
      return { kind: choice === 'here' || choice === 'service' ? choice : 'outside' };
    },
  };
}
