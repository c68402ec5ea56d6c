import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../electron/core/model/notice';
import { Button } from '../../components/button';
import { useSend } from '../../store/use-shell';

type Followed = Extract<Notice, { readonly kind: 'link-followed' }>;

/** What else could become of such links, by where this one went. */
const answers = {
  outside: ['here', 'outside'],
  service: ['outside'],
  busy: ['outside'],
  here: ['here'],
} as const satisfies Readonly<Record<Followed['way'], readonly ('here' | 'outside')[]>>;

/** Has links to the same place go one way from now on, with one click. */
export function LinkAnswers({ notice: { pattern, way } }: { readonly notice: Followed }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  return (
    <div className="notice-answers">
      {answers[way].map((kind) => (
        <Button
          key={kind}
          look="text"
          onClick={() => send('link-rule.set', { serviceId: null, pattern, answer: { kind } })}
        >
          {t(`notice.link-followed.always.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
