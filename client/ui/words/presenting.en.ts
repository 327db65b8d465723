/** Following the page of who presents. */
export const presentingEn = {
  label: 'Following the presenter',
  leads: '{{name}} is presenting: {{title}}, page {{page}}',
  leadsUnknown: '{{name}} is presenting a document that is not on your device',
  follow: 'Follow the presenter',
  following: 'Following the presenter',
  leave: 'Stop following',
  back: 'Back to the page being presented',
  present: 'Present from my device',
  presenting: 'You are presenting: whoever follows sees the page you have open',
  presentingNothing: 'You are presenting: open a document for everyone to see',
  stop: 'Stop presenting',
  cut: 'The connection to the presenter is lost. Documents can still be read; following resumes by itself once there is a network.',
}
