import type { SameKeys } from './same-keys.ts'
import type { serverErrorVi } from './server-error.vi.ts'

export const serverErrorEn = {
  malformed:
    'The server could not read the request. Nothing has changed; please reload the page and try again.',
  'signed-out':
    'The session has ended. Nothing has changed; please try again in a few seconds, or lock and unlock.',
  'device-needed':
    'This can only be done on an enrolled device. Nothing has changed; please enrol this one with the Office.',
  'foreign-site':
    'The browser sent this from another site, so the server did not take it. Nothing has changed; please open the app again by the Office’s own address.',
  'wrong-credentials': 'Account or password is wrong. Nothing has changed; please check and type again.',
  'proof-failed':
    'The server could not verify this device’s key. Nothing has changed; please reload and try again, and tell the administrator if it stays so.',
  'code-wrong':
    'The code is wrong or has expired. Nothing has changed; please check it, or ask the Office for a new one.',
  'device-taken': 'This device is enrolled already. Nothing has changed; please reload the page and unlock.',
  'device-not-active':
    'The device is not confirmed yet, or was revoked. Nothing has changed; please tell the Office.',
  'not-found': 'The server no longer finds this within your scope. Nothing has changed.',
  'method-not-allowed':
    'App and server have different versions. Nothing has changed; please reload the page.',
  'too-large': 'What was sent is too large. Nothing has changed; please shorten it and send again.',
  'unsupported-content':
    'App and server have different versions. Nothing has changed; please reload the page.',
  'too-many-requests':
    'Too many requests in a short time. Nothing has changed; please wait a minute and try again.',
  'too-many-attempts':
    'Too many attempts. Please wait a few minutes and try again; the account is not locked.',
  'quota-exceeded':
    'Too many files are unfinished or were uploaded today. Please wait, or tell the administrator.',
  'storage-full':
    'The server’s disk is full, so nothing can be written. Nothing has changed and your work stays on this device; please tell the administrator at once and try again later.',
  'file-too-large': 'The file is larger than allowed. Please make it smaller or split it.',
  'wrong-offset': 'The upload lost its place. Please try again; what was received is not sent again.',
  'hash-mismatch':
    'The file that reached the server differs from the one on this device (changed, or damaged on the way). The server keeps none of it; please choose it again.',
  'file-refused':
    'The server refused the file after its safety checks. Please export it as a plain PDF and upload again.',
  'read-only': 'The server is read-only (being restored). Nothing has changed; please try again later.',
  'database-silent':
    'The server’s database does not answer for the moment. Nothing has changed; please try again in a few minutes, and tell the administrator if it stays so.',
  'clock-behind-ledger':
    'The server’s clock stands behind the ledger, so it writes nothing, lest a ballot close early. Nothing has changed; please tell the administrator to correct the clock, and try again.',
  stopping: 'The server is restarting. Nothing has changed; please try again in a few minutes.',
  internal:
    'The server met an internal error. Nothing is confirmed; please look at the screen again, retry, and tell the administrator the code {{code}}.',
  unknown:
    'The server did not take the request (code {{code}}). Nothing has changed; please reload the page and try again, and tell the administrator this code if it stays so.',
} as const satisfies SameKeys<typeof serverErrorVi>
