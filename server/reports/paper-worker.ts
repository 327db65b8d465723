import { parentPort, workerData } from 'node:worker_threads'
import { writePaper } from './write-paper.ts'

parentPort?.postMessage(await writePaper(workerData))
