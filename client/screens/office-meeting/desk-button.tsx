import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useServerReach } from '../server-reach.tsx'

/** Beside a line of a list, or below the list to add one: asks for what needs the server at that moment (O9). */
export function DeskButton({
  adds = false,
  onClick,
  children,
}: {
  adds?: boolean
  onClick: () => void
  children: ReactNode
}) {
  const canReach = useServerReach()
  return (
    <Button
      className="ec-no-print"
      size="sm"
      variant="default"
      {...(adds && { leftSection: <Icon name="plus" size={20} /> })}
      disabled={!canReach}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
