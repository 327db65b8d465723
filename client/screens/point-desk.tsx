import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Ballot } from '../../shared/domain/ballot.ts'
import { type PointView, waitingPoints } from '../app/point.ts'
import { responseDraftName } from '../app/sheet-draft.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { PointList, type PointListProps } from './point-list.tsx'
import { PointSheet } from './point-sheet.tsx'
import { useServerReach } from './server-reach.tsx'

type PointDeskProps = Pick<PointListProps, 'points' | 'issues' | 'named'> & { ballot: Ballot; under: string }

/** The points of a ballot for who responds to them: how many wait, and each with its button (B15). */
export function PointDesk({ ballot, points, issues, named = false, under }: PointDeskProps) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const [open, setOpen] = useState<PointView | null>(null)
  const mayRespond = app.points.mayRespond(ballot)
  const waiting = waitingPoints(points)
  const count = points.length
  return (
    <section className="ec-point-desk" aria-labelledby="points">
      <h2 id="points">{t('points.title')}</h2>
      {count === 0 ? (
        <p className="ec-quiet">{t('points.none')}</p>
      ) : (
        <>
          <StatusSign
            bare
            tone={waiting > 0 ? 'waiting' : 'good'}
            word={waiting > 0 ? t('points.waiting', { count: waiting }) : t('points.allDone', { count })}
          />
          <p className="ec-quiet">{under}</p>
          <PointList
            {...{ points, issues, named }}
            leadAgency={ballot.leadAgency}
            actionFor={(point) => {
              const isNew = point.given.length === 0
              // What was decided on is not rewritten afterwards.
              if (!mayRespond || (!isNew && ballot.outcome)) return null
              const isBegun = app.drafts.of(responseDraftName(point)) !== undefined
              return (
                <div className="ec-no-print">
                  <Button
                    variant={isNew ? 'filled' : 'default'}
                    disabled={!canReach}
                    onClick={() => setOpen(point)}
                  >
                    {t(isBegun ? 'points.goOn' : isNew ? 'points.respond' : 'points.amend')}
                  </Button>
                </div>
              )
            }}
          />
        </>
      )}
      {open && <PointSheet point={open} ballotNumber={ballot.number ?? ''} onClose={() => setOpen(null)} />}
    </section>
  )
}
