import { type Bytes, concat, fromHex } from '../lib/bytes.ts'

/** Ed25519 over the runtime's WebCrypto, with the keys of RFC 8032 section 7.1: the same signatures in every run. */

const pkcs8Prefix = fromHex('302e020100300506032b657004220420')

export const verifyEd25519 = async (publicKey: Bytes, signature: Bytes, data: Bytes): Promise<boolean> => {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  return await crypto.subtle.verify('Ed25519', key, signature, data)
}

const keyPair = (secret: string, publicKey: string) => ({
  publicKey: fromHex(publicKey),
  sign: async (data: Bytes): Promise<Bytes> => {
    const pkcs8 = concat(pkcs8Prefix, fromHex(secret))
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign'])
    return new Uint8Array(await crypto.subtle.sign('Ed25519', key, data))
  },
})

export const firstKey = keyPair(
  '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
)

export const secondKey = keyPair(
  '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
)
