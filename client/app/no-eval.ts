import { z } from 'zod'

/** Zod compiles its parsers with `new Function` where it may; under our policy it may not, and trying is reported. */
export const forbidEval = (): void => {
  z.config({ jitless: true })
}
