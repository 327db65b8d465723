import { Button } from '@mantine/core'
import { Card } from '../../ui/card.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { PointList } from '../point-list.tsx'
import type { ResponseNews } from '../response-news.ts'

/** One's own opinions of one ballot that the lead agency has responded to (B15). */
export function ResponseNewsCard({ news, onOpen }: { news: ResponseNews; onOpen: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { ballot, content } = news.view
  return (
    <Card
      tone="good"
      level={3}
      over={t('answer.ballot', { number: ballot.number ?? '' })}
      title={content.title}
      sign={<StatusSign tone="good" word={t('points.news.sign')} />}
      foot={
        <>
          <Button variant="default" onClick={onOpen}>
            {t('points.news.open')}
          </Button>
          <Button variant="default" onClick={() => void app.dealt.add(news.key)}>
            {t('returned.deal')}
          </Button>
        </>
      }
    >
      <PointList points={news.points} issues={content.issues} leadAgency={ballot.leadAgency} />
    </Card>
  )
}
