import { type DirectiveOffice, directiveId } from '../../domain/testing/directive-office.ts'
import { taskId } from '../../domain/testing/task-office.ts'

/** One directive that is amended, asked for a task and replaced; after the desks and agencies of `liveTask`. */
export function liveDirective(office: DirectiveOffice): void {
  office.published()
  office.mustTake(office.amendDirective({ isForAll: true }))
  office.mustTake(office.askTask({ task: taskId('asked') }))
  office.published({ directive: directiveId('next'), number: '15/CT-TTg' })
  office.mustTake(office.withdraw('next'))
}
