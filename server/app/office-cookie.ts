/**
 * The two cookies, and how they are read from a request's header. The prefix makes browsers refuse them without Secure, with
 * another path or for a parent domain; Chromium and Firefox count http://localhost as secure enough for them.
 */
export const sessionCookie = '__Host-session'
/** Says that an account has signed in from this browser before (sign-in.ts). */
export const knownCookie = '__Host-known'

/** @returns the value, or null where the header has no such cookie, or two. */
export function cookieValue(header: string | null, name: string): string | null {
  const values = (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : []
  })
  return values.length === 1 ? (values[0] ?? null) : null
}

/** A `Set-Cookie` header; `maxAgeMs` 0 takes the cookie away. */
export const setCookie = (name: string, value: string, maxAgeMs: number): string =>
  `${name}=${value}; Path=/; Max-Age=${Math.floor(maxAgeMs / 1000)}; Secure; HttpOnly; SameSite=Strict`
