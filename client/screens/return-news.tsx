import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { CameBack } from '../app/came-back.ts'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { toldOf } from './came-back-words.ts'
import { paths } from './paths.ts'

/**
 * Says over any screen that something came back meanwhile, with a way to it. It stands in the page until looked at: it
 * must not be missed by who reads, nor lie over the bar in which they answer.
 */
export function ReturnNews({ returned }: { returned: readonly CameBack[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
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
  const isHere = first !== undefined && pathname === paths.ballot(first.view.ballot.id)
  return (
    <div role="status">
      {first && (
        <Notice
          tone={toldOf(t, first).tone}
          title={t('returned.news', {
            number: first.view.ballot.number ?? '',
            what: toldOf(t, first).title,
          })}
          action={
            <div className="ec-frame-banner-actions">
              {!(isHere && fresh.length === 1) && (
                <Button
                  variant="outline"
                  onClick={() => {
                    seeAll()
                    void navigate(fresh.length === 1 ? paths.ballot(first.view.ballot.id) : paths.home)
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
