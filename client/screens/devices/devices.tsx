import '../register.css'
import './devices.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { permit } from '../../../shared/domain/access.ts'
import { foldText } from '../../../shared/lib/text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FindField } from '../../ui/find-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { ServerReachNotice, useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'
import { CodeSheet } from './code-sheet.tsx'
import { DeviceDetail } from './device-detail.tsx'
import { type DeviceRow, DeviceSign, lastChangeOf } from './device-sign.tsx'

const shows = ['all', 'pending', 'active', 'revoked'] as const
type Show = (typeof shows)[number]

const isIn = ({ device }: DeviceRow, show: Show) => show === 'all' || device.phase.state === show

/** One's own devices; for the Office and the administrator everybody's (O3, O5). */
export function Devices() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const canReach = useServerReach()
  const [address, setAddress] = useSearchParams()
  const [sought, setSought] = useState('')
  const [handsOut, setHandsOut] = useState(false)
  const { subject } = app.me()
  const all = app.devices.list()
  const seesAll = permit(subject, { action: 'hand-out-code' }).allow
  const show = shows.find((each) => each === address.get('show')) ?? 'all'
  const openId = address.get('device')
  const open = all.find(({ device }) => device.id === openId) ?? null
  const needle = foldText(sought.trim())
  const rows = all
    .filter((row) => isIn(row, show))
    .filter(({ device }) => foldText(`${nameOf(device.person)} ${device.label}`).includes(needle))

  const owner: Column<DeviceRow> = {
    id: 'owner',
    head: t('devices.owner'),
    sortBy: ({ device }) => nameOf(device.person),
    cell: ({ device }) => nameOf(device.person),
  }
  const label: Column<DeviceRow> = {
    id: 'device',
    head: t('devices.device'),
    sortBy: ({ device }) => device.label,
    cell: ({ device, isThis }) => (
      <>
        {device.label} {isThis && <span className="ec-quiet">({t('devices.thisDevice')})</span>}
      </>
    ),
  }
  const columns: Column<DeviceRow>[] = [
    ...(seesAll ? [owner] : []),
    label,
    { id: 'state', head: t('devices.state'), width: '24%', cell: (row) => <DeviceSign row={row} bare /> },
    {
      id: 'since',
      head: t('devices.since'),
      width: '22%',
      sortBy: (row) => lastChangeOf(row),
      cell: (row) => (
        <span className="ec-nowrap">
          <When at={lastChangeOf(row)} />
        </span>
      ),
    },
  ]
  const select = (device: string | null) => {
    const next = new URLSearchParams(address)
    if (device === null) next.delete('device')
    else next.set('device', device)
    setAddress(next, { replace: true })
  }
  const empty =
    all.length === 0 ? (
      <EmptyState
        sign="device"
        title={t('devices.none')}
        text={seesAll ? t('devices.noneText') : undefined}
      />
    ) : (
      <EmptyState sign="search" title={t('devices.nothingFound')} />
    )
  return (
    <Page width="wide">
      <div className="ec-fill">
        <PageTitle
          title={t(seesAll ? 'devices.title' : 'devices.mineTitle')}
          under={seesAll ? t('devices.under', { count: all.length }) : t('devices.mineUnder')}
          actions={
            seesAll && (
              <Button
                leftSection={<Icon name="key" size={20} />}
                disabled={!canReach}
                onClick={() => setHandsOut(true)}
              >
                {t('devices.handOut')}
              </Button>
            )
          }
        />
        <ServerReachNotice />
        <div className="ec-devices" data-open={open !== null || undefined}>
          <DataTable
            label={t('devices.label')}
            rows={rows}
            rowId={({ device }) => device.id}
            openId={openId}
            onOpen={({ device }) => select(device.id)}
            columns={columns}
            empty={empty}
            filters={
              seesAll && (
                <>
                  <FilterChips
                    label={t('devices.filter')}
                    chosen={show}
                    onChoose={(next) => setAddress(next === 'all' ? {} : { show: next }, { replace: true })}
                    chips={shows.map((id) => ({
                      id,
                      word: t(`devices.show.${id}`),
                      count: all.filter((row) => isIn(row, id)).length,
                    }))}
                  />
                  <FindField label={t('devices.find')} value={sought} onFind={setSought} />
                </>
              )
            }
          />
          {open && <DeviceDetail row={open} onClose={() => select(null)} />}
        </div>
      </div>
      {handsOut && <CodeSheet onClose={() => setHandsOut(false)} />}
    </Page>
  )
}
