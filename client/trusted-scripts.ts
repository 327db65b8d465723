type Policy = {
  createHTML(text: string): string | null
  createScriptURL(address: string): string | null
}
type TrustedTypes = { createPolicy(name: 'default', policy: Policy): unknown }

/**
 * The one policy of the page (CSP `trusted-types default`): Mantine writes style text into style elements, which holds no
 * "<"; scripts and workers come from our own origin. Everything else throws. @param origin the page's own
 */
export function installTrustedTypes(origin: string): void {
  const factory = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  factory?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
    createScriptURL: (address) => (new URL(address, origin).origin === origin ? address : null),
  })
}
