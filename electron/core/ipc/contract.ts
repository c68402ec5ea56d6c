import * as z from 'zod/mini';
import type { AddressRefusal as AddressSyntaxRefusal } from '../model/address';
import type { AddressCheck, Discovery, ReachRefusal } from '../model/discovery';
import { levelSchema } from '../model/rule';
import { muteThereSchema, serviceIconSchema, serviceIdSchema } from '../model/service';
import { settingsSchema } from '../model/settings';
import type {
  ChannelsAnswer,
  ChooseIconAnswer,
  Explanation,
  FileAnswer,
  ImportAnswer,
  PatternOffer,
  RuleTable,
} from './answers';
import { aboutContract } from './about-contract';
import { backupContract } from './backup-contract';
import { answer, nothing } from './command-shape';
import { downloadContract } from './download-contract';
import { questionContract } from './question-contract';
import { spellingContract } from './spelling-contract';
import { shareContract } from './share-contract';
import { syncContract } from './sync-contract';
import { switcherContract } from './switcher-contract';
import { sleepContract } from './sleep-contract';
import {
  addServiceInput,
  channelInput,
  entryInput,
  explainInput,
  focusBeginInput,
  focusChangeInput,
  patternInput,
  pauseInput,
  ruleInput,
  rulesInput,
  ruleTableAskSchema,
  scopeInput,
  serviceInput as id,
  text,
} from './inputs';
import { inboxContract } from './inbox-contract';
import { keyContract } from './key-contract';
import { layoutContract } from './layout-contract';
import { movingContract } from './moving-contract';
import { linkContract } from './link-contract';
import { lockContract } from './lock-contract';
import { outsideContract } from './outside-contract';
import type { Projection, ProjectionPush } from './projection';
import { resetContract } from './reset-contract';
import { tweakContract } from './tweak-contract';
import { workspaceCommands } from './workspace-commands';

/** Why an address cannot be a service; each has its text in the locale file under `address.`. */
export type AddressRefusal = AddressSyntaxRefusal | ReachRefusal;

/** What adding a service gives. */
export type AddServiceAnswer =
  | { readonly kind: 'added'; readonly serviceId: string }
  | { readonly kind: 'refused'; readonly reason: AddressRefusal | 'unknown-recipe' | 'too-many-services' };

/**
 * THE contract between the shell window and main: name, input schema, answer type. Handlers, preload and the
 * renderer's types derive from it.
 */
