import type { TFunction } from 'i18next'
import { isShown, type TaskShow } from '../../app/task-filter.ts'
import type { TaskView } from '../../app/task-view.ts'

/** A chip for each view that has something to show, and for the one that is chosen: an empty one would only take room. */
export const shownChips = (
  shows: readonly TaskShow[],
  chosen: TaskShow,
  views: readonly TaskView[],
  t: TFunction,
): { id: TaskShow; word: string; count: number }[] =>
  shows
    .map((id) => ({
      id,
      word: t(`tasks.show.${id}`),
      count: views.filter((view) => isShown(view, id)).length,
    }))
    .filter(({ id, count }) => count > 0 || id === chosen || id === 'all')
