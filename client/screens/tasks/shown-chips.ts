import type { TFunction } from 'i18next'
import type { ListedTask } from '../../../shared/domain/task-line.ts'
import { countShows, type TaskFilter, type TaskShow } from '../../../shared/domain/task-select.ts'

/** A chip for each view that has something to show, and for the one that is chosen: an empty one would only take room. */
export function shownChips(
  shows: readonly TaskShow[],
  { show: chosen, basis }: Pick<TaskFilter, 'show' | 'basis'>,
  listed: readonly ListedTask[],
  t: TFunction,
): { id: TaskShow; word: string; count: number }[] {
  const counts = countShows(listed, shows, basis)
  return shows
    .map((id) => ({ id, word: t(`tasks.show.${id}`), count: counts.get(id) ?? 0 }))
    .filter(({ id, count }) => count > 0 || id === chosen || id === 'all')
}
