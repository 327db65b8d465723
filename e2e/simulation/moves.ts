import { enrolFurther } from './enrolment-move.ts'
import * as episode from './episodes.ts'
import * as member from './member-moves.ts'
import * as mishap from './mishaps.ts'
import * as office from './office-moves.ts'
import { forgedActs } from './rogue-move.ts'
import type { World } from './world.ts'

/** How often what happens in a schedule, beside time passing. */
export const moves: readonly { weight: number; make(world: World): Promise<void> | void }[] = [
  { weight: 12, make: member.answer },
  { weight: 6, make: member.answerTwice },
  { weight: 4, make: member.settleConflict },
  { weight: 4, make: member.openBallot },
  { weight: 7, make: member.takeUp },
  { weight: 1, make: member.lock },
  { weight: 1, make: member.fumble },
  { weight: 1, make: member.checkReceipt },
  { weight: 6, make: office.draft },
  { weight: 1, make: office.submit },
  { weight: 7, make: office.issue },
  { weight: 2, make: office.amend },
  { weight: 2, make: office.extend },
  { weight: 0.7, make: office.recall },
  { weight: 1, make: office.close },
  { weight: 5, make: office.rule },
  { weight: 0.4, make: (world) => office.revoke(world) },
  { weight: 1.5, make: episode.amendBehind },
  { weight: 0.5, make: episode.recallBehind },
  { weight: 0.6, make: episode.revokeBehind },
  { weight: 1, make: episode.backdate },
  { weight: 1, make: episode.outage },
  { weight: 5, make: mishap.network },
  { weight: 3, make: mishap.cutLine },
  { weight: 1, make: mishap.storms },
  { weight: 3, make: mishap.killServer },
  { weight: 1, make: mishap.startSecond },
  { weight: 1.5, make: mishap.failWrites },
  { weight: 4, make: mishap.killTab },
  { weight: 1.5, make: mishap.secondTab },
  { weight: 1.5, make: mishap.storageFails },
  { weight: 1, make: mishap.wrongClock },
  { weight: 0.7, make: mishap.wrongServerClock },
  { weight: 0.8, make: mishap.changePosts },
  { weight: 1, make: mishap.falseServer },
  { weight: 0.5, make: enrolFurther },
  { weight: 0.5, make: forgedActs },
]
