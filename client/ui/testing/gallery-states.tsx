import { Button } from '@mantine/core'
import { instant } from '../../../shared/lib/time.ts'
import { EmptyState } from '../empty-state.tsx'
import { ErrorBoundary } from '../error-boundary.tsx'
import { Icon } from '../icon.tsx'
import { iconPaths } from '../icon-paths.ts'
import { NotAllowed } from '../not-allowed.tsx'
import { Notice } from '../notice.tsx'
import { OfflineNotice } from '../offline-notice.tsx'
import { Page } from '../page.tsx'
import { PageTitle } from '../page-title.tsx'
import { CardsSkeleton, TableSkeleton, ThingSkeleton } from '../skeleton.tsx'
import { StatusSign } from '../status-sign.tsx'
import { SyncLine } from '../sync-line.tsx'

function Broken(): never {
  throw new Error('planted')
}

const names = Object.keys(iconPaths).filter((name): name is keyof typeof iconPaths => name in iconPaths)

export function GalleryStates() {
  return (
    <Page>
      <PageTitle title="Các trạng thái" />
      <div style={{ display: 'grid', gap: 24 }}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <StatusSign tone="good" word="Văn phòng đã ghi nhận" />
          <StatusSign tone="waiting" word="Đã lưu trên máy tính bảng, chờ gửi" />
          <StatusSign tone="quiet" word="Không dành cho đồng chí" sign="forbidden" />
          <StatusSign tone="urgent" word="Quá hạn" />
          <StatusSign tone="waiting" word="Giữ lại: đến sau hạn" sign="held" />
        </div>
        <div style={{ display: 'grid', justifyItems: 'start', gap: 8 }}>
          <SyncLine tone="good" text="Đã đồng bộ lúc 10:32" onTap={() => undefined} />
          <SyncLine tone="quiet" text="Ngoại tuyến từ 09:15, 2 trả lời chờ gửi" onTap={() => undefined} />
          <SyncLine tone="waiting" text="Máy chủ không phản hồi, đang thử lại" onTap={() => undefined} />
          <SyncLine tone="urgent" text="Văn phòng yêu cầu cập nhật" onTap={() => undefined} />
        </div>
        <OfflineNotice since={instant(Date.UTC(2025, 10, 24, 2, 15))}>
          Các phiếu đã tải vẫn đọc được.
        </OfflineNotice>
        <Notice
          tone="urgent"
          title="Máy tính bảng sắp hết chỗ"
          action={<Button variant="default">Giải phóng</Button>}
        >
          Còn 120 MB; ba tài liệu chưa tải được.
        </Notice>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
          {names.map((name) => (
            <Icon key={name} name={name} size={28} title={name} />
          ))}
        </div>
        <EmptyState title="Không có việc nào đến hạn" text="Phiếu kế tiếp đến hạn ngày 28/11/2025." />
        <NotAllowed action={<Button variant="default">Về Việc cần làm</Button>} />
        <ErrorBoundary>
          <Broken />
        </ErrorBoundary>
        <CardsSkeleton count={2} />
        <TableSkeleton rows={4} />
        <ThingSkeleton />
      </div>
    </Page>
  )
}
