import { foldText } from '../lib/text.ts'
import type { AgencyId } from './id.ts'
import type { Agency } from './people.ts'

/**
 * Agencies as they are written in an office's table: by name or code, with and without diacritics and "Bộ" or "UBND tỉnh", by the
 * initials in use, or by a name of before (an agency that was renamed or merged).
 */

export type AgencyFound = { agency: AgencyId; formerName: string | null }

export type AgencyNames = {
  find(text: string): AgencyFound | null
  /** All that a cell names; commas within names are told from those between them. What is none is in `unknown`. */
  findAll(text: string): { found: AgencyFound[]; unknown: string[] }
  /** The name that was most likely meant. */
  nearest(text: string): string | null
}

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

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .filter((word) => word !== 'va')
    .map((word) => word[0] ?? '')
    .join('')

export function agencyNames(agencies: readonly Agency[]): AgencyNames {
  const known = new Map<string, AgencyFound>()
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const living = ({ id, successor }: Agency): AgencyId => successor ?? id
  const put = (name: string, found: AgencyFound) => {
    if (name !== '' && !known.has(name)) known.set(name, found)
  }
  for (const agency of agencies) {
    const found = { agency: living(agency), formerName: agency.successor ? agency.name : null }
    put(plain(agency.name), found)
    put(plain(agency.id), found)
  }
  for (const { id, formerNames = [], ...rest } of agencies) {
    for (const name of formerNames) {
      put(plain(name), { agency: living({ id, ...rest }), formerName: name })
    }
  }
  for (const variant of [shortOf, initialsOf]) {
    const variants = new Map<string, AgencyFound[]>()
    for (const [name, found] of known) {
      const text = variant(name)
      if (text.length > 1 && text !== name) variants.set(text, [...(variants.get(text) ?? []), found])
    }
    // What may mean two is a name of neither.
    for (const [text, all] of variants) {
      const [one] = all
      if (one && all.every(({ agency }) => agency === one.agency)) put(text, one)
    }
  }

  const find = (text: string): AgencyFound | null => known.get(plain(text)) ?? null
  const nameOf = ({ agency, formerName }: AgencyFound) => formerName ?? byId.get(agency)?.name ?? agency

  const findAll: AgencyNames['findAll'] = (text) => {
    const found: AgencyFound[] = []
    const unknown: string[] = []
    const parts = text.split(/[;\n]/).flatMap((one) => longestNames(one.trim(), find))
    for (const { text: part, agency } of parts) {
      if (agency) found.push(agency)
      else if (part !== '') unknown.push(part)
    }
    return { found, unknown }
  }

  return {
    find,
    findAll,
    nearest: (text) => {
      const sought = plain(text)
      let best: { name: string; far: number } | null = null
      for (const [name, found] of known) {
        const far = distance(sought, name, best?.far ?? Math.ceil(sought.length * 0.4))
        if (far !== null && (!best || far < best.far)) best = { name: nameOf(found), far }
      }
      return best?.name ?? null
    },
  }
}

/** "Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế": at each place the longest name that is known. */
function longestNames(
  text: string,
  find: AgencyNames['find'],
): { text: string; agency: AgencyFound | null }[] {
  const whole = find(text)
  if (whole) return [{ text, agency: whole }]
  const parts = text.split(',').flatMap((part) => {
    const [one = '', ...rest] = part.split(/\s+và\s+/)
    return [{ text: one, joint: ',' }, ...rest.map((next) => ({ text: next, joint: ' và ' }))]
  })
  const all: { text: string; agency: AgencyFound | null }[] = []
  const joined = (from: number, to: number) =>
    parts
      .slice(from, to)
      .map((part, i) => (i === 0 ? part.text : part.joint + part.text))
      .join('')
      .trim()
  for (let at = 0; at < parts.length; ) {
    let to = parts.length
    while (to > at && !find(joined(at, to))) to--
    const end = Math.max(to, at + 1)
    const name = joined(at, end)
    if (name !== '') all.push({ text: name, agency: find(name) })
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
