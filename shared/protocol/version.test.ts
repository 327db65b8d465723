import { expect, test } from 'vitest'
import { z } from 'zod'
import { bodyByKind } from '../domain/act.ts'
import { BallotContent } from '../domain/ballot.ts'
import { entitySchemaByKind } from '../domain/entity.ts'
import { Event } from '../domain/event.ts'
import { Verdict } from '../domain/verdict.ts'
import { Leaf } from '../ledger/entry.ts'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import * as api from './api.ts'
import { Envelope } from './envelope.ts'
import { FeedPage } from './feed.ts'
import * as restore from './restore.ts'
import * as roomScreen from './room-screen.ts'
import { protocolVersion } from './version.ts'

/**
 * The shape of what crosses the wire and of what lies in the ledger, as one hash a part. Where one turns red: if what was
 * written before still parses (samples.test.ts) and older clients still understand, pin the new hash; else make a new
 * version, with a sample of its own.
 */

const schemas: Record<string, z.ZodType> = {
  ...Object.fromEntries(Object.entries(bodyByKind).map(([kind, body]) => [`act ${kind}`, body])),
  ...Object.fromEntries(Object.entries(entitySchemaByKind).map(([kind, row]) => [`row ${kind}`, row])),
  content: BallotContent,
  event: Event,
  verdict: Verdict,
  leaf: Leaf,
  envelope: Envelope,
  feed: FeedPage,
}

const apiSchemas = Object.fromEntries(
  Object.entries({ ...api, ...restore, ...roomScreen }).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [[`api ${name}`, value]] : [],
  ),
)

const hashOf = (schema: z.ZodType): string =>
  sha256Hex(utf8(canonicalJson(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })))).slice(0, 16)

