import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import type { BallotId, MeetingId } from '../../shared/domain/id.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { paths } from './paths.ts'

/** To the library's form, which knows what was resolved or concluded. */
export function ToLibraryButton({ of }: { of: { ballot: BallotId } | { meeting: MeetingId } }) {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <Button
      className="ec-no-print"
      variant="default"
      leftSection={<Icon name="book" size={20} />}
      onClick={() => void navigate(paths.directiveFrom(of))}
    >
      {t('ballot' in of ? 'directives.enter.resolution' : 'directives.enter.notice')}
    </Button>
  )
}
