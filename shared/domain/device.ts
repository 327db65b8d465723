import { z } from 'zod'
import { bytesField, DeviceId, InstantField, PersonId, textField } from './id.ts'

/** One person in one browser profile. Its key signs acts; it is a uncompressed P-256 point (65 bytes). */
export const Device = z.strictObject({
  kind: z.literal('device'),
  id: DeviceId,
  person: PersonId,
  label: textField(80),
  publicKey: bytesField(65),
  askedAt: InstantField,
  phase: z.discriminatedUnion('state', [
    /** A further device of a member waits for two officers. */
    z.strictObject({ state: z.literal('pending') }),
    z.strictObject({ state: z.literal('active'), since: InstantField }),
    z.strictObject({
      state: z.literal('revoked'),
      at: InstantField,
      reason: textField(500),
      /** Whether the device is to destroy what it holds at its next contact. */
      wipe: z.boolean(),
      wipedAt: InstantField.nullable(),
    }),
  ]),
})
export type Device = z.infer<typeof Device>
