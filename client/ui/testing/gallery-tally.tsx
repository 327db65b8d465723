import { BarSplit } from '../bar-split.tsx'
import { Page } from '../page.tsx'
import { PageTitle } from '../page-title.tsx'

const words = {
  explicit: 'Đồng ý',
  deemed: 'Coi như đồng ý (không trả lời)',
  against: 'Không đồng ý',
  other: 'Ý kiến khác',
  'not-reached': 'Chưa tiếp cận được',
  held: 'Đang giữ lại chờ quyết định',
} as const

const looks = ['explicit', 'deemed', 'against', 'other', 'not-reached', 'held'] as const
const parts = (counts: readonly number[]) =>
  looks.map((look, index) => ({ id: look, look, word: words[look], count: counts[index] ?? 0 }))

export function GalleryTally() {
  return (
    <Page>
      <PageTitle
        over="Phiếu 1025/PLYK/2025"
        title="Kết quả kiểm phiếu"
        under="27 thành viên tại thời điểm đóng phiếu"
      />
      <div style={{ display: 'grid', gap: 40 }}>
        <BarSplit
          label="Vấn đề 1"
          parts={parts([14, 5, 3, 2, 2, 1])}
          mark={{ at: 13.5, word: 'Quá nửa: từ 14 thành viên' }}
        />
        <BarSplit
          label="Vấn đề 2"
          parts={parts([1, 22, 0, 4, 0, 0])}
          mark={{ at: 13.5, word: 'Quá nửa: từ 14' }}
        />
        <BarSplit label="Vấn đề 3" parts={parts([0, 0, 0, 0, 0, 0])} />
        <BarSplit label="Vấn đề 4" parts={parts([1, 0, 200, 0, 0, 0])} />
      </div>
    </Page>
  )
}
