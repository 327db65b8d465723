import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { dayMs, instant } from '../../../shared/lib/time.ts'
import { DataTable } from '../data-table.tsx'
import { When } from '../date-text.tsx'
import { Icon } from '../icon.tsx'
import { Page } from '../page.tsx'
import { PageTitle } from '../page-title.tsx'
import { StatusSign } from '../status-sign.tsx'

const names = ['Nguyễn Văn An', 'Đặng Thị Bình', 'Trần Đức Cường', 'Ân Thị Dung', 'Lê Hoàng Giang']
const rows = Array.from({ length: 40 }, (_, index) => ({
  id: String(index),
  name: `${names[index % names.length] ?? ''} ${index + 1}`,
  at: instant(Date.UTC(2025, 10, 20, 3, 7) + index * 0.37 * dayMs),
  count: (index * 37) % 1111,
  answered: index % 3 === 0,
}))

export function GalleryTable() {
  const [open, setOpen] = useState<string | null>('2')
  return (
    <Page width="wide">
      <PageTitle
        over="Phiếu 1025/PLYK/2025"
        title="Theo dõi trả lời"
        under="18 trên 27 thành viên đã trả lời"
        actions={
          <>
            <Button variant="default" leftSection={<Icon name="print" size={20} />}>
              In
            </Button>
            <Button leftSection={<Icon name="send" size={20} />}>Nhắc</Button>
          </>
        }
      />
      <DataTable
        label="Thành viên và trả lời"
        rows={rows}
        rowId={({ id }) => id}
        openId={open}
        onOpen={({ id }) => setOpen(id)}
        filters={
          <TextInput
            aria-label="Tìm"
            placeholder="Tìm theo tên"
            leftSection={<Icon name="search" size={20} />}
          />
        }
        columns={[
          { id: 'name', head: 'Thành viên', cell: ({ name }) => name, sortBy: ({ name }) => name },
          { id: 'at', head: 'Đã mở lúc', cell: ({ at }) => <When at={at} />, sortBy: ({ at }) => at },
          {
            id: 'state',
            head: 'Trạng thái',
            cell: ({ answered }) => (
              <StatusSign
                bare
                tone={answered ? 'good' : 'waiting'}
                word={answered ? 'Đã trả lời' : 'Chưa trả lời'}
              />
            ),
          },
          {
            id: 'count',
            head: 'Số trang',
            align: 'end',
            cell: ({ count }) => count,
            sortBy: ({ count }) => count,
          },
        ]}
      />
    </Page>
  )
}