test('[O7] version 1 of the protocol has these shapes', () => {
  expect(protocolVersion).toBe(1)
  const hashes = Object.entries({ ...schemas, ...apiSchemas }).map(
    ([name, schema]) => `${name} ${hashOf(schema)}`,
  )
  expect(hashes.sort().join('\n')).toMatchInlineSnapshot(`
    "act add-agency 23fdfad5044ccb6b
    act admit-to-item ad6cd6415bb18b4c
    act adopt-in-block 5a317829efd2f727
    act amend-ballot 8f8208120be4d5cc
    act amend-directive 064e803bb7bab5de
    act answer-ballot d913c5c97d8e707d
    act answer-urging e3182d4ceb0c7a86
    act approve-meeting 61272bfd03766e35
    act ask-extension 59bad501009a101b
    act ask-task d802650a47fbed9a
    act assign-task 234ada91eafd404f
    act call-speaker 21d703974a606b55
    act cancel-meeting 020eae7014dacfed
    act cancel-task b9698b2dc9d9e7fb
    act cancel-vote 0925d6ada002d930
    act cast-vote 87749cfa43327ed7
    act change-agenda-item 3ed95e8ff16371e6
    act change-meeting 4b9b1cd448c9fb46
    act close-ballot 99f7d798b3853362
    act close-room-screen 5b461eaf4aafde18
    act close-vote ad7d53cd2783a0ae
    act conclude-item 3a00eca90411ea0a
    act conclude-meeting 0a60aff542a71b56
    act confirm 0539f253c9edb528
    act confirm-paper-vote 3cb9aee7248692ca
    act confirm-task 5cc9590fab2e04ee
    act decide-absence dc0cf32965f0db6d
    act decide-extension b8af006926933934
    act dismiss-from-item d5d1b88406494e51
    act draft-agenda-item 5d0ffbc96202d7e2
    act draft-ballot 07e83fa7e5472bcc
    act draft-directive a1480b824dae05c7
    act draft-meeting fe58ba5a33c57512
    act draft-minutes 7f89f2d10af3cf5a
    act draft-task 5e29e7d722c61c39
    act drop-agenda-item 5a317829efd2f727
    act end-session 5b461eaf4aafde18
    act enter-paper-vote 779e7c1f85646803
    act extend-ballot 6870ba3d707488f3
    act extend-vote d270687986717178
    act finish-item 5a317829efd2f727
    act finish-speaker 5a317829efd2f727
    act give-part 2d299b9ef60b8650
    act hand-out-paper 8622b29965149dd9
    act hand-over-chair 2735156da979e8b6
    act import-tasks 64b29bd59f0d38ec
    act invite-to-meeting 5b461eaf4aafde18
    act issue-ballot be6a81107abd343b
    act join-session b81b7894f65df30e
    act leave-session 5b461eaf4aafde18
    act link-task 791c7ae88b6d427b
    act mark-delivered f3f8e706088032d0
    act mark-documents-opened 7c6607c10c07b60a
    act mark-item-delivered 3e3bcf553d3b288d
    act mark-item-opened c41df7eb9fb33e2b
    act mark-opened f3f8e706088032d0
    act mark-presence af5f8bd5ee52c5f0
    act merge-agency 70ca367c932d8591
    act note-part 2111e07a4965e14c
    act open-room-screen 1181db363e5f77f6
    act open-session 5b461eaf4aafde18
    act open-vote f856cd4157ccb73f
    act pass-extension aa014d7bb96e9f12
    act pause-session 020eae7014dacfed
    act propose 26d3aec0ab4a6c3b
    act propose-for-block 5a317829efd2f727
    act publish-directive 7494695312178a7b
    act pull-from-block 5a317829efd2f727
    act recall-ballot 99f7d798b3853362
    act receive-task a28627914753680a
    act record-session 28f3d712f6e30a7b
    act refuse-paper-vote 825b49fe30b4e0a7
    act rename-agency 4eaf7df5c811b13b
    act reply-to-invitation 1dddcc50355e70c0
    act report-done 13add03b08d91536
    act report-progress 5898ce5fa9aa0ed9
    act report-wiped 71fc596a20f27da3
    act request-to-speak 53c3bcb2e42400a9
    act resolve-ballot 165d6d896f1ea907
    act respond-to-point bce00063871c68bd
    act resume-session 5b461eaf4aafde18
    act return-ballot 99f7d798b3853362
    act return-meeting 020eae7014dacfed
    act return-paper 8622b29965149dd9
    act return-task a6e4851c86265cdc
    act revoke-device 8221e3d567f4c09e
    act send-ballot-to-meeting 9a16f7a4c7743f3d
    act set-unit b857ca67716c5af5
    act set-unit-costs 36536c454eae29e6
    act set-urging a7424f07a052dd63
    act share-item-layer a4b7d8dd4efd7dbc
    act share-layer ac481acb6d1b4661
    act sign-minutes bf78a4e6d5cdc0ec
    act start-item 5a317829efd2f727
    act submit-ballot be6a81107abd343b
    act submit-meeting 61272bfd03766e35
    act take-position b49d69d8cc9335b7
    act urge-task b9698b2dc9d9e7fb
    act withdraw-agenda-item 381db9cd0d846505
    act withdraw-directive 24f76335e0461be8
    act withdraw-request bce6861291418318
    api ActOutcome afe77cbb97e1d659
    api ActsReply e7b434081f0e7983
    api ActsRequest bbe2c19d1e36b1b0
    api ApiError ec77a84a0eb941be
    api BeginUpload 7ae70e505739c29e
    api Challenge 46507e706417fd63
    api CodeRequest 7653518816fb0255
    api DeviceSignIn 321d5d0213fd36a2
    api EnrolDevice 3a158e1982a6e024
    api EnrolledDevice 48043563aaeee682
    api FinishQuery af7d43c12aff6c56
    api HandInOutcome b5c5176475792696
    api HandInReply b62983ab7fb9e57d
    api HandInRequest 118931e881ff3d20
    api HandedCode 3d64bb7256fb6037
    api IntakeProgress fc3d946724fdde88
    api LedgerPage 2a784d119f50d439
    api LedgerQuery 826760e72eeacf13
    api OrderReply 0d28174a928ce2db
    api Rejection 3bf0c25b785ad5e7
    api RestoreReport 6ab356684336e0ac
    api RoomScreenQuery 91469bbf94b44ad1
    api RoomScreenReply 303edfee07d9bda3
    api ServerKeys b33ed8964daf6af3
    api SessionInfo 3f1006928482ac5e
    api SignIn cd4e7e2357d33f27
    api TaskFileHere 6bb14aeb9afabcbe
    api UploadState 4d51a3bf5ef5204b
    api WriteQuery 669a29cbadc6cebc
    content cfb6b6b332d256b0
    envelope 2a6c881516e3a8cf
    event 5c19a9a10d75c301
    feed fca21e9fa182a512
    leaf 3aec805e10169680
    row agency cbcbb754712697bf
    row agency-units a0145272f018faf5
    row agenda-item 5f00eefbfb9ca0ba
    row answers c71c854bb702a24d
    row attendance a0742d292b80bbea
    row ballot d9a2cb7f913cf905
    row cast 1eac56d348ff57d0
    row comparison b2a32defbc0bb18b
    row device 9c999abe20f42f24
    row directive f22428addd0a27c2
    row document 694fdaa596a55c4c
    row handed-paper d6450d3ef5d7ce00
    row item-layer 59518c5b65d4f21e
    row item-session 6b81fa9af2fabd64
    row layer 4fb013fa35e1a6e9
    row meeting 667705f51111d2fc
    row minutes a4eb7a7efb1ce4f6
    row numbering 39758dc662b3fd08
    row opened-documents c11bfccc0b2fb28a
    row paper-vote cbf89101cc43b791
    row past-papers ec830c252fce3ed4
    row person dc9dd935c2e63b8f
    row position 0884301d85fec895
    row presence 1d651199ebcb243f
    row progress 37508ff802bec3e9
    row proposal 1baa1d2841c69a72
    row response 01351122f022f6e1
    row restore dde241f11319e79d
    row room-screen 63b518afaf61a423
    row session 549f574081326bfb
    row settings 9b55f591e5371b28
    row tally 15c83b6c070993c3
    row task c2fea7ea88bdb050
    row task-import d488524fe3323624
    row task-origin 8b3343ee4c4eace5
    row task-split f0ec5fb055c9b81d
    row vote bea43b9aabf8895b
    row vote-tally ae9d98b1242f338d
    verdict 7afa899b30fa419c"
  `)
})
