import type { entryVi } from './entry.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const entryEn = {
  program: 'Paperless Government meetings',
  office: 'Office of the Government',
  starting: 'Opening the application',
  lack: {
    title: 'The application cannot be opened here',
    meaning: 'It does not start, so that no answer leaves this device unprotected.',
    'secure-address': {
      title: 'This address is not encrypted',
      remedy: 'Open the address beginning with https:// that the Office gave you.',
    },
    receipts: {
      title: 'This browser cannot check the receipts of the Office',
      remedy: 'Update the device: iPadOS 17 or later, or a recent Chrome or Edge.',
    },
    storage: {
      title: 'This browser does not let anything be kept on the device',
      remedy: 'Leave private browsing, or update the browser, and open this page again.',
    },
  },
  signIn: {
    title: 'First sign-in on this device',
    text: 'Use the account and password from the Office. From then on the pass phrase of the device is enough, even without a network.',
    account: 'Account',
    password: 'Password',
    go: 'Go on',
  },
  enrol: {
    title: 'Register this device',
    step: 'Step {{step}} of 2',
    codeText: 'Enter the one-time code that an officer of the Office handed to you.',
    code: 'One-time code',
    label: 'Name of the device',
    labelHint:
      'It stands on the locked screen for anybody to read: enough for you to know it again, such as “iPad in my office”; no name or post.',
    labelTablet: 'Tablet',
    labelDesk: 'Desktop',
    next: 'Go on',
    phraseTitle: 'Choose a pass phrase',
    phraseText:
      'The pass phrase locks everything on this device, and opens it even without a network. Nobody else knows it, not even the Office: if you forget it, the device must be registered again.',
    phrase: 'Pass phrase',
    phraseHint:
      'At least {{length}} characters, or {{words}} words. A sentence that only you would think of is best.',
    again: 'The pass phrase again',
    differs: 'The two are not the same.',
    go: 'Register the device',
    phraseKept: 'The pass phrase you have just chosen is kept; only the code is needed again.',
    working: 'Making keys and registering, a few seconds',
    back: 'Sign in with another account',
  },
  phraseFault: {
    'too-short': 'Too short: at least {{length}} characters, or {{words}} words.',
    'digits-only': 'Digits alone are soon found out. Please add letters.',
    'too-uniform': 'Too few different characters. Please choose another.',
    'easily-guessed': 'This is easily guessed. Please choose another.',
  },
  pending: {
    title: 'Two officers must confirm this device',
    text: 'You have another device already, so two officers must confirm this one. That keeps others from registering a device in your name.',
    code: 'Key code of this device',
    since: 'Asked for at {{when}}.',
    remedy:
      'Please read this key code to the Office. The two officers confirm only if they see the very same code on their page Devices. Then unlock with the pass phrase that you have chosen.',
    again: 'Unlock to look again',
  },
  unlock: {
    title: 'Unlock',
    phrase: 'Pass phrase of this device',
    go: 'Unlock',
    goIn_one: 'Try again in {{count}} second',
    goIn_other: 'Try again in {{count}} seconds',
    tooSoon_one: 'Not tried yet: {{count}} second to go. What you typed is still in the field.',
    tooSoon_other: 'Not tried yet: {{count}} seconds to go. What you typed is still in the field.',
  },
  device: {
    label: 'Device: {{label}}',
    code: 'Key code: {{code}}',
  },
  sending: {
    waiting_one: '{{count}} signed act has no receipt yet. It goes on being sent while the screen is locked.',
    waiting_other:
      '{{count}} signed acts have no receipt yet. They go on being sent while the screen is locked.',
    arrived_one:
      '{{count}} signed act has been recorded by the Office. The receipt is there once you unlock.',
    arrived_other:
      '{{count}} signed acts have been recorded by the Office. The receipts are there once you unlock.',
    left_one: '{{count}} signed act of an earlier registration is on its way to the Office.',
    left_other: '{{count}} signed acts of an earlier registration are on their way to the Office.',
  },
  forgotten: {
    title: 'Pass phrase forgotten',
    nobody:
      'Nobody can open it for you, not even the Office. To use this device again, it must be registered again.',
    kept: 'What you signed is not lost: it is kept and sent to the Office. Only what was begun and not signed on this device cannot be opened again.',
    remedy:
      'Ask the Office to revoke the old device (read the key code above to them) and for a new one-time code, then press the button.',
  },
  again: {
    go: 'Register the device again',
    title: 'Register this device again',
    text: 'With account, password and a new one-time code. Nothing changes before that is done; what was signed earlier still goes to the Office.',
    back: 'Back',
  },
  problem: {
    wrongPhrase: 'The pass phrase is not right.',
    wait: 'Wrong {{failures}} times. After each wrong one the wait is longer.',
    noKeys: 'This device has no keys. Please register it again with the Office.',
    stillPending: 'Two officers have not confirmed this device yet. Please tell the Office, then try again.',
    leaseTitle: 'This device has not met the server for too long',
    leaseText:
      'The last time was {{when}}. To protect what a lost device holds, the application opens offline for a limited time only. Answers already signed are still here and will be sent.',
    leaseRemedy: 'Please connect to a network and unlock again.',
    wrongSignIn: 'Account or password is not right. Nothing has changed; please check and enter them again.',
    wrongCode:
      'The code is not right, or has expired. The device is not registered; please check it, or ask the Office for a new one.',
    unreachable: 'The server cannot be reached. Nothing has changed; please check the network and try again.',
    signedOut: 'The sign-in has expired. Please sign in again.',
    notUnderstood: 'Application and server are of different versions. Please load the page again.',
    storage:
      'The browser cannot store data on this device (private mode, perhaps, or no space). The device is not registered.',
  },
  revoked: {
    title: 'This device has been revoked',
    text: 'What is on it cannot be opened any more, with or without a network.',
    kept: 'Answers signed and not yet sent are still delivered, and kept for a ruling. If you do not know why it was revoked, please contact the Office; to use it again, ask for a new one-time code and register again.',
    askTitle: 'Ask the Office again',
    remedy:
      'If the Office says that the device is good, enter the pass phrase with a network, and it asks again.',
    ask: 'Ask again',
    notAsked: 'Not asked: the server cannot be reached. Please try again with a network.',
    still: 'The Office has not let this device in again.',
  },
  wiped: {
    title: 'The data on this device has been deleted',
    text: 'The Office gave a signed order to delete it. Answers not yet sent, if there were any, were handed over first. Documents, notes and keys are gone from this device; notes not synchronised by then cannot be brought back.',
    remedy: 'To use it again, please register it with the Office.',
    again: 'Register the device again',
  },
  vanished: {
    title: 'The browser has deleted the data on this device',
    text: 'The browser, or somebody in its settings, has deleted what this app kept. Documents, notes and keys are gone from this device. What the Office has recorded is untouched.',
    sending: 'Handing {{count}} signed items over to the Office. Please do not close this page.',
    sent: 'Everything you signed has reached the Office.',
    notSent:
      '{{count}} signed items have not reached the Office, since there is no connection. Please do not close this page, connect, and press “Send again”.',
    sendAgain: 'Send again',
    remedy:
      'To use it again, please register it with the Office. Notes that were synchronised come back by themselves.',
    again: 'Register the device again',
  },
  failed: {
    title: 'The application could not be opened',
    meaning: 'The browser does not let it read its data. What was saved has not been changed.',
    remedy:
      'Try again, close other windows, or restart the device. If it stays so, tell the Office; do not clear the data of the browser.',
  },
} as const satisfies SameKeys<typeof entryVi>
