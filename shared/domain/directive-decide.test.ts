import { describe, expect, test } from 'vitest'
import { subjectOn } from './access.ts'
import { readerOver } from './entity.ts'
import { mayRead, scopesOfEntity, scopesOfSubject } from './scope.ts'
import { agency, day, hashOf, leadAgency, person } from './testing/cabinet.ts'
import { DirectiveOffice, directiveId, filedPaper } from './testing/directive-office.ts'
import { reasonOf } from './testing/meeting-office.ts'

const everybody = ['pm', 'm2', 'mhealth', 'clk', 'clk2', 'fin', 'sec', 'head', 'sub', 'guest', 'admin']

/** By `permit`, and by the scopes with which the feed finds rows: the two must agree. */
function readersOf(office: DirectiveOffice): string[][] {
  const row = office.directive()
  const subjects = everybody.map((who) => {
    const one = readerOver(office.rows).get('person', `person/${person(who)}`)
    if (!one) throw new Error(who)
    return [who, subjectOn(one, null, office.now)] as const
  })
  const byPermit = subjects.filter(([, subject]) => mayRead(subject, row, {})).map(([who]) => who)
  const scopes = new Set(scopesOfEntity(row, {}))
  const found = subjects.filter(([, subject]) => scopesOfSubject(subject).some((scope) => scopes.has(scope)))
  return [byPermit, found.map(([who]) => who)]
}

describe('who reads a directive', () => {
  const members = ['pm', 'm2', 'mhealth']

  test('[D2] a draft is the Office’s alone, dropped or not', () => {
    const office = new DirectiveOffice()
    office.mustTake(office.draftDirective({ isForAll: true }))
    expect(readersOf(office)).toEqual([
      ['sec', 'head'],
      ['sec', 'head'],
    ])
    office.mustTake(office.withdraw(null, ''))
    expect(readersOf(office)).toEqual([
      ['sec', 'head'],
      ['sec', 'head'],
    ])
  })

  test('[D2] members read what is published, and desks only what they have a task of', () => {
    const office = new DirectiveOffice().published()
    expect(readersOf(office)).toEqual([
      [...members, 'sec', 'head'],
      [...members, 'sec', 'head'],
    ])
    office.assigned({
      source: { kind: 'directive', number: '12/CT-TTg', date: day('2026-02-20'), directive: directiveId() },
      supporting: [],
    })
    const withHealth = [...members, 'clk', 'clk2', 'sec', 'head']
    expect(readersOf(office)).toEqual([withHealth, withHealth])
    expect(office.directive().agencies).toEqual([leadAgency])
  })

  test('[D2] every desk reads one that the Office opens to all', () => {
    const office = new DirectiveOffice().published({ isForAll: true })
    const all = [...members, 'clk', 'clk2', 'fin', 'sec', 'head']
    expect(readersOf(office)).toEqual([all, all])
  })
})

describe('entering a directive', () => {
  test('[T1] it is published with its number, date, issuer and abstract', () => {
    for (const given of [{ number: ' ' }, { date: null }]) {
      const office = new DirectiveOffice()
      office.mustTake(office.draftDirective(given))
      expect(reasonOf(office.take(office.publish()))).toBe('refused:directive-incomplete')
    }
    for (const content of [{ abstract: '' }, { issuer: '' }]) {
      const office = new DirectiveOffice()
      office.mustTake(office.draftDirective({ contentHash: office.addDirective(content) }))
      expect(reasonOf(office.take(office.publish()))).toBe('refused:directive-incomplete')
    }
  })

  test('[D1] what was changed by a colleague meanwhile is not published unread', () => {
    const office = new DirectiveOffice()
    office.mustTake(office.draftDirective())
    const publish = office.publish()
    office.mustTake(office.draftDirective({ number: '13/CT-TTg' }, 'head'))
    expect(reasonOf(office.take(publish))).toBe('refused:stale-content')
  })

  test('[D3] of a secret one the number is all that enters', () => {
    const office = new DirectiveOffice()
    expect(reasonOf(office.take(office.draftDirective({ security: 'mat' })))).toBe(
      'refused:secret-directive-holds-words',
    )
    const contentHash = office.addDirective({ abstract: '', issuer: '', signer: '', documents: [] })
    office.published({ security: 'mat', contentHash })
    expect(office.directive().files).toEqual([])
  })

  test('[D1] [D3] files of every version stay, so one that had some cannot become secret', () => {
    const office = new DirectiveOffice().published()
    const newer = { ...filedPaper, hash: hashOf('newer.pdf') }
    office.mustTake(office.amendDirective({ contentHash: office.addDirective({ documents: [newer] }) }))
    expect(office.directive().files).toEqual([filedPaper.hash, newer.hash])
    expect(office.directive().versions).toHaveLength(2)
    const contentHash = office.addDirective({ abstract: '', issuer: '', signer: '', documents: [] })
    expect(reasonOf(office.take(office.amendDirective({ security: 'mat', contentHash })))).toBe(
      'refused:secret-item-holds-files',
    )
  })

  test('[D1] a change says why', () => {
    const office = new DirectiveOffice().published()
    expect(reasonOf(office.take(office.amendDirective({}, ' ')))).toBe('refused:reason-missing')
    expect(reasonOf(office.take(office.withdraw(null, '')))).toBe('refused:reason-missing')
  })

  test('[O6] a file that intake has not passed is named', () => {
    const office = new DirectiveOffice()
    const act = office.draftDirective()
    office.files.clear()
    expect(reasonOf(office.take(act))).toBe('refused:file-missing')
  })

  test('[O3] is for the Office', () => {
    for (const who of ['pm', 'clk', 'admin']) {
      const office = new DirectiveOffice()
      expect(reasonOf(office.take(office.draftDirective({}, who)))).toBe('refused:not-allowed')
    }
  })
})

describe('a directive withdrawn', () => {
  test('names what stands in its stead, where that is in force', () => {
    const office = new DirectiveOffice().published()
    expect(reasonOf(office.take(office.withdraw('paper')))).toBe('refused:not-found')
    office.mustTake(office.draftDirective({ directive: directiveId('next'), number: '15/CT-TTg' }))
    expect(reasonOf(office.take(office.withdraw('next')))).toBe('refused:directive-not-in-force')
    office.mustTake(office.publish('next'))
    office.mustTake(office.withdraw('next'))
    expect(office.directive().withdrawn?.replacedBy).toBe('next')
    expect(readersOf(office)[0]).toContain('m2')
  })

  test('[T1] has no new task assigned', () => {
    const office = new DirectiveOffice().published()
    const source = { kind: 'directive' as const, number: '12/CT-TTg', date: day('2026-02-20') }
    office.mustTake(office.draftTask({ source: { ...source, directive: directiveId() } }))
    office.mustTake(office.withdraw())
    expect(reasonOf(office.take(office.assign()))).toBe('refused:directive-not-in-force')
  })

  test('[D2] a task names only a directive that its author may read', () => {
    const office = new DirectiveOffice().published()
    const source = { kind: 'directive' as const, number: '', date: null, directive: directiveId('none') }
    expect(reasonOf(office.take(office.draftTask({ source })))).toBe('refused:not-found')
    expect(reasonOf(office.take(office.draftTask({ leadAgency: agency('nowhere') })))).toBe(
      'refused:agency-unknown',
    )
  })
})
