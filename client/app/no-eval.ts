import { z } from 'zod'

// Imported first of all: zod tries `new Function` when the first object schema is made; our policy forbids it and reports.
z.config({ jitless: true })
