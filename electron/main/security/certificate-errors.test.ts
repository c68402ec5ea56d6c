import { expect, it, vi } from 'vitest';
import { startCertificateErrors } from './certificate-errors';

it('T1 what is met by no page, or by none of a service, is judged as nobody’s and answered', () => {
  const heard: { listener?: (...args: unknown[]) => void } = {};
  const port = {
    on: (_event: string, listener: (...args: unknown[]) => void) => void (heard.listener = listener),
    off: () => undefined,
  };
  const judge = vi.fn((serviceId: string | undefined) => serviceId !== undefined);
  startCertificateErrors(port as never, (id) => (id === 7 ? 'a' : undefined), { judge }, vi.fn());
  const callback = vi.fn();
  for (const contents of [null, undefined, { id: 8 }, { id: 7 }])
    heard.listener?.({ preventDefault: vi.fn() }, contents, 'https://chat.test/', 'ERR', {}, callback);
  expect(judge.mock.calls.map(([serviceId]) => serviceId)).toEqual([undefined, undefined, undefined, 'a']);
  expect(callback.mock.calls).toEqual([[false], [false], [false], [true]]);
});
