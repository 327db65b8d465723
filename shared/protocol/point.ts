import { z } from 'zod'
import { PointFacts } from '../domain/point.ts'

/** `GET /api/points`: of the closed ballots that one's agency leads, what other opinions say, in no order that tells whose. */
export const PointsReply = z.object({ points: z.array(PointFacts) })
export type PointsReply = z.infer<typeof PointsReply>
