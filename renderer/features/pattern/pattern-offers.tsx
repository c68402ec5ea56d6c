import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatternOffer } from '../../../electron/core/ipc/answers';
import { toHowText } from './pattern-draft';

interface PatternOffersProps {
  readonly offers: readonly PatternOffer[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** The ways to recognise a conversation, each with how many notifications it fits and what they are called. */
export function PatternOffers({ offers, chosen, onChoose }: PatternOffersProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="pattern-offers">
      <legend>{t('pattern.offers')}</legend>
      {offers.map(({ suggestion, count, examples }, index) => (
        <label key={`${suggestion.on}-${suggestion.how}-${suggestion.text}`} className="pattern-offer">
          <input
            type="radio"
            name={id}
            checked={index === chosen}
            autoFocus={index === 0}
            onChange={() => onChoose(index)}
          />
          <span className="pattern-words">
            <span className="pattern-how">{t(toHowText(suggestion), { text: suggestion.text })}</span>
            <span className="pattern-count">{t('pattern.fits', { count })}</span>
            {examples.slice(0, 3).map((example) => (
              <span key={example} className="pattern-example" dir="auto">
                {example}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
