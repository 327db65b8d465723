import type { Action, Question } from '../../shared/domain/access.ts'
import type { Rate } from '../app/rate-limit.ts'
import type { Identity } from '../app/session.ts'
import type { Reply } from './reply.ts'

/** A request as handlers see it: nothing in it is believed yet but the address. */
export type Incoming = {
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  cookie: string | null
  address: string
  header(name: string): string | undefined
  /** The parsed JSON, the bytes, or null, as the route's body rule says. */
  body: unknown
}

export type SignedInRequest = Incoming & { identity: Identity }

export type BodyRule =
  | { kind: 'none' }
  | { kind: 'json'; maxBytes: number; maxDepth: number }
  | { kind: 'bytes'; maxBytes: number }

type Base = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** Counted per address on public routes, per person on the others. */
  rate: Rate
  body: BodyRule
}

/** Anybody may call it; `because` is the reason, for whoever audits the table. */
export type PublicRoute = Base & {
  access: 'public'
  because: string
  handle(request: Incoming): Promise<Reply>
}

/** `ask` names the objects; the caller goes on if `permit` allows one of its questions (O3). */
export type GuardedRoute = Base & {
  /** Several, where an object may be of one kind or another. */
  access: Action | readonly Action[]
  /** Whether a password alone is enough, or the session must be that of an enrolled device. */
  device: 'needed' | 'not-needed'
  ask(request: SignedInRequest): Promise<readonly Question[]>
  handle(request: SignedInRequest): Promise<Reply>
}

export type Route = PublicRoute | GuardedRoute

/** Holds a route to the action that it declares: its questions can be of no other. */
export const guarded = <A extends Action>(
  route: Omit<GuardedRoute, 'access' | 'ask'> & {
    access: A | readonly A[]
    ask(request: SignedInRequest): Promise<readonly (Question & { action: A })[]>
  },
): GuardedRoute => route

export const noBody: BodyRule = { kind: 'none' }
export const smallJson: BodyRule = { kind: 'json', maxBytes: 8 * 1024, maxDepth: 4 }
