import type { Page } from '@playwright/test'

/** What Chromium tells a screen reader of the page as it stands. */
type SpokenTree = {
  /** The texts inside the first thing of that role and name, in their order. */
  inside(role: string, name: string): string[]
  /** Things of these roles that have no name. */
  nameless(roles: readonly string[]): string[]
}

type Node = {
  nodeId: string
  ignored: boolean
  role?: { value?: unknown }
  name?: { value?: unknown }
  childIds?: string[]
}

export async function spokenTree(page: Page): Promise<SpokenTree> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  const { nodes }: { nodes: Node[] } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const roleOf = (node: Node) => String(node.role?.value ?? '')
  const nameOf = (node: Node) => String(node.name?.value ?? '').trim()
  const textsIn = (node: Node): string[] => {
    if (!node.ignored && roleOf(node) === 'StaticText') return [nameOf(node)]
    return (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id)
      return child ? textsIn(child) : []
    })
  }
  return {
    inside: (role, name) => {
      const found = nodes.find((node) => !node.ignored && roleOf(node) === role && nameOf(node) === name)
      return found ? textsIn(found).filter((text) => text !== '') : []
    },
    nameless: (roles) =>
      nodes
        .filter((node) => !node.ignored && roles.includes(roleOf(node)) && nameOf(node) === '')
        .map((node) => `${roleOf(node)} ${textsIn(node).join(' ')}`),
  }
}
