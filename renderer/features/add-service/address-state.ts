import type { AddressRefusal, AddServiceAnswer } from '../../../electron/core/ipc/contract';
import type { RefusedCertificate } from '../../../electron/core/model/certificate-trust';
import type { AddressCheck } from '../../../electron/core/model/discovery';
import { startUrlOf, type RecipeStart } from '../../../electron/core/model/address';

/** Why a service was not added; each has its text under `address.`. */
export type Refusal = Extract<AddServiceAnswer, { readonly kind: 'refused' }>['reason'] | 'failed';

/** What is known of the address as it stands in the field. */
export type AddressState =
  | { readonly kind: 'untold' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'found'; readonly title: string | undefined; readonly insecure: boolean }
  | {
      readonly kind: 'refused';
      readonly reason: Refusal;
      readonly certificate?: RefusedCertificate | undefined;
    };

/** Gives why what is typed cannot be an address at all; `undefined` when only asking the server can tell. */
export function refusalOfTyped(start: RecipeStart, address: string): AddressRefusal | undefined {
  const result = startUrlOf(start, address);
  return result.kind === 'refused' ? result.reason : undefined;
}

export const toAddressState = (check: AddressCheck): AddressState =>
  check.kind === 'ok'
    ? { kind: 'found', title: check.title, insecure: check.insecure }
    : { kind: 'refused', reason: check.reason, certificate: check.certificate };
