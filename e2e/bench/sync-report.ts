export interface Figures {
  updatesPerSecond: number
  /** Microseconds, the database's included. */
  cpuPerUpdate: number | null
  memory: number | null
  updatesLost: number
}

/** What one subject did in each round it finished. */
export interface Measured {
  name: string
  rounds: readonly Figures[]
}

const ours = 'ours-postgres'
const targetRatio = 1.5

const units = { updatesPerSecond: '1/s', cpuPerUpdate: 'us', memory: 'B', updatesLost: '1' } as const
const metrics = ['updatesPerSecond', 'cpuPerUpdate', 'memory', 'updatesLost'] as const

type Metric = (typeof metrics)[number]

/** The median of the rounds; of losses the worst, since whatever was lost in any round was lost. Null without a round. */
function figureOf({ rounds }: Measured, metric: Metric): number | null {
  const values = rounds.map((round) => round[metric]).filter((value) => value !== null)
  values.sort((a, b) => a - b)
  const at = metric === 'updatesLost' ? values.length - 1 : Math.floor((values.length - 1) / 2)
  return values[at] ?? null
}

function targetOf(metric: Metric, value: number | null, fastestPeer: number) {
  if (metric === 'updatesLost') return { target: '0', holds: value === 0 }
  if (metric !== 'updatesPerSecond' || fastestPeer === 0) return {}
  return { target: `>= ${targetRatio}x fastest peer`, holds: (value ?? 0) >= targetRatio * fastestPeer }
}

/** One JSON line a figure. */
export function reportLines(subjects: readonly Measured[]): string[] {
  const peers = subjects.filter(({ name }) => name !== ours)
  const fastestPeer = Math.max(0, ...peers.map((peer) => figureOf(peer, 'updatesPerSecond') ?? 0))
  return subjects.flatMap((subject) =>
    metrics.map((metric) => {
      const exact = figureOf(subject, metric)
      const value = exact === null ? null : Math.round(exact)
      const target = subject.name === ours ? targetOf(metric, exact, fastestPeer) : {}
      return JSON.stringify({
        bench: 'sync',
        subject: subject.name,
        metric,
        value,
        unit: units[metric],
        ...target,
      })
    }),
  )
}
