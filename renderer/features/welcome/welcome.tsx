import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Drawing } from '../../components/drawing';
import { AddServiceFlow } from '../add-service/add-service-flow';
import { MoveIn } from '../moving/move-in';
import './welcome.css';

/** The first screen: nothing is there yet, and the search waits for a name. */
export function Welcome(): ReactNode {
  const { t } = useTranslation();
  const head = (
    <div className="welcome">
      <Drawing name="mark" size={48} />
      <h2>{t('welcome.title')}</h2>
      <p>{t('welcome.text')}</p>
      <div className="welcome-move">
        <MoveIn />
      </div>
    </div>
  );
  return <AddServiceFlow head={head} foot={<p className="welcome-foot">{t('welcome.foot')}</p>} />;
}
