import { DirectiveSearchRequest } from '../../shared/protocol/directive-search.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { json, malformed } from './reply.ts'
import { guarded, type Route, smallJson } from './route.ts'

/** Words on the pages of the library, of what one may read, paper by paper (D2). */
export const directiveRoutes = ({ directiveSearch }: FrontDesk): Route[] => [
  guarded({
    method: 'POST',
    path: '/api/directives/search',
    access: 'search-directives',
    device: 'needed',
    rate: { perMinute: 120, burst: 60 },
    body: smallJson,
    ask: async () => [{ action: 'search-directives', directive: null }],
    handle: async ({ identity, body }) => {
      const asked = DirectiveSearchRequest.safeParse(body)
      if (!asked.success) return malformed
      return json(await directiveSearch.find(identity.subject, asked.data.query))
    },
  }),
]
