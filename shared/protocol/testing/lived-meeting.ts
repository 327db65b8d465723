import { DocumentId, type PersonId } from '../../domain/id.ts'
import { person } from '../../domain/testing/cabinet.ts'
import {
  itemId,
  type MeetingOffice,
  matterOf,
  meetingId as meeting,
  secretMatter,
} from '../../domain/testing/meeting-office.ts'

const reason = 'lý do'

/** One meeting, through everything that can befall it until it is held. */
export function liveMeeting(office: MeetingOffice): void {
  const take = (...acts: (() => Parameters<MeetingOffice['mustTake']>[0])[]) => {
    for (const act of acts) office.mustTake(act())
  }
  office.drafted()
  take(
    () => office.draftItem('c'),
    () => office.draftItem('d'),
    () => office.act('drop-agenda-item', 'sec', { meeting, item: itemId('c') }),
    () => office.draftItem('s', null, secretMatter),
    () => office.submit(),
    () => office.act('return-meeting', 'head', { meeting, reason }),
    () => office.submit(),
    () => office.approve(),
    () => office.invite(),
    () => office.namesSubstitute('m2', { items: ['b'] }),
    () => office.act('decide-absence', 'head', { meeting, person: person('m2'), approved: true, reason: '' }),
    () => office.admit('b', 'sub', 'm2'),
    () => office.admit('a', 'guest'),
    () => office.act('dismiss-from-item', 'sec', { meeting, item: itemId('a'), person: person('guest') }),
    () => office.takePosition('sub', 'b', { member: 'm2' }),
    () => office.takePosition('m3', 'a'),
    () => office.handOut('m3', '01'),
    () => office.takeBack('m3', '01'),
  )
  const { contentHash, files } = office.item('a')
  const item = itemId('a')
  const document = DocumentId.parse('paper')
  const share = (readers: PersonId[]) =>
    office.act('share-item-layer', 'm3', { meeting, item, document, readers })
  take(
    () => office.act('mark-item-delivered', 'm3', { meeting, item, contentHash }),
    () => office.act('mark-item-opened', 'm3', { meeting, item, files }),
    () => share([person('m2'), person('pm')]),
    () => share([person('pm')]),
    () => office.changeItem('a', ['m3'], matterOf('a-late')),
    () => office.act('withdraw-agenda-item', 'head', { meeting, item, reason }),
    () => office.act('change-meeting', 'head', { ...office.schedule({ chair: 'm3' }), reason }),
  )
}