export const contract = {
  ...aboutContract,
  ...switcherContract,
  ...sleepContract,
  ...questionContract,
  ...shareContract,
  ...movingContract,
  ...backupContract,
  ...syncContract,
  ...downloadContract,
  ...spellingContract,
  'app.connect': { input: nothing, ...answer<Projection>() },
  'app.quit': { input: nothing, ...answer<void>() },
  'address.check': {
    input: z.object({ recipeId: text(40), address: text(4096) }),
    ...answer<AddressCheck>(),
  },
  /** Finds out what is at an address as people type or paste it; a new question ends the one before. */
  'server.discover': { input: z.object({ text: text(4096) }), ...answer<Discovery>() },
  'service.add': { input: addServiceInput, ...answer<AddServiceAnswer>() },
  'service.activate': { input: id, ...answer<void>() },
  'service.rename': { input: z.object({ serviceId: serviceIdSchema, name: text(200) }), ...answer<void>() },
  'service.set-icon': {
    input: z.object({ serviceId: serviceIdSchema, icon: serviceIconSchema }),
    ...answer<void>(),
  },
  /** Opens the system's file dialog; the picture is decoded and re-encoded by main. */
  'service.choose-icon': { input: id, ...answer<ChooseIconAnswer>() },
  'service.move': {
    input: z.object({
      serviceId: serviceIdSchema,
      toIndex: z.number().check(z.int(), z.minimum(0), z.maximum(10_000)),
    }),
    ...answer<void>(),
  },
  'service.set-enabled': {
    input: z.object({ serviceId: serviceIdSchema, enabled: z.boolean() }),
    ...answer<void>(),
  },
  'service.set-count': {
    input: z.object({ serviceId: serviceIdSchema, countInTotal: z.boolean() }),
    ...answer<void>(),
  },
  'service.set-keep-text': {
    input: z.object({ serviceId: serviceIdSchema, keepText: z.boolean() }),
    ...answer<void>(),
  },
  /** Where a channel is muted that is muted here; answers the question about what was just muted, too. */
  'service.set-mute-there': {
    input: z.object({ serviceId: serviceIdSchema, muteThere: muteThereSchema }),
    ...answer<void>(),
  },
  'service.set-own-names': {
    input: z.object({ serviceId: serviceIdSchema, ownNames: z.array(text(200)).check(z.maxLength(50)) }),
    ...answer<void>(),
  },
  /** It uses the storage of another one from now on; null: what it stored itself. Its page begins anew. */
  'service.sign-in-with': {
    input: z.object({ serviceId: serviceIdSchema, withId: z.nullable(serviceIdSchema) }),
    ...answer<void>(),
  },
  /** Reloads the page; `fromStartPage` goes to the service's own address first. Also "retry now". */
  'service.reload': {
    input: z.object({ serviceId: serviceIdSchema, fromStartPage: z.boolean() }),
    ...answer<void>(),
  },
  /** What the service's adapter knows; large, so it is asked for. */
  'channels.list': { input: id, ...answer<ChannelsAnswer>() },
  /** Brings a channel up, once its adapter speaks. */
  'channel.open': { input: channelInput, ...answer<void>() },
  /** Asks the server to notify so much of a channel; what it then says shows in the list. */
  'channel.mute': { input: z.extend(channelInput, { level: levelSchema }), ...answer<void>() },
  /** Asks the server to take a channel for read, where its adapter can; its entries of the inbox are, in any case. */
  'channel.mark-read': { input: channelInput, ...answer<void>() },
  /** The same for all channels of a service. */
  'service.mark-read': { input: id, ...answer<void>() },
  'service.go-back': { input: id, ...answer<void>() },
  'service.remove': { input: id, ...answer<void>() },
  'service.undo-remove': { input: id, ...answer<void>() },
  'page.show': {
    input: z.object({ page: z.enum(['service', 'add-service', 'settings', 'inbox', 'rules', 'moving']) }),
    ...answer<void>(),
  },
  /** Takes the place of the rule of that scope; without values there is none any more. */
  'rule.set': { input: ruleInput, ...answer<void>() },
  'rules.set': { input: rulesInput, ...answer<void>() },
  /** A rule for a while; takes the place of the one there is at that scope. */
  'rule.pause': { input: pauseInput, ...answer<void>() },
  'rule.resume': { input: scopeInput, ...answer<void>() },
  'rules.table': { input: ruleTableAskSchema, ...answer<RuleTable>() },
  /** What would become of messages of a channel (or of a service, with null) now: one meant for the person, then one that is not. */
  'rules.explain': { input: explainInput, ...answer<readonly Explanation[]>() },
  /** Opens the system's file dialog. */
  'rules.export': { input: nothing, ...answer<FileAnswer>() },
  'rules.import': { input: nothing, ...answer<ImportAnswer>() },
  /** How the conversation of an entry could be recognised, best first. */
  'pattern.suggest': { input: entryInput, ...answer<readonly PatternOffer[]>() },
  'pattern.add': { input: patternInput, ...answer<void>() },
  'pattern.remove': {
    input: z.object({ serviceId: serviceIdSchema, channelId: text(300) }),
    ...answer<void>(),
  },
  'focus.begin': { input: focusBeginInput, ...answer<void>() },
  'focus.end': { input: nothing, ...answer<void>() },
  'focus.change': { input: focusChangeInput, ...answer<void>() },
  'busy-hint.answer': {
    input: z.object({ answer: z.enum(['only-me', 'what-matters', 'keep']) }),
    ...answer<void>(),
  },
  'settings.change': { input: z.partial(settingsSchema), ...answer<void>() },
  ...inboxContract,
  ...outsideContract,
  ...workspaceCommands,
  ...tweakContract,
  ...keyContract,
  ...layoutContract,
  ...linkContract,
  ...resetContract,
  ...lockContract,
} as const;

export type Contract = typeof contract;
export type CommandName = keyof Contract;
/** What a command takes. */
export type CommandInput<N extends CommandName> = z.infer<Contract[N]['input']>;
/** What a command answers. */
export type CommandAnswer<N extends CommandName> = Contract[N] extends { readonly answer?: infer A }
  ? Exclude<A, undefined>
  : never;

/** `ipcMain.handle` channel of all commands. */
export const COMMAND_CHANNEL = 'shell:command';
/** `ipcMain.on` channel of commands for whose answer the page waits. */
export const COMMAND_NOW_CHANNEL = 'shell:command-now';
/** Commands for whose answer the page waits, so that it is drawn in one frame with what it was asked for (ADR 13). */
export type CommandNowName = 'switcher.search';
/** Main sends the projection here. */
export const PROJECTION_CHANNEL = 'shell:projection';
/** Main sends things the shell window should do once. */
export const SHELL_EVENT_CHANNEL = 'shell:event';

/** One-off wishes of main to the shell window. */
export interface ShellEvent {
  readonly kind: 'focus-bar' | 'focus-search';
}

/** What `window.shell` offers the shell's own page. */
export interface ShellBridge {
  readonly command: <N extends CommandName>(
    name: N,
    ...input: CommandInput<N> extends undefined ? [] : [CommandInput<N>]
  ) => Promise<CommandAnswer<N>>;
  /** Throws where the command is refused. */
  readonly commandNow: <N extends CommandNowName>(name: N, input: CommandInput<N>) => CommandAnswer<N>;
  readonly onProjection: (listener: (projection: ProjectionPush) => void) => () => void;
  readonly onEvent: (listener: (event: ShellEvent) => void) => () => void;
}
