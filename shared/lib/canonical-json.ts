import canonicalize from 'canonicalize'

/** What crosses the wire and what is signed: integers only, no undefined. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

/** RFC 8785 text of a value. @throws on lone surrogates, NaN, infinities and values that JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}
