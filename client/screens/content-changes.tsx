import './content-changes.css'
import type { Amendment } from '../app/former-version.ts'
import { ChangedText } from '../ui/changed-text.tsx'
import { useWords } from '../ui/i18n.ts'
import type { Tone } from '../ui/tone.ts'
import { type ToldChange, toldChange } from './change-words.ts'

/** On a card; the rest is a tap away. */
const mostInShort = 4

const toneOf: Readonly<Record<ToldChange['done'], Tone>> = {
  added: 'good',
  removed: 'urgent',
  changed: 'waiting',
  replaced: 'waiting',
  moved: 'quiet',
}

/** What an amendment changed: each thing on its line; `isFull` with the words that were and that are (B5). */
export function ContentChanges({ amendment, isFull }: { amendment: Amendment; isFull: boolean }) {
  const { t } = useWords()
  const { changes, from } = amendment
  const shown = isFull ? changes : changes.slice(0, mostInShort)
  const more = changes.length - shown.length
  if (changes.length === 0) return <p className="ec-quiet">{t('changes.nothing', { no: from })}</p>
  return (
    <ul className={`ec-changes${isFull ? ' ec-changes-full' : ''}`}>
      {shown.map((change) => {
        const told = toldChange(t, change)
        return <Change key={JSON.stringify(change)} told={told} isFull={isFull} />
      })}
      {more > 0 && <li className="ec-quiet">{t('changes.more', { count: more })}</li>}
    </ul>
  )
}

function Change({ told: { done, what, text, note }, isFull }: { told: ToldChange; isFull: boolean }) {
  const { t } = useWords()
  const only = text && (text.was === '' || text.is === '') ? text.was || text.is : null
  return (
    <li className="ec-change">
      <span className={`ec-change-kind ec-tone-${toneOf[done]}`}>{t(`changes.${done}`)}</span>
      <span className="ec-change-what">
        {what}
        {!isFull && only !== null && <span className="ec-quiet"> “{only}”</span>}
      </span>
      {isFull && text && (
        <div className="ec-change-text">
          <ChangedText was={text.was} is={text.is} />
        </div>
      )}
      {isFull && note !== null && <div className="ec-change-text ec-quiet">{note}</div>}
    </li>
  )
}
