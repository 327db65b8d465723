import { MailAgain, MailTest, SetMailAddress } from '../../shared/protocol/mail.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { json, malformed, notFound } from './reply.ts'
import { guarded, noBody, type Route, smallJson } from './route.ts'

const action = 'manage-mail' as const

/** E-mail, for the administrator. */
export function mailRoutes({ mail }: FrontDesk): Route[] {
  const shared = {
    access: action,
    device: 'needed',
    rate: { perMinute: 60, burst: 60 },
    ask: async () => [{ action }],
  } as const
  return [
    guarded({
      ...shared,
      method: 'GET',
      path: '/api/mail',
      body: noBody,
      handle: async () => json(await mail.state()),
    }),
    guarded({
      ...shared,
      method: 'POST',
      path: '/api/mail/addresses',
      body: smallJson,
      handle: async ({ identity, body }) => {
        const asked = SetMailAddress.safeParse(body)
        if (!asked.success) return malformed
        const { owner, address } = asked.data
        const isDone = await mail.setAddress(owner, address, identity.session.person)
        return isDone ? json(await mail.state()) : notFound
      },
    }),
    guarded({
      ...shared,
      method: 'POST',
      path: '/api/mail/test',
      // Each is a letter to whomever the administrator names.
      rate: { perMinute: 6, burst: 6 },
      body: smallJson,
      handle: async ({ body }) => {
        const asked = MailTest.safeParse(body)
        if (!asked.success) return malformed
        const tested = await mail.test(asked.data.address)
        return tested ? json(tested) : notFound
      },
    }),
    guarded({
      ...shared,
      method: 'POST',
      path: '/api/mail/again',
      body: smallJson,
      handle: async ({ body }) => {
        const asked = MailAgain.safeParse(body)
        if (!asked.success) return malformed
        // One that went out meanwhile is no longer among those that failed: the answer says so.
        await mail.again(asked.data.id)
        return json(await mail.state())
      },
    }),
  ]
}
