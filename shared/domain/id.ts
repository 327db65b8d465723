import { z } from 'zod'
import { fromBase64 } from '../lib/base64.ts'
import type { Brand } from '../lib/brand.ts'
import { isCleanText } from '../lib/text.ts'
import type { Day as DayText, Instant as InstantMs } from '../lib/time.ts'
import { parseDay } from '../lib/time.ts'

/**
 * Ids are opaque, and safe in addresses, room names and keys: no separator of any of them occurs. Nor does the one name
 * that a plain object does not keep: an alternative called `__proto__` could never be counted.
 */
const idText = z.string().regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/)

function idOf<Name extends string>() {
  return idText as unknown as z.ZodType<Brand<string, Name>, string>
}

export const PersonId = idOf<'PersonId'>()
export type PersonId = Brand<string, 'PersonId'>
export const AgencyId = idOf<'AgencyId'>()
export type AgencyId = Brand<string, 'AgencyId'>
export const DeviceId = idOf<'DeviceId'>()
export type DeviceId = Brand<string, 'DeviceId'>
export const BallotId = idOf<'BallotId'>()
export type BallotId = Brand<string, 'BallotId'>
export const IssueId = idOf<'IssueId'>()
export type IssueId = Brand<string, 'IssueId'>
export const AlternativeId = idOf<'AlternativeId'>()
export type AlternativeId = Brand<string, 'AlternativeId'>
export const DocumentId = idOf<'DocumentId'>()
export type DocumentId = Brand<string, 'DocumentId'>
export const MeetingId = idOf<'MeetingId'>()
export type MeetingId = Brand<string, 'MeetingId'>
export const AgendaItemId = idOf<'AgendaItemId'>()
export type AgendaItemId = Brand<string, 'AgendaItemId'>
export const PaperId = idOf<'PaperId'>()
export type PaperId = Brand<string, 'PaperId'>
export const VoteId = idOf<'VoteId'>()
export type VoteId = Brand<string, 'VoteId'>
export const TaskId = idOf<'TaskId'>()
export type TaskId = Brand<string, 'TaskId'>
export const UnitId = idOf<'UnitId'>()
export type UnitId = Brand<string, 'UnitId'>
export const DirectiveId = idOf<'DirectiveId'>()
export type DirectiveId = Brand<string, 'DirectiveId'>

/** Made on the device before anything is sent; long enough that two devices never meet (128 random bits and more). */
export const ActId = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/) as unknown as z.ZodType<ActId, string>
export type ActId = Brand<string, 'ActId'>

/** SHA-256 as 64 lowercase hexadecimal digits. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/) as unknown as z.ZodType<Hash, string>
export type Hash = Brand<string, 'Hash'>

/** 1 January 2200: the last hour that anything here may name. */
export const latestInstant = 7_258_118_400_000

/** Integer milliseconds since 1970, of this or the next century. */
export const InstantField = z.int().min(0).max(latestInstant) as unknown as z.ZodType<InstantMs, number>

export const DayField = z
  .string()
  .refine((text) => parseDay(text) !== null, 'not a day of the calendar') as unknown as z.ZodType<
  DayText,
  string
>

/** Text from people: clean (see text.ts), at most `max` UTF-16 units; `min` 1 where something must be said. */
export const textField = (max: number, min = 1) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine(isCleanText, 'not clean text')
    .refine((text) => min === 0 || text.trim().length > 0, 'blank')

/** Canonical base64 of exactly `length` bytes. */
export const bytesField = (length: number) =>
  z.string().refine((text) => fromBase64(text)?.length === length, `not base64 of ${length} bytes`)
