import { codeOf } from '../../core/diagnostics/plain-facts';
import type { App, Certificate } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import type { Stop } from '../store/app-store';
import type { CertificateDesk } from './certificates';

/** Has the desk judge certificates that Chromium refuses; those met by anything but a service's page are refused. */
export function startCertificateErrors(
  port: Pick<App, 'on' | 'off'>,
  serviceOf: (contentsId: number) => ServiceId | undefined,
  desk: Pick<CertificateDesk, 'judge'>,
  log: (text: string) => void,
): Stop {
  const hear = (
    event: { readonly preventDefault: () => void },
    contents: { readonly id: number } | null | undefined,
    url: string,
    error: string,
    certificate: Certificate,
    callback: (isTrusted: boolean) => void,
  ): void => {
    event.preventDefault();
    const isTrusted = desk.judge(
      contents === null || contents === undefined ? undefined : serviceOf(contents.id),
      url,
      error,
      certificate,
    );
    if (!isTrusted) log(`certificate refused: ${codeOf(error.replace(/^net::/, ''))}`);
    callback(isTrusted);
  };
  port.on('certificate-error', hear);
  return () => void port.off('certificate-error', hear);
}
