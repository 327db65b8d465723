/**
 * What is built in an afternoon instead: a server that tells every socket what it was told, and answers who asks again.
 * Usage: node meeting-broadcast.ts; says its port.
 */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

let item = ''

const http = createServer((request, response) => {
  if (request.method !== 'POST') return void response.end(item)
  let text = ''
  request.on('data', (piece) => {
    text += piece
  })
  request.on('end', () => {
    item = text
    for (const socket of sockets.clients) socket.send(item)
    response.end()
  })
})
const sockets = new WebSocketServer({ server: http })
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  console.log(typeof address === 'object' ? address?.port : address)
})
