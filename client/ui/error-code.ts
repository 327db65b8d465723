/**
 * A short code for the help desk: the same fault gives the same code, and the code tells nothing of what was on the screen
 * (a message may quote it). 32-bit FNV-1a over name and message.
 */
export function errorCode(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : typeof error
  let hash = 0x811c9dc5
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0
  return `E-${hash.toString(16).padStart(8, '0').toUpperCase()}`
}
