import { parentPort, workerData } from 'node:worker_threads'
import { inspectPdf } from './inspect-pdf.ts'

// The library reports oddities of a file on the console; a hostile one could fill the server's log with them.
console.warn = () => {}

parentPort?.postMessage(await inspectPdf(workerData.bytes, workerData.limits))
