import { Button } from '@mantine/core'
import { useState } from 'react'
import { dayMs, hourMs, instant } from '../../../shared/lib/time.ts'
import { Card } from '../card.tsx'
import { ChoiceButtons } from '../choice-buttons.tsx'
import { ConfirmSheet } from '../confirm-sheet.tsx'
import { When } from '../date-text.tsx'
import { Deadline, type TimeLeft } from '../deadline.tsx'
import { DefinitionList } from '../definition-list.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Icon } from '../icon.tsx'
import { Notice } from '../notice.tsx'
import { PageTitle } from '../page-title.tsx'
import { StatusSign } from '../status-sign.tsx'
import { ThreePane } from '../three-pane.tsx'
import { useToast } from '../toast.tsx'

const now = instant(Date.UTC(2025, 10, 24, 2, 15))

const ballots: {
  id: string
  number: string
  title: string
  hours: number
  left: TimeLeft
  ready: boolean
}[] = [
  {
    id: 'a',
    number: '1025/PLYK/2025',
    title: 'Dự thảo Nghị định quy định chi tiết một số điều của Luật Đất đai về giá đất',
    hours: 3,
    left: { kind: 'hours', count: 3, workingDays: 0 },
    ready: true,
  },
  {
    id: 'b',
    number: '1026/PLYK/2025',
    title:
      'Dự thảo Nghị quyết của Chính phủ về các nhiệm vụ, giải pháp chủ yếu thực hiện Kế hoạch phát triển kinh tế - xã hội và Dự toán ngân sách nhà nước, cải thiện môi trường kinh doanh, nâng cao năng lực cạnh tranh quốc gia năm 2026',
    hours: 27,
    left: { kind: 'working-days', count: 1 },
    ready: true,
  },
  {
    id: 'c',
    number: '1031/PLYK/2025',
    title: 'Phê duyệt Quy hoạch phòng cháy và chữa cháy thời kỳ 2026-2035',
    hours: 100,
    left: { kind: 'working-days', count: 4 },
    ready: false,
  },
]

const choices = [
  { id: 'agree', word: 'Đồng ý' },
  { id: 'disagree', word: 'Không đồng ý' },
  { id: 'other', word: 'Ý kiến khác', note: 'Cần ghi rõ nội dung' },
]

export function GalleryTriage() {
  const [open, setOpen] = useState<string | null>(
    new URLSearchParams(window.location.search).get('open') ?? null,
  )
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [several, setSeveral] = useState<readonly string[]>(['1'])
  const [asking, setAsking] = useState(false)
  const { offerUndo } = useToast()
  const ballot = ballots.find(({ id }) => id === open)
  return (
    <ThreePane
      title="Việc cần làm"
      thingId={open}
      onBack={() => setOpen(null)}
      list={
        <div style={{ display: 'grid', gap: 12 }}>
          {ballots.map(({ id, number, title, hours, left, ready }) => (
            <Card
              key={id}
              over={`Phiếu ${number}`}
              title={title}
              tone={hours < 5 ? 'urgent' : hours < 48 ? 'waiting' : 'quiet'}
              chosen={id === open}
              onOpen={() => setOpen(id)}
            >
              <Deadline at={instant(now + hours * hourMs)} left={left} label="Hạn" />
              <div style={{ marginTop: 8 }}>
                <StatusSign
                  bare
                  tone={ready ? 'good' : 'waiting'}
                  sign={ready ? 'recorded' : 'download'}
                  word={ready ? 'Sẵn sàng ngoại tuyến' : 'Đang tải 3/7 tài liệu'}
                />
              </div>
            </Card>
          ))}
        </div>
      }
      nothing={
        <EmptyState title="Chọn một phiếu để xem" text="Ba phiếu đang chờ đồng chí trả lời." sign="ballot" />
      }
      thing={
        ballot ? (
          <>
            <PageTitle
              over={`Phiếu ${ballot.number}`}
              title={ballot.title}
              under={<Deadline at={instant(now + ballot.hours * hourMs)} left={ballot.left} />}
            />
            <div style={{ display: 'grid', gap: 24 }}>
              <Notice tone="waiting" title="Phiếu đã được điều chỉnh sau khi đồng chí trả lời">
                Tài liệu số 2 đã thay đổi. Xin xác nhận lại câu trả lời.
              </Notice>
              <DefinitionList
                items={[
                  { term: 'Cơ quan trình', value: 'Bộ Nông nghiệp và Môi trường' },
                  { term: 'Ban hành', value: <When at={instant(now - 2 * dayMs)} /> },
                  { term: 'Tình trạng', value: <StatusSign tone="good" word="Văn phòng đã ghi nhận" /> },
                ]}
              />
              <section style={{ display: 'grid', gap: 16 }}>
                <h2 style={{ fontSize: '1.375rem' }}>Vấn đề 1. Phương pháp xác định giá đất</h2>
                <ChoiceButtons legend="Vấn đề 1" choices={choices} chosen={chosen} onChange={setChosen} />
                <ChoiceButtons
                  legend="Vấn đề 2. Chọn các phương án chấp nhận được"
                  showLegend
                  most={2}
                  choices={[
                    { id: '1', word: 'Phương án 1', note: 'Giữ nguyên như dự thảo' },
                    {
                      id: '2',
                      word: 'Phương án 2',
                      note: 'Bổ sung thẩm quyền của Hội đồng nhân dân cấp tỉnh',
                    },
                    { id: '3', word: 'Phương án 3' },
                  ]}
                  chosen={several}
                  onChange={setSeveral}
                />
                <div>
                  <Button size="lg" leftSection={<Icon name="edit" />} onClick={() => setAsking(true)}>
                    Ký và gửi trả lời
                  </Button>
                </div>
              </section>
            </div>
            <ConfirmSheet
              opened={asking}
              title={`Gửi “Không đồng ý” cho Phiếu ${ballot.number}, Vấn đề 1`}
              warning="Trả lời đã gửi được giữ lại; đồng chí có thể trả lời lại cho đến khi phiếu đóng."
              confirm="Ký và gửi"
              onClose={() => setAsking(false)}
              onConfirm={() => {
                setAsking(false)
                offerUndo('Đã lưu trên máy tính bảng này, chờ gửi.', () => undefined)
              }}
            >
              <DefinitionList
                items={[
                  { term: 'Vấn đề 1', value: 'Không đồng ý' },
                  { term: 'Vấn đề 2', value: 'Phương án 1, Phương án 2' },
                ]}
              />
            </ConfirmSheet>
          </>
        ) : null
      }
    />
  )
}
