import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import { Page } from '../ui/page.tsx'
import { PageTitle } from '../ui/page-title.tsx'

type NotHereProps = { title: string; text: string; way: { word: string; path: string } }

/** What an address leads to that this device does not hold: absent and forbidden look alike (D2). */
export function NotHere({ title, text, way }: NotHereProps) {
  const navigate = useNavigate()
  return (
    <Page>
      <PageTitle title={title} />
      <p>{text}</p>
      <div>
        <Button variant="default" mt="md" onClick={() => void navigate(way.path)}>
          {way.word}
        </Button>
      </div>
    </Page>
  )
}
