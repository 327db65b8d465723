import type { DeviceIdentity } from './ports.ts'
import type { Owner, Tablet, Tablets } from './tablet.ts'

/** Whoever has a store in this browser profile, with that store. */
export type Enrolled = { owner: Owner; tablet: Tablet; identity: DeviceIdentity }

/** Null where nobody has enrolled; rejects where the browser keeps its storage back. */
export async function enrolledHere(tablets: Tablets): Promise<Enrolled | null> {
  const owner = await tablets.owner()
  if (!owner) return null
  const tablet = tablets.open(owner)
  const identity = await tablet.device.read()
  return identity && { owner, tablet, identity }
}
