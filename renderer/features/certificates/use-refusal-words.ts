import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateProblem } from '../../../electron/core/model/certificate';
import { isChanged, type RefusedCertificate } from '../../../electron/core/model/certificate-trust';
import { useDateWords } from './certificate-facts';
import { toHostWords } from './certificate-words';

/** Why a certificate was refused, the worst first; where it took the place of another, that alone. */
export interface RefusalWords {
  readonly kind: CertificateProblem | 'changed';
  readonly title: string;
  readonly texts: readonly string[];
}

/** Gives the way to say why a certificate was refused. */
export function useRefusalWords(): (refused: RefusedCertificate) => RefusalWords {
  const { t } = useTranslation();
  const toDate = useDateWords();
  return useCallback(
    (refused) => {
      const { certificate, problems } = refused;
      const kind = isChanged(refused) ? 'changed' : (problems[0] ?? certificate.problem);
      const names = {
        host: toHostWords(refused.place),
        issuer: certificate.issuer,
        subject: certificate.subject,
        from: toDate(certificate.validFrom),
        to: toDate(certificate.validTo),
      };
      const others = problems.filter((problem) => problem !== kind);
      const told: readonly RefusalWords['kind'][] = kind === 'changed' ? [kind] : [kind, ...others];
      return {
        kind,
        title: t(`certificate.title.${kind}`, names),
        texts: told.map((one) => t(`certificate.text.${one}`, names)),
      };
    },
    [t, toDate],
  );
}
