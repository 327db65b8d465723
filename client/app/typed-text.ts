import { cleanText } from '../../shared/lib/text.ts'

/** What a person typed, as it is stored: a line has no breaks, words may have them. */
export const line = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()
export const words = (text: string): string => cleanText(text).trim()
