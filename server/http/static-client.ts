import { join, sep } from 'node:path'
import express, { type Request, Router } from 'express'

/** Files under assets/ carry a hash of their content in their names; everything else is asked for again each time. */
const cacheOf = (path: string) =>
  path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** A browser going to an address, not one of its pages fetching something. */
function isNavigation(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const mode = request.get('sec-fetch-mode')
  return mode === undefined ? (request.get('accept') ?? '').includes('text/html') : mode === 'navigate'
}

/** The built client; its own router in the browser knows the pages, so that any of them may be opened directly. */
export function staticClient(folder: string): Router {
  const router = Router()
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (response, path) => response.setHeader('Cache-Control', cacheOf(path)),
    }),
  )
  router.use((request, response, next) => {
    if (!isNavigation(request)) next()
    else {
      response.setHeader('Cache-Control', 'no-cache')
      response.sendFile(join(folder, 'index.html'), { cacheControl: false }, (error) => {
        if (error && !response.headersSent) next()
      })
    }
  })
  return router
}
