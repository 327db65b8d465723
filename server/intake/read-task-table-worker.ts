import { parentPort, workerData } from 'node:worker_threads'
import { readTaskTable } from './read-task-table.ts'

parentPort?.postMessage(readTaskTable(workerData))
