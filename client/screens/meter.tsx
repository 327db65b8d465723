import './meter.css'

/** How many of how many, as figures beside a thin bar. */
export function Meter({ done, total, word }: { done: number; total: number; word: string }) {
  const percent = total > 0 ? Math.min(100, (done / total) * 100) : 0
  return (
    <span className="ec-meter">
      <span className="ec-meter-track" aria-hidden="true">
        <span className="ec-meter-fill" style={{ display: 'block', width: `${percent}%` }} />
      </span>
      <span>{word}</span>
    </span>
  )
}
