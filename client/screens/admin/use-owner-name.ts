import { useApp } from '../app-context.tsx'

/** The name of a person or an agency by the key of its row. */
export function useOwnerName(): (owner: string) => string {
  const { reader } = useApp().copy
  return (owner) => reader.get('person', owner)?.name ?? reader.get('agency', owner)?.name ?? owner
}
