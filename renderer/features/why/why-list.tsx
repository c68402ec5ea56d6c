import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, TrailStep } from '../../../electron/core/model/decision';
import { useStepWords } from './use-step-words';
import './why-list.css';

interface WhyListProps {
  /** What became, or would become, of a message. */
  readonly decision: Pick<Decision, 'kind' | 'reason'>;
  /** What was looked at, in order. */
  readonly trail: readonly TrailStep[];
}

/** Says in plain words what was decided of a message, what was looked at on the way, and what decided. */
export function WhyList({ decision, trail }: WhyListProps): ReactNode {
  const { t } = useTranslation();
  const say = useStepWords();
  // Steps have no names of their own, and two may say the same; they never move.
  const steps = trail.map((step, index) => ({ key: `step-${index}`, ...say(step) }));
  return (
    <div className="why">
      <p className="why-decision" data-kind={decision.kind}>
        {t(`reason.${decision.reason}`)}
      </p>
      <ol className="why-steps" aria-label={t('why.steps')}>
        {steps.map(({ key, text, source, decided }) => (
          <li key={key} data-decided={decided}>
            <span>{text}</span>
            {source !== undefined && <span className="why-source">{source}</span>}
            {decided && <span className="why-mark">{t('why.decided')}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
