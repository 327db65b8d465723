import type { TFunction } from 'i18next'
import type { IssueForm } from '../../shared/domain/ballot.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { ContentChange } from '../app/content-change.ts'

const fieldWords = {
  title: 'changes.title',
  reason: 'triage.reason',
  summary: 'triage.summary',
  advice: 'triage.advice',
} as const

/** One change in words: what was done, to what, and the text that it became. */
export type ToldChange = {
  done: 'added' | 'removed' | 'changed' | 'replaced' | 'moved'
  what: string
  /** Pairs to be shown word against word; one of them may be empty. */
  text: { was: string; is: string } | null
  note: string | null
}

export function toldChange(t: TFunction, change: ContentChange): ToldChange {
  switch (change.kind) {
    case 'words': {
      const done = change.was === '' ? 'added' : change.is === '' ? 'removed' : 'changed'
      return { done, what: t(fieldWords[change.field]), text: change, note: null }
    }
    case 'issue-added': {
      const { no, issue } = change
      const note = formWords(t, issue.form)
      return { done: 'added', what: t('changes.issue', { no }), text: same('is', issue.question), note }
    }
    case 'issue-removed': {
      const what = t('changes.formerIssue', { no: change.no })
      return { done: 'removed', what, text: same('was', change.issue.question), note: null }
    }
    case 'question':
    case 'alternative': {
      const what = t(`changes.${change.kind}`, { no: change.no })
      return { done: 'changed', what, text: change, note: null }
    }
    case 'alternative-added':
    case 'alternative-removed': {
      const isAdded = change.kind === 'alternative-added'
      return {
        done: isAdded ? 'added' : 'removed',
        what: t('changes.alternative', { no: change.no }),
        text: same(isAdded ? 'is' : 'was', change.label),
        note: null,
      }
    }
    case 'at-most': {
      const note = t('changes.atMostText', { was: change.was, is: change.is })
      return { done: 'changed', what: t('changes.atMost', { no: change.no }), text: null, note }
    }
    case 'form': {
      const note = t('changes.formText', { was: formWords(t, change.was), is: formWords(t, change.is) })
      return { done: 'changed', what: t('changes.form', { no: change.no }), text: null, note }
    }
    case 'document-added':
    case 'document-removed': {
      const done = change.kind === 'document-added' ? 'added' : 'removed'
      const note = t('ballot.pages', { count: change.pages })
      return { done, what: t('changes.documentNamed', { title: change.title }), text: null, note }
    }
    case 'document': {
      const isNamed = change.was === change.is
      return {
        done: change.file ? 'replaced' : 'changed',
        what: t('changes.documentNamed', { title: change.is }),
        text: isNamed ? null : change,
        note: change.file ? t('changes.file', change.file) : t('changes.sameFile'),
      }
    }
    case 'order':
      return { done: 'moved', what: t(`changes.order.${change.of}`), text: null, note: null }
    default:
      return unreachable(change)
  }
}

const same = (side: 'was' | 'is', text: string) => ({ was: '', is: '', [side]: text })

const formWords = (t: TFunction, form: IssueForm): string =>
  form.kind === 'opinion'
    ? t('changes.formOpinion')
    : t('changes.formAlternatives', { labels: form.alternatives.map(({ label }) => `“${label}”`).join(', ') })
