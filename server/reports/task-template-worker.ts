import { parentPort, workerData } from 'node:worker_threads'
import { writeTaskTemplate } from './task-template.ts'

parentPort?.postMessage(new Uint8Array(await writeTaskTemplate(workerData)))
