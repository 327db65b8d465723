import { frameVi } from './frame.vi.ts'
import { interfaceVi } from './interface.vi.ts'

/** One entry an area; each area has a file in each language, and a key is written `area.name`. */
export const vietnamese = { interface: interfaceVi, frame: frameVi } as const
