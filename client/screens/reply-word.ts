import type { TFunction } from 'i18next'
import type { InvitationReply } from '../../shared/domain/attendance.ts'
import type { PersonId } from '../../shared/domain/id.ts'

/** A reply to an invitation in a few words. */
export function replyWord(t: TFunction, reply: InvitationReply, nameOf: (id: PersonId) => string): string {
  switch (reply.kind) {
    case 'attends':
      return t(`meeting.reply.said.${reply.how}`)
    case 'absent':
      return t('meeting.reply.said.absent')
    case 'substitute':
      return t('meeting.reply.said.substitute', { who: nameOf(reply.person) })
  }
}
