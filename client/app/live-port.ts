import type { AgendaItemId, DeviceId, Hash, MeetingId, PersonId } from '../../shared/domain/id.ts'

/** A page of a document that somebody shows to who follows them. */
export type ShownPage = { file: Hash; page: number }

/** Who else is in an item's live room, over the socket; nothing of it is stored anywhere. */
export type LiveRoom = {
  /** Null: shows nothing. Said again by itself whenever the line comes back. */
  show(page: ShownPage | null): void
  /** What others show; who they are is the server's word. */
  shown(): readonly (ShownPage & { person: PersonId; device: DeviceId })[]
  /** Whether there is a line, and the server has let this device in. */
  isUp(): boolean
  subscribe(listener: () => void): () => void
  close(): void
}

export type OpenLiveRoom = (meeting: MeetingId, item: AgendaItemId) => LiveRoom
