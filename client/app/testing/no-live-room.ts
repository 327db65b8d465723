import type { OpenLiveRoom } from '../live-port.ts'

/** Nobody else is ever there. */
export const openNoLiveRoom: OpenLiveRoom = () => ({
  show: () => {},
  shown: () => [],
  isUp: () => false,
  subscribe: () => () => {},
  close: () => {},
})
