import type { FrontDesk } from '../app/front-desk.ts'
import { bundleRoutes } from './bundle-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { directiveRoutes } from './directive-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { mailRoutes } from './mail-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { pointRoutes } from './point-routes.ts'
import { restoreRoutes } from './restore-routes.ts'
import { roomScreenRoutes } from './room-screen-routes.ts'
import type { Route } from './route.ts'
import { sessionRoutes } from './session-routes.ts'
import { statisticsRoutes } from './statistics-routes.ts'
import { taskExportRoutes } from './task-export-routes.ts'
import { taskImportRoutes } from './task-import-routes.ts'
import { taskRoutes } from './task-routes.ts'
import { uploadRoutes } from './upload-routes.ts'

/** The whole interface: each with the action that it asks `permit` about, or the reason why it asks none. */
export const routes = (desk: FrontDesk): readonly Route[] => [
  ...officeRoutes(desk),
  ...sessionRoutes(desk),
  ...deviceRoutes(desk),
  ...ledgerRoutes(desk),
  ...restoreRoutes(desk),
  ...uploadRoutes(desk),
  ...taskImportRoutes(desk),
  ...taskRoutes(desk),
  ...documentRoutes(desk),
  ...directiveRoutes(desk),
  ...bundleRoutes(desk),
  ...paperRoutes(desk),
  ...roomScreenRoutes(desk),
  ...taskExportRoutes(desk),
  ...statisticsRoutes(desk),
  ...pointRoutes(desk),
  ...mailRoutes(desk),
]
