/** As much of DER (X.690) as a certificate needs. Each function gives the bytes of one value. */

const tlv = (tag: number, content: Uint8Array): Buffer => {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

export const sequence = (...parts: Uint8Array[]): Buffer => tlv(0x30, Buffer.concat(parts))
export const set = (...parts: Uint8Array[]): Buffer => tlv(0x31, Buffer.concat(parts))
export const octets = (content: Uint8Array): Buffer => tlv(0x04, content)
export const bits = (content: Uint8Array, unused = 0): Buffer =>
  tlv(0x03, Buffer.concat([Buffer.from([unused]), content]))
export const text = (value: string): Buffer => tlv(0x0c, Buffer.from(value, 'utf8'))
export const yes = tlv(0x01, Buffer.from([0xff]))

/** @param content big-endian, not negative */
export function integer(content: Uint8Array): Buffer {
  const start = content.findIndex((byte) => byte !== 0)
  const digits = start < 0 ? Buffer.from([0]) : Buffer.from(content.subarray(start))
  return tlv(0x02, (digits[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), digits]) : digits)
}

/** @param context tag number; `isConstructed` where it wraps other values */
export const tagged = (context: number, content: Uint8Array, isConstructed: boolean): Buffer =>
  tlv((isConstructed ? 0xa0 : 0x80) | context, content)

/** @param dotted `1.2.840.10045.4.3.2` */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const groups = [part & 127]
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 127) | 128)
    return groups
  })
  return tlv(0x06, Buffer.from(bytes))
}

/** GeneralizedTime, or UTCTime before 2050 as RFC 5280 demands. */
export function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, '').slice(0, 14)
  return at.getUTCFullYear() < 2050
    ? tlv(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : tlv(0x18, Buffer.from(`${digits}Z`))
}
