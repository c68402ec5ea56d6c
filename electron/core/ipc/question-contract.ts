import * as z from 'zod/mini';
import { permissionNameSchema, serviceIdSchema } from '../model/service';
import { answer } from './command-shape';
import {
  askerInput,
  certificateInput,
  loginInput,
  ownCertificateInput,
  placeInput,
  promptId,
  savedLoginInput,
  text,
} from './inputs';

/** The commands that answer what pages and their servers ask, and take such answers back. */
export const questionContract = {
  'permission.answer': {
    input: z.object({ promptId, answer: z.enum(['allow', 'deny', 'deny-once']) }),
    ...answer<void>(),
  },
  'permission.revoke': {
    input: z.object({ serviceId: serviceIdSchema, origin: text(300), permission: permissionNameSchema }),
    ...answer<void>(),
  },
  /** Trusts a certificate that was refused and shown; false when none with that fingerprint was, there. */
  'certificate.trust': { input: certificateInput, ...answer<boolean>() },
  /** Holds at once, for what is open too. */
  'certificate.revoke': { input: placeInput, ...answer<void>() },
  'own-certificate.answer': { input: ownCertificateInput, ...answer<void>() },
  'own-certificate.forget': { input: askerInput, ...answer<void>() },
  'login.forget': { input: savedLoginInput, ...answer<void>() },
  'login.answer': { input: loginInput, ...answer<void>() },
} as const;
