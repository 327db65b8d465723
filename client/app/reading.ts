import { z } from 'zod'
import type { WorkingCopy } from './working-copy.ts'

/** Where this tablet's user was in each document, and how they like to read. Nobody's record; sealed like all else. */

const ReadingPlace = z.object({
  page: z.int().min(1),
  /** In the page's own units. */
  at: z.tuple([z.number(), z.number()]).nullable(),
  scale: z.union([z.enum(['width', 'page']), z.number().min(0.05).max(20)]),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  mode: z.enum(['continuous', 'single']),
})
export type ReadingPlace = z.infer<typeof ReadingPlace>

const ReadingLooks = z.object({
  /** Light text on dark pages. */
  night: z.boolean(),
})
export type ReadingLooks = z.infer<typeof ReadingLooks>

export type Reading = {
  /** @param key the document's hash, or whatever names it */
  place(key: string): ReadingPlace | null
  keepPlace(key: string, place: ReadingPlace): Promise<void>
  looks(): ReadingLooks
  setLooks(looks: ReadingLooks): Promise<void>
}

/** The places left longest ago are forgotten first. */
const mostPlaces = 400

export function createReading(copy: Pick<WorkingCopy, 'local' | 'setLocal'>): Reading {
  const places = (): [string, unknown][] => {
    const stored = z.array(z.tuple([z.string(), z.unknown()])).safeParse(copy.local('places'))
    return stored.success ? stored.data : []
  }
  return {
    place: (key) => {
      const [, stored] = places().find(([known]) => known === key) ?? []
      return ReadingPlace.safeParse(stored).data ?? null
    },
    keepPlace: async (key, place) => {
      const others = places().filter(([known]) => known !== key)
      await copy.setLocal('places', [...others, [key, place]].slice(-mostPlaces))
    },
    looks: () => ReadingLooks.safeParse(copy.local('looks')).data ?? { night: false },
    setLooks: (looks) => copy.setLocal('looks', looks),
  }
}
