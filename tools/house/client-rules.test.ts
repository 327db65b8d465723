// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code as it stands in a file, not as it is run
import { expect, it } from 'vitest'
import { styleFindings } from './style-rules.ts'
import { wordFindings } from './word-rules.ts'

const found = (...files: [path: string, text: string][]) =>
  styleFindings(files.map(([path, text]) => ({ path, text }))).map(({ rule, detail }) => [rule, detail])
const css = 'client/screens/tasks/tasks.css'
const tsx = 'client/screens/tasks/task-pane.tsx'

it('a class that is defined, used, and begun by a template is in order', () => {
  const component =
    "<p className={`ec-task ec-tone-${tone}`} /> + <i className={isOpen ? 'ec-task-open' : ''} />"
  const style = '/* .ec-old */ .ec-task, .ec-task-open > b {} .ec-tone-good {} .ec-task .ec-task-open {}'
  expect(found([css, style], [tsx, component])).toEqual([])
})

it('a class that nothing uses is found, though a test names it', () => {
  expect(found([css, '.ec-task {}'], ['client/ui/a.test.ts', "'ec-task'"])).toEqual([
    ['a class that is defined is used', 'ec-task'],
  ])
})

it('a class that no style defines is found', () => {
  expect(found([tsx, '<p className="ec-task" />'])).toEqual([['a class that is named is defined', 'ec-task']])
})

it('a class of which two files say how it looks is found, and not where one speaks of its own place', () => {
  const other = 'client/screens/triage/triage.css'
  const component: [string, string] = [tsx, '"ec-task ec-home"']
  expect(
    found([css, '.ec-task { gap: 8px }'], [other, '@media print { .ec-task { gap: 0 } }'], component),
  ).toEqual([
    ['a class that is named is defined', 'ec-home'],
    ['a class is defined in one file', `ec-task, also in ${css}`],
  ])
  const inPlace = '.ec-home .ec-task, .ec-task:hover { gap: 0 } .ec-home {}'
  expect(found([css, '.ec-task { gap: 8px }'], [other, inPlace], component)).toEqual([])
})

const unsaid = (text: string) =>
  wordFindings([{ path: tsx, text }], {
    tasks: { act: { assign: 'a', urge: 'b' }, more_one: 'c', more_other: 'd' },
  }).map(({ detail }) => detail)

it('words are said by their key, or by a template that could give it', () => {
  expect(unsaid("t('tasks.more', { count }), t(`tasks.act.${kind}`)")).toEqual([])
  expect(unsaid("t('tasks.more', { count }), t('tasks.act.urge')")).toEqual(['tasks.act.assign'])
  expect(unsaid('t(`tasks.act.${kind}`)')).toEqual(['tasks.more'])
})
