import { useTranslation } from 'react-i18next';
import type { Discovery, Spot } from '../../../electron/core/model/discovery';
import { recipeById } from '../../../electron/recipes';
import { useRefusalWords } from '../certificates/use-refusal-words';

/** A find in words: what it is, and what there is to know. */
export interface SaidWords {
  readonly title: string;
  readonly texts: readonly string[];
}

/** Gives the words for a find. */
export function useSaid(found: Discovery): SaidWords {
  const { t } = useTranslation();
  const sayRefusal = useRefusalWords();
  const productOf = (recipeId: string): string => recipeById(recipeId)?.name ?? recipeId;
  const led = ({ ledFrom }: Spot): readonly string[] =>
    ledFrom === undefined ? [] : [t('discover.led', { from: ledFrom })];
  switch (found.kind) {
    case 'chat': {
      const { recipeId, version, spot } = found;
      const names = { product: productOf(recipeId), at: spot.at };
      return {
        title:
          version === undefined
            ? t('discover.chat', names)
            : t('discover.chatVersion', { ...names, version }),
        texts: led(spot),
      };
    }
    case 'too-old': {
      const { recipeId, spot, version, least } = found;
      const names = { product: productOf(recipeId), at: spot.at, version, least };
      return {
        title: t('discover.tooOld.title', names),
        texts: [t(`discover.tooOld.${recipeId as 'rocketchat'}`, names), t('discover.tooOld.text', names)],
      };
    }
    case 'homeserver':
      return {
        title: t('discover.homeserver.title', found),
        texts: [t('discover.homeserver.text', { host: new URL(found.url).host })],
      };
    case 'hosted': {
      const { recipeId, address } = found;
      return {
        title: productOf(recipeId),
        texts: [t(address === undefined ? 'discover.hostedTeam' : 'discover.hosted')],
      };
    }
    case 'website': {
      const { title, spot } = found;
      const called = title === undefined ? [] : [t('discover.website.called', { title })];
      return {
        title: t('discover.website.title', { at: spot.at }),
        texts: [...led(spot), ...called, t('discover.website.text')],
      };
    }
    case 'gate': {
      const { gate, spot } = found;
      const names = {
        at: spot.at,
        host: gate.kind === 'page' ? gate.host : '',
        realm: gate.kind === 'password' ? (gate.realm ?? '') : '',
      };
      const realm = names.realm === '' ? [] : [t('discover.gate.realm', names)];
      return {
        title: t(`discover.gate.${gate.kind}.title`, names),
        texts: [...realm, t(`discover.gate.${gate.kind}.text`, names)],
      };
    }
    case 'bad-certificate':
      return sayRefusal(found.refused);
    case 'no-https':
      return { title: t('discover.noHttps.title', found), texts: [t('discover.noHttps.text')] };
    case 'refused':
      return {
        title:
          found.host === undefined ? t('discover.noAddress') : t('discover.nothing', { host: found.host }),
        texts: [t(`address.${found.reason}`)],
      };
  }
}
