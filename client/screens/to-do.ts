import type { BallotView } from '../app/ballot.ts'
import { type CameBack, cameBack } from '../app/came-back.ts'
import type { OpenApp } from '../app/open-app.ts'
import { isToAnswer } from './to-answer.ts'

/** What waits for a member: counted once, for the badge and for the heading alike (B17). */
export type ToDo = {
  /** Came back and asks for an answer: its ballot is still open. */
  asking: CameBack[]
  waiting: BallotView[]
  /** Came back, and is only to be known. */
  told: CameBack[]
  count: number
}

export function toDo(app: Pick<OpenApp, 'dealt' | 'drafts'>, views: readonly BallotView[]): ToDo {
  const returned = cameBack(views, app.dealt, app.drafts)
  const asking = returned.filter(({ isOpen }) => isOpen)
  const told = returned.filter(({ isOpen }) => !isOpen)
  const waiting = views.filter(isToAnswer)
  return { asking, waiting, told, count: returned.length + waiting.length }
}
