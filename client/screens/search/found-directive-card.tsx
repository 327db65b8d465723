import { useNavigate } from 'react-router'
import { directiveDossier } from '../../../shared/domain/dossier.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import type { FoundDirective } from '../../app/search.ts'
import { Card } from '../../ui/card.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { directiveName } from '../directive-words.ts'
import { FoundLines, otherThan } from '../found-lines.tsx'
import { paths } from '../paths.ts'
import { FoundDocumentPart } from './found-document.tsx'

/** One directive of the library with what was found in its own words and on its pages. */
export function FoundDirectiveCard({ found, query }: { found: FoundDirective; query: string }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { directive, content } = found.view
  const dossier = directiveDossier(directive.id)
  const open = (target: Parameters<typeof app.search.setTarget>[0]) => {
    app.search.setTarget(target)
    void navigate(paths.directive(directive.id))
  }
  return (
    <Card
      over={[directiveName(t, directive), directive.date && formatDay(directive.date)]
        .filter(Boolean)
        .join(' · ')}
      title={content?.abstract ?? ''}
      onOpen={() => open(null)}
    >
      <div className="ec-search-parts">
        <FoundLines words={otherThan(found.words, ['abstract', 'directive'])} />
        {found.documents.map((each) => (
          <FoundDocumentPart
            key={each.document.hash}
            found={each}
            onOpen={(page) => open({ dossier, document: each.document.hash, page, query, note: null })}
          />
        ))}
      </div>
    </Card>
  )
}
