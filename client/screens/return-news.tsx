import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import type { Tone } from '../ui/tone.ts'
import { toldOf } from './came-back-words.ts'
import { paths } from './paths.ts'
import { toldOfWord } from './returned-word-words.ts'
import type { ToDo } from './to-do.ts'
import { useDirectory } from './use-directory.ts'

type News = { key: string; tone: Tone; title: string; path: string }

/**
 * Says over any screen that something came back meanwhile, with a way to it. It stands in the page until looked at: it
 * must not be missed by who reads, nor lie over the bar in which they answer.
 */
export function ReturnNews({ toDo, home }: { toDo: ToDo; home: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const returned = useNews(toDo)
  const keys = returned.map(({ key }) => key)
  const [seen, setSeen] = useState<readonly string[]>(keys)
  const fresh = returned.filter(({ key }) => !seen.includes(key))
  const isHome = pathname === paths.home
  const seeAll = () => setSeen((was) => [...new Set([...was, ...keys])])
  const sign = keys.join(' ')

  // At home they stand in the list itself.
  useEffect(() => {
    if (isHome) setSeen((was) => [...new Set([...was, ...sign.split(' ')])])
  }, [isHome, sign])

  const [first] = isHome ? [] : fresh
  const isHere = first !== undefined && pathname === first.path
  // Whoever has no list at home finds each where it belongs.
  const isOneByOne = fresh.length === 1 || home !== paths.home
  return (
    <div role="status">
      {first && (
        <Notice
          tone={first.tone}
          title={first.title}
          action={
            <div className="ec-frame-banner-actions">
              {!(isHere && fresh.length === 1) && (
                <Button
                  variant="outline"
                  onClick={() => {
                    seeAll()
                    void navigate(isOneByOne ? first.path : paths.home)
                  }}
                >
                  {t('returned.look')}
                </Button>
              )}
              <Button variant="default" onClick={seeAll}>
                {t('interface.close')}
              </Button>
            </div>
          }
        >
          {fresh.length > 1 && t('returned.newsMore', { count: fresh.length - 1 })}
        </Notice>
      )}
    </div>
  )
}

function useNews({ words, asking, told }: ToDo): News[] {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const ofWord = (word: ToDo['words'][number]): News => {
    const { tone, what, sign, meeting } = toldOfWord(t, word, nameOf)
    const path = word.meeting ? paths.meeting(word.meeting.id) : paths.home
    return { key: word.key, tone, title: t('returned.word.news', { what, sign, meeting }), path }
  }
  const ofBallot = (item: ToDo['told'][number]): News => {
    const { ballot } = item.view
    const { tone, title: what } = toldOf(t, item)
    const title = t('returned.news', { number: ballot.number ?? '', what })
    return { key: item.key, tone, title, path: paths.ballot(ballot.id) }
  }
  return [...words.map(ofWord), ...[...asking, ...told].map(ofBallot)]
}
