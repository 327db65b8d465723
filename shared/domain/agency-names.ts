import { foldText } from '../lib/text.ts'
import { abbreviates, wordsOf } from './agency-abbreviation.ts'
import type { AgencyId } from './id.ts'
import { type Agency, formerNamesOf, successorOf } from './people.ts'

/**
 * Agencies as they are written in an office's table: by name or code, with and without diacritics and "Bộ" or "UBND tỉnh", by an
 * abbreviation in use, or by a name of before (an agency that was renamed or merged).
 */

export type AgencyFound = { agency: AgencyId; formerName: string | null }

/** An abbreviation, or a name of before, may mean several: then it means none. */
type AgencyMeant = { kind: 'one'; found: AgencyFound } | { kind: 'several'; names: MeantName[] }
/** `now`: what a name of before is called now. */
type MeantName = { name: string; now: string | null }

export type AgencyNames = {
  find(text: string): AgencyMeant | null
  /** All that a cell names; commas within names are told from those between them. What is none is in `unknown`. */
  findAll(text: string): {
    found: AgencyFound[]
    several: { text: string; names: MeantName[] }[]
    unknown: string[]
  }
  /** The name that was most likely meant. */
  nearest(text: string): string | null
}

type Named = { name: string; found: AgencyFound }

const plain = (text: string): string =>
  ` ${foldText(text).replace(/[^a-z0-9]+/g, ' ')} `
    .replace(/ ubnd /g, ' uy ban nhan dan ')
    .replace(/ tp /g, ' thanh pho ')
    .replace(/ vp /g, ' van phong ')
    .replace(/ (vpcp|vp chinh phu) /g, ' van phong chinh phu ')
    .trim()
    .replace(/ +/g, ' ')

const shortOf = (name: string): string =>
  name.replace(/^(bo|uy ban nhan dan|tinh|thanh pho|uy ban) /, '').replace(/^(tinh|thanh pho) /, '')

export function agencyNames(agencies: readonly Agency[]): AgencyNames {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const living = (agency: Agency): AgencyId => successorOf(agency, byId)
  const current: Named[] = []
  const former: Named[] = []
  for (const agency of agencies) {
    const found = { agency: living(agency), formerName: null }
    if (found.agency === agency.id) current.push({ name: agency.name, found })
    else former.push({ name: agency.name, found: { ...found, formerName: agency.name } })
    for (const name of formerNamesOf(agency)) former.push({ name, found: { ...found, formerName: name } })
  }
  const codes = agencies.map((agency): Named => {
    const id = living(agency)
    return { name: agency.id, found: { agency: id, formerName: id === agency.id ? null : agency.name } }
  })
  // What is written out is asked for first: what an agency is called now, its code, what it was called.
  const ranks = [current, codes, former].map((named) => {
    const rank = new Map<string, AgencyFound[]>()
    for (const { name, found } of named) {
      for (const form of new Set([plain(name), shortOf(plain(name))])) {
        if (form !== '') rank.set(form, [...(rank.get(form) ?? []), found])
      }
    }
    return rank
  })
  const short = [...current, ...former].map(({ name, found }) => ({ found, isShort: abbreviates(name) }))

  const nameOf = ({ agency, formerName }: AgencyFound): MeantName => {
    const name = byId.get(agency)?.name ?? agency
    return formerName === null ? { name, now: null } : { name: formerName, now: name }
  }
  const look = (text: string): AgencyMeant | null => {
    const sought = plain(text)
    for (const rank of ranks) {
      const all = rank.get(sought)
      if (all) return meant(all, nameOf)
    }
    const words = wordsOf(text)
    const all = short.flatMap(({ found, isShort }) => (isShort(words) ? [found] : []))
    return all.length === 0 ? null : meant(all, nameOf)
  }
  const looked = new Map<string, AgencyMeant | null>()
  const find = (text: string): AgencyMeant | null => {
    const known = looked.get(text)
    if (known !== undefined) return known
    const found = look(text)
    if (looked.size < mostLooked) looked.set(text, found)
    return found
  }
  // Commas may stand where the name has none.
  const joined = 2 * Math.max(1, ...[...current, ...former].map(({ name }) => partsIn(name).length))

  const findAll: AgencyNames['findAll'] = (text) => {
    const all: ReturnType<AgencyNames['findAll']> = { found: [], several: [], unknown: [] }
    const named = text.replace(/^\s*các\s+[^:;\n]{1,40}:/i, '')
    for (const { text: part, meant: one } of named
      .split(/[;\n]/)
      .flatMap((each) => longestNames(each.trim(), find, joined))) {
      if (one?.kind === 'one') all.found.push(one.found)
      else if (one) all.several.push({ text: part, names: one.names })
      else if (part !== '') all.unknown.push(part)
    }
    return all
  }

  return {
    find,
    findAll,
    nearest: (text) => {
      const sought = plain(text)
      let best: { name: string; far: number } | null = null
      for (const rank of ranks) {
        for (const [name, [found]] of rank) {
          const far = distance(sought, name, best?.far ?? Math.ceil(sought.length * 0.4))
          if (found && far !== null && (!best || far < best.far)) best = { name: nameOf(found).name, far }
        }
      }
      return best?.name ?? null
    },
  }
}

/** What may mean two is a name of neither. What an agency is called now goes before what it was called. */
function meant(all: readonly AgencyFound[], nameOf: (found: AgencyFound) => MeantName): AgencyMeant {
  const [first] = all
  if (first && all.every(({ agency }) => agency === first.agency)) {
    return { kind: 'one', found: all.find(({ formerName }) => formerName === null) ?? first }
  }
  const named = new Map(all.map((found) => [found.agency, nameOf(found)]))
  return { kind: 'several', names: [...named.values()] }
}

/** Answers that are kept: registers name the same few agencies again and again. */
const mostLooked = 20_000
/** What is divided more often is a text, and no list of agencies. */
const mostParts = 200

function partsIn(text: string): { text: string; joint: string }[] {
  return text.split(',').flatMap((part) => {
    const [one = '', ...rest] = part.split(/\s+và\s+/)
    return [{ text: one, joint: ',' }, ...rest.map((next) => ({ text: next, joint: ' và ' }))]
  })
}

/**
 * "Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế": at each place the longest name that is known.
 *
 * @param most parts of one name
 */
function longestNames(
  text: string,
  find: AgencyNames['find'],
  most: number,
): { text: string; meant: AgencyMeant | null }[] {
  const whole = find(text)
  if (whole) return [{ text, meant: whole }]
  const parts = partsIn(text)
  if (parts.length > mostParts) return [{ text, meant: null }]
  const all: { text: string; meant: AgencyMeant | null }[] = []
  const joined = (from: number, to: number) =>
    parts
      .slice(from, to)
      .map((part, i) => (i === 0 ? part.text : part.joint + part.text))
      .join('')
      .trim()
  for (let at = 0; at < parts.length; ) {
    let to = Math.min(parts.length, at + most)
    while (to > at && !find(joined(at, to))) to--
    const end = Math.max(to, at + 1)
    const name = joined(at, end)
    if (name !== '') all.push({ text: name, meant: find(name) })
    at = end
  }
  return all
}

/** Edits from one word to another; null where there are `most` or more. */
function distance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) >= most) return null
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    if (Math.min(...next) >= most) return null
    row = next
  }
  const far = row[other.length] ?? most
  return far < most ? far : null
}
