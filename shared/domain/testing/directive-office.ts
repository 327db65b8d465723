import { utf8 } from '../../lib/bytes.ts'
import { canonicalJson } from '../../lib/canonical-json.ts'
import { sha256Hex } from '../../lib/sha256.ts'
import type { BodyOf } from '../act.ts'
import type { BallotDocument } from '../ballot.ts'
import { type Directive, type DirectiveContent, directiveHash, directiveKey } from '../directive.ts'
import { readerOver } from '../entity.ts'
import { DirectiveId, DocumentId, Hash } from '../id.ts'
import { day, hashOf, leadAgency } from './cabinet.ts'
import { finance, TaskOffice, taskId } from './task-office.ts'

export const directiveId = (id = 'paper'): DirectiveId => DirectiveId.parse(id)

export const filedPaper: BallotDocument = {
  id: DocumentId.parse('doc'),
  title: 'Chỉ thị số 12/CT-TTg',
  kind: 'other',
  hash: hashOf('paper.pdf'),
  size: 1000,
  pages: 12,
}

const words: DirectiveContent = {
  abstract: 'Về tăng cường khám chữa bệnh ở tuyến dưới',
  issuer: 'Thủ tướng Chính phủ',
  signer: 'Thủ tướng Chính phủ',
  documents: [filedPaper],
}

/** The Office with its library: one instruction, whose paper has twelve pages. */
export class DirectiveOffice extends TaskOffice {
  directive(id = 'paper'): Directive {
    const row = readerOver(this.rows).get('directive', directiveKey(directiveId(id)))
    if (!row) throw new Error(`no directive ${id}`)
    return row
  }

  get directives(): Directive[] {
    return readerOver(this.rows).list('directive', 'directive/')
  }

  addDirective(content: Partial<DirectiveContent> = {}): Hash {
    const full = { ...words, ...content }
    for (const { hash, size, pages } of full.documents) this.files.set(hash, { size, pages })
    const text = canonicalJson(full)
    const hash = Hash.parse(sha256Hex(utf8(text)))
    this.directiveContents.set(hash, full)
    return hash
  }

  private entered(given: Partial<BodyOf<'draft-directive'>>): BodyOf<'draft-directive'> {
    return {
      directive: directiveId(),
      contentHash: given.contentHash ?? this.addDirective(),
      type: 'instruction',
      number: '12/CT-TTg',
      date: day('2026-02-20'),
      security: 'none',
      isForAll: false,
      ...given,
    }
  }

  draftDirective(given: Partial<BodyOf<'draft-directive'>> = {}, by = 'sec') {
    return this.act('draft-directive', by, this.entered(given))
  }

  publish(id = 'paper', by = 'sec') {
    const row = this.directives.find((one) => one.id === id)
    const named = row ? directiveHash(row) : hashOf('')
    return this.act('publish-directive', by, { directive: directiveId(id), directiveHash: named })
  }

  amendDirective(given: Partial<BodyOf<'draft-directive'>> = {}, text = 'Đính chính trích yếu', by = 'sec') {
    return this.act('amend-directive', by, { ...this.entered(given), noteCommit: this.note(text) })
  }

  withdraw(replacedBy: string | null = null, text = 'Đã có văn bản thay thế', id = 'paper') {
    return this.act('withdraw-directive', 'sec', {
      directive: directiveId(id),
      replacedBy: replacedBy === null ? null : directiveId(replacedBy),
      noteCommit: this.note(text),
    })
  }

  published(given: Partial<BodyOf<'draft-directive'>> = {}): this {
    this.mustTake(this.draftDirective(given))
    this.mustTake(this.publish(given.directive))
    return this
  }

  /** From page 3 of the instruction, complete, by the Prime Minister. */
  askTask(given: Partial<BodyOf<'ask-task'>> = {}, by = 'pm') {
    const { number, date, id } = this.directive()
    return this.act('ask-task', by, {
      task: taskId(),
      contentHash: this.addTask(),
      source: { kind: 'directive', number, date, directive: id },
      leadAgency,
      supporting: [finance],
      deadline: day('2026-03-13'),
      holder: { directive: id },
      page: {
        document: filedPaper.id,
        file: filedPaper.hash,
        number: 3,
        quoteCommit: this.note('giao Bộ Y tế trình đề án'),
      },
      ...given,
    })
  }
}
