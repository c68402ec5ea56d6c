import type { ServiceEvent } from '../core/ipc/service-messages';

export interface DeliveryPort {
  /** Gives it to the page. */
  readonly deliver: (text: string) => void;
  /** Makes what follows an act of the user. */
  readonly activate: () => Promise<unknown>;
  readonly problem: (error: unknown) => void;
}

/**
 * Gives what delivers events in the order they came, a click with the user's activation. What one of them meets
 * is a problem of its own; the next is delivered all the same.
 */
export function createDelivery({ deliver, activate, problem }: DeliveryPort): (event: ServiceEvent) => void {
  let turn: Promise<unknown> = Promise.resolve();
  const then = (work: () => unknown): void => {
    turn = turn.then(work).catch(problem);
  };
  return (event) => {
    const isClick =
      event.kind === 'notification-event' && (event.event === 'click' || event.event === 'recall');
    // A click on the desktop is a click of the user: the page may then do what needs one.
    if (isClick) then(activate);
    then(() => deliver(JSON.stringify(event)));
  };
}
