import { useMemo, useState } from 'react'
import type { Hash } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { formatInstant } from '../../shared/lib/time.ts'
import { useApp } from './app-context.tsx'
import { fromWhereOneWas } from './document-target.ts'
import { Reader } from './reader/reader.tsx'

type ScanPaneProps = { hash: Hash; bytes: Bytes; onShown: () => void }

/** A scan that is looked at now and kept nowhere: it lies in no dossier, and nothing is written on it. */
export function ScanPane({ hash, bytes, onShown }: ScanPaneProps) {
  const app = useApp()
  const [openedAt] = useState(() => app.now())
  const source = useMemo(
    () => ({ size: bytes.length, read: async (from: number, to: number) => bytes.slice(from, to) }),
    [bytes],
  )
  return (
    <Reader
      source={source}
      picture={async () => null}
      texts={async () => null}
      textless={0}
      isDamaged={() => false}
      placeKey={hash}
      target={fromWhereOneWas}
      watermark={`${app.me().person?.name ?? ''} · ${formatInstant(openedAt)}`}
      onShown={onShown}
      openFile={() => null}
      onTurn={() => {}}
      onOpen={() => {}}
      onSearchDossier={null}
      documents={[]}
      noted={null}
      led={null}
    />
  )
}
