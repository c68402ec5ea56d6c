import type { BusReply, SessionBus } from '../session-bus/bus';
import type { Stop } from '../store/app-store';
import type { OutsideAnswer } from '../outside/outside-desk';

/** By what names Foyer is found on the session bus. */
export const FOYER_ON_BUS = {
  name: 'app.foyer.Foyer',
  path: '/app/foyer/Foyer',
  interface: 'app.foyer.Foyer1',
} as const;

export interface BusVerbsPort {
  readonly bus: Pick<SessionBus, 'serve'>;
  readonly hear: (args: readonly string[]) => OutsideAnswer;
}

/** Puts the verbs of the command line on the session bus, for programs and scripts of the desktop. */
export function startBusVerbs({ bus, hear }: BusVerbsPort): Stop {
  const ask = (...args: readonly string[]): BusReply => {
    const { code, text } = hear(args);
    return code === 0
      ? { kind: 'reply', value: undefined }
      : { kind: 'failed', name: `${FOYER_ON_BUS.interface}.Error.Refused`, reason: text.trim() };
  };
  const optional = (text: unknown): readonly string[] => (text === '' ? [] : [String(text)]);
  return bus.serve({
    ...FOYER_ON_BUS,
    methods: {
      /** A service and a channel, each by id or name, or a link; empty for the window alone. */
      Open: {
        takes: 'ss',
        answer: ([service, channel]) => ask('open', '--', ...optional(service), ...optional(channel)),
      },
      OpenLink: { takes: 's', answer: ([link]) => ask(String(link)) },
      Add: { takes: 's', answer: ([address]) => ask('add', '--', String(address)) },
      Compose: {
        takes: 'sss',
        answer: ([service, channel, text]) =>
          ask('compose', '--', String(service), ...optional(channel), String(text)),
      },
      /** For how long as on the command line; `off` ends it. */
      Mute: {
        takes: 'sss',
        answer: ([service, channel, until]) =>
          ask(
            'mute',
            `--for=${until === '' ? 'always' : String(until)}`,
            '--',
            String(service),
            ...optional(channel),
          ),
      },
      Focus: {
        takes: 's',
        answer: ([until]) => ask('focus', `--for=${until === '' ? 'always' : String(until)}`),
      },
      Status: {
        takes: '',
        gives: 's',
        answer: () => ({ kind: 'reply', value: hear(['status', '--json']).text.trim() }),
      },
    },
  });
}
