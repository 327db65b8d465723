import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'
import { bits, integer, octets, oid, sequence, set, tagged, text, time, yes } from './der.ts'

/** A P-256 certificate that vouches for itself (RFC 5280): for a first trial in a local network, not for service. */

export type KeyAndCertificate = { key: string; cert: string }

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

const extension = (id: string, isCritical: boolean, value: Uint8Array) =>
  sequence(oid(id), ...(isCritical ? [yes] : []), octets(value))

/** Sixteen bytes of an IPv6 address. */
function ipv6Bytes(address: string): Buffer {
  const [head = '', tail] = address.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const zeros = 8 - groups(head).length - groups(tail).length
  const all = [
    ...groups(head),
    ...Array.from({ length: tail === undefined ? 0 : zeros }, () => '0'),
    ...groups(tail),
  ]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

function generalName(name: string): Buffer {
  if (isIPv4(name)) return tagged(7, Buffer.from(name.split('.').map(Number)), false)
  if (isIPv6(name)) return tagged(7, ipv6Bytes(name), false)
  return tagged(2, Buffer.from(name, 'ascii'), false)
}

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`

/** @param names host names and addresses that it stands for; not empty */
export function makeSelfSigned(names: readonly string[], from: Date, to: Date): KeyAndCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const commonName = sequence(set(sequence(oid('2.5.4.3'), text(names[0] ?? 'localhost'))))
  const body = sequence(
    tagged(0, integer(Buffer.from([2])), true),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    commonName,
    sequence(time(from), time(to)),
    commonName,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      3,
      sequence(
        extension('2.5.29.19', true, sequence()),
        // digitalSignature
        extension('2.5.29.15', true, bits(Buffer.from([0x80]), 7)),
        // serverAuth
        extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
        extension('2.5.29.17', false, sequence(...names.map(generalName))),
      ),
      true,
    ),
  )
  const signature = sign('sha256', body, { key: privateKey, dsaEncoding: 'der' })
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', sequence(body, ecdsaWithSha256, bits(signature))),
  }
}
