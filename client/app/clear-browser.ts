import type { Api } from './ports.ts'
import type { Owner, Tablets } from './tablet.ts'

/**
 * The last step of a wipe. A browser overwrites what was deleted when it comes round to it, and only the server may ask it
 * for more. Never where an earlier enrolment still has something to send (O2).
 */
export type ClearBrowser = {
  /** This store has been destroyed. */
  emptied(owner: Owner): void
  /** May be repeated: nothing where nothing was emptied, or all is done. */
  clear(): Promise<void>
}

export function createClearBrowser(deps: {
  api: Pick<Api, 'clearSiteData'>
  tablets: Pick<Tablets, 'leftBehind'>
}): ClearBrowser {
  let owner: Owner | null = null
  return {
    emptied: (of) => {
      owner = of
    },
    clear: async () => {
      if (!owner || (await deps.tablets.leftBehind(owner)).length > 0) return
      if ((await deps.api.clearSiteData()).ok) owner = null
    },
  }
}
