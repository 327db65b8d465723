import { formatDay, formatInstant } from '../../shared/lib/time.ts'
import type { TrailStep } from '../app/matter-trail.ts'
import { useWords } from '../ui/i18n.ts'
import { DirectiveStateSign } from './directive-state-sign.tsx'
import { directiveName } from './directive-words.ts'
import { paths } from './paths.ts'
import { TrailFrame } from './trail-frame.tsx'

/** A paper of the library in the trail of its matter. */
export function DirectiveStepLine({ step }: { step: TrailStep & { kind: 'directive' } }) {
  const { t } = useWords()
  const { directive, content, isHere } = step
  return (
    <TrailFrame
      day={directive.date === null ? formatInstant(step.at) : formatDay(directive.date)}
      over={t('trail.directive')}
      title={directiveName(t, directive)}
      path={paths.directive(directive.id)}
      isHere={isHere}
      signs={directive.phase.state !== 'published' && <DirectiveStateSign state={directive.phase.state} />}
    >
      {content && content.abstract !== '' && <span className="ec-quiet">{content.abstract}</span>}
    </TrailFrame>
  )
}
